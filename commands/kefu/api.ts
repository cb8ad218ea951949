import type * as z from 'zod/mini';
import { ApiClient, ApiFailure } from '../../local/api-client.ts';
import { ApiError } from '../../schemas/errors.ts';
import { CommandError, UsageError } from './command.ts';

/** How options and environment say where the API is, and who asks. */
export interface Asking {
  /** Of the HTTP API, such as https://abc.execute-api.eu-west-1.amazonaws.com. */
  readonly api: string | undefined;
  /** An ID token. @default KEFU_TOKEN of the environment */
  readonly token: string | undefined;
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
export function apiOf({ api, token = process.env['KEFU_TOKEN'] }: Asking): Api {
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
        throw new CommandError(said(client.api, error), { cause: error });
      }
    },
  };
}

function said(api: string, error: unknown): string {
  if (!(error instanceof ApiFailure)) return `${api} cannot be reached: ${String(error)}`;
  const { data } = ApiError.safeParse(error.body);
  const rules = data?.error.issues?.map(({ field, rule }) => `\n  ${field}: ${rule}`) ?? [];
  return `${api} says ${error.status}${data ? `: ${data.error.message}` : ''}${rules.join('')}`;
}
