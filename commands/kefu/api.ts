import type * as z from 'zod/mini';
import { ApiClient, ApiFailure } from '../../local/api-client.ts';
import { ApiError } from '../../schemas/errors.ts';
import { CommandError, UsageError } from './command.ts';
import { reasonOf } from './files.ts';

/** How options and environment say where the API is, and who asks. */
export interface Asking {
  /** Of the HTTP API, such as https://abc.execute-api.eu-west-1.amazonaws.com. */
  readonly api: string | undefined;
  /** An ID token. @default KEFU_TOKEN of the environment */
  readonly token: string | undefined;
  /** What the API's fields are called here, such as `--through`. */
  readonly names?: Readonly<Record<string, string>>;
}

/** The API, asked in somebody's name. */
export interface Api {
  readonly url: string;
  /** What the API answers, as the schema says. @throws CommandError that says what the API says against it */
  ask<T extends z.ZodMiniType>(
    schema: T,
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<z.output<T>>;
}

/** @throws UsageError when it is not said where the API is, or who asks */
export function apiOf({ api, token = process.env['KEFU_TOKEN'], names = {} }: Asking): Api {
  if (api === undefined) throw new UsageError('--api: say where the API is, here or in KEFU_API');
  if (!URL.canParse(api)) throw new UsageError(`--api: ${api} is no address`);
  if (!token) throw new UsageError('--token: say who asks, here or in KEFU_TOKEN');
  const client = new ApiClient(api.replace(/\/$/, ''), token);
  return {
    url: api,
    async ask(schema, method, path, body) {
      try {
        return await client.call(schema, method, path, body);
      } catch (error) {
        throw new CommandError(said(client.api, error, names), { cause: error });
      }
    },
  };
}

function said(api: string, error: unknown, names: Readonly<Record<string, string>>): string {
  if (error instanceof TypeError)
    return `${api} cannot be reached: ${reasonOf(error.cause) ?? causeOf(error)}`;
  if (!(error instanceof ApiFailure)) return `${api} does not answer as Kefu's API does`;
  const { data } = ApiError.safeParse(error.body);
  const rules = data?.error.issues?.map(({ field, rule }) => `\n  ${named(field, names)}: ${rule}`) ?? [];
  return `${api} says ${error.status}${data ? `: ${data.error.message}` : ''}${rules.join('')}`;
}

function named(path: string, names: Readonly<Record<string, string>>): string {
  const [field = '', ...rest] = path.split('.');
  return [names[field] ?? field, ...rest].join('.');
}

function causeOf({ cause, message }: Error): string {
  return cause instanceof Error ? cause.message : message;
}
