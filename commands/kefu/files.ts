import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandError } from './command.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'it is inside a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EEXIST: 'it is a file, not a folder',
  EACCES: 'you have no right to it',
  EPERM: 'you have no right to it',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
  ERR_STRING_TOO_LONG: 'it is too large: 512 MB are the most',
  ERR_FS_FILE_TOO_LARGE: 'it is too large: 2 GB are the most',
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection broke off',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host cannot be looked up now',
  ETIMEDOUT: 'it does not answer in time',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no network',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'it does not answer in time',
  UND_ERR_SOCKET: 'the connection broke off',
};

/** What a code of node's means, in words; undefined for an error that has none, or another. */
export function reasonOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? reasons[String(error.code)] : undefined;
}

/** Does something with a file. @throws CommandError that names the file, or the option it was given by */
export function withFile<T>(name: string, deed: () => T): T {
  try {
    return deed();
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    throw new CommandError(`${name}: ${reason}`, { cause: error });
  }
}

/** The text of a file. @throws CommandError when there is none */
export function readText(file: string): string {
  return withFile(file, () => readFileSync(file, 'utf8'));
}

/** Said before the work rather than after it. @throws CommandError that names the option */
export function mustBeWritable(option: string, file: string): void {
  const folder = dirname(file);
  withFile(`${option}: ${folder}`, () => accessSync(folder, constants.W_OK));
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new CommandError(`${option}: ${file}: it is a folder, not a file`);
}
