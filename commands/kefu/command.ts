import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import type * as z from 'zod/mini';
import type { Fault } from '../../functions/domain/errors.ts';
import { shaped } from '../../functions/domain/faults.ts';

/** One subcommand. */
export interface Command {
  readonly summary: string;
  run(args: readonly string[]): Promise<void>;
}

/** An option as help shows it. Without `value` it is a flag. */
export interface Option {
  /** What stands for its value in help: `N` for a number, anything else for a text. */
  readonly value?: string;
  /** It may be given several times; `Shape` gets a list. */
  readonly many?: true;
  readonly says: string;
}

interface CommandSpec<T> {
  readonly name: string;
  readonly summary: string;
  /** Says what is read and what is written. */
  readonly about: string;
  /** By name as typed, such as `target-seconds`; `Shape` knows it as `targetSeconds`. */
  readonly options: Readonly<Record<string, Option>>;
  /** What one file given without an option is; without this there is none. Left out, it is undefined. */
  readonly file?: string;
  readonly examples: readonly string[];
  readonly Shape: z.ZodMiniType<T>;
  run(options: T, file: string | undefined): Promise<void> | void;
}

/** The options are wrong: names them. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** It was asked rightly and cannot be done: says why. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** A subcommand from its options and the shape they must have. */
export function command<T>(spec: CommandSpec<T>): Command {
  return {
    summary: spec.summary,
    async run(args) {
      if (args.includes('--help')) {
        stdout.write(helpOf(spec));
        return;
      }
      const { given, files } = parse(spec, args);
      const read = shaped(spec.Shape, given);
      if (!read.success) throw new UsageError(read.faults.map((fault) => inWords(fault, given)).join('\n  '));
      await spec.run(read.data, files[0]);
    },
  };
}

function helpOf<T>({ name, about, options, file, examples }: CommandSpec<T>): string {
  const rows = Object.entries({ ...options, help: { says: 'this text' } }).map(
    ([option, { value, says }]: [string, Option]) =>
      [`--${option}${value ? ` ${value}` : ''}`, says] as const,
  );
  const width = Math.max(...rows.map(([option]) => option.length));
  const lines = rows.map(([option, says]) => `  ${option.padEnd(width)}  ${says}`);
  const shown = examples.map((it) => `  npm run --silent kefu -- ${name} ${it}`);
  return `npm run --silent kefu -- ${name} [options]${file ? ` [${file}]` : ''}\n\n${about}\n\n${lines.join('\n')}\n\nExamples:\n${shown.join('\n')}\n`;
}

function parse<T>({ options, file }: CommandSpec<T>, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: joined(args),
      options: Object.fromEntries(
        Object.entries(options).map(([name, { value, many = false }]) => [
          name,
          { type: value ? ('string' as const) : ('boolean' as const), multiple: many },
        ]),
      ),
      allowPositionals: file !== undefined,
    });
    if (positionals.length > 1) throw new UsageError(`one file at most, not ${positionals.join(' ')}`);
    const empty = Object.keys(values).find((name) => values[name] === '');
    if (empty !== undefined) throw new UsageError(`--${empty}: must not be empty`);
    const given = Object.entries(values).map(([name, value]): [string, unknown] => [
      camel(name),
      typeof value === 'string' && options[name]?.value === 'N' ? numberIn(value) : value,
    ]);
    return { given: Object.fromEntries(given), files: positionals };
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message.split('. ')[0], { cause: error });
    throw error;
  }
}

function numberIn(text: string): number | string {
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

function inWords({ field: path, rule }: Fault, given: object): string {
  const [field = ''] = path.split('.');
  const option = `--${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return field in given ? `${option}: ${rule}` : `${option} is missing`;
}

/** The parser takes `--rate -5` for two options: a number is meant. */
function joined(args: readonly string[]): string[] {
  const all: string[] = [];
  for (const arg of args) {
    const before = all.at(-1) ?? '';
    if (/^-[\d.]/.test(arg) && /^--[^=]+$/.test(before)) all[all.length - 1] = `${before}=${arg}`;
    else all.push(arg);
  }
  return all;
}

function camel(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
