import { stderr, stdout } from 'node:process';
import { FaultyInputError } from '../../functions/domain/errors.ts';
import { type Command, CommandError, UsageError } from './command.ts';
import { erlang } from './erlang.ts';
import { exportFiles } from './export.ts';
import { reasonOf } from './files.ts';
import { forecast } from './forecast.ts';
import { importFiles } from './import.ts';
import { simulate } from './simulate.ts';
import { staff } from './staff.ts';
import { whatIf } from './what-if.ts';

/** Every subcommand: a new one is a file beside this one, and its name here. */
const commands: Readonly<Record<string, Command>> = {
  erlang,
  forecast,
  staff,
  simulate,
  'what-if': whatIf,
  export: exportFiles,
  import: importFiles,
};

/** Runs one subcommand. The exit code: 0 done, 1 it could not be done, 2 it was asked wrongly. */
export async function runKefu([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    (name === undefined ? stderr : stdout).write(overview());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    stderr.write(`kefu: there is no command ${name}\n\n${overview()}`);
    return 2;
  }
  try {
    await command.run(args);
    return 0;
  } catch (error) {
    return said(name, error);
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((it) => it.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `npm run --silent kefu -- <command> [options]\n\n${lines.join('\n')}\n\nkefu <command> --help says more, with examples.\n`;
}

/** A person reads this: what is wrong, and no stack. */
function said(name: string, error: unknown): number {
  const message = error instanceof Error ? messageOf(error) : String(error);
  stderr.write(`kefu ${name}: ${message}\n`);
  if (error instanceof UsageError) {
    stderr.write(`kefu ${name} --help says what can be asked.\n`);
    return 2;
  }
  if (!(error instanceof CommandError || error instanceof FaultyInputError) && process.env['KEFU_DEBUG'])
    stderr.write(`${error instanceof Error ? (error.stack ?? '') : ''}\n`);
  return 1;
}

function messageOf(error: Error): string {
  const reason = reasonOf(error);
  if (reason === undefined) return error.message;
  return 'path' in error ? `${String(error.path)}: ${reason}` : reason;
}
