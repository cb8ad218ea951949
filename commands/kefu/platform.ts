import type { Forecast, NotEnough } from '../../schemas/forecast.ts';
import { ApiError } from '../../schemas/errors.ts';
import { Forecasts } from '../../schemas/planning-api.ts';
import { CommandError, UsageError } from './command.ts';

/** Where the platform is, and what its forecast is asked with. */
export interface Asked {
  /** Of the HTTP API, such as https://abc.execute-api.eu-west-1.amazonaws.com. */
  readonly url: string;
  /** The ID token of a lead, supervisor or admin. */
  readonly token: string | undefined;
  readonly days: number;
  readonly dailyUsers: number | undefined;
  /** JSON, as files have them. */
  readonly events: unknown;
  readonly hours: unknown;
}

/** The forecast of everything together from the counts of a platform. @throws CommandError that says what the platform said */
export async function platformForecast({ url, token, ...query }: Asked): Promise<Forecast | NotEnough> {
  if (token === undefined) throw new UsageError('--token: say who asks, here or in KEFU_TOKEN');
  if (!URL.canParse(url)) throw new UsageError(`--platform: ${url} is no address`);
  const at = new URL('/v1/forecast', url);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) at.searchParams.set(name, JSON.stringify(value));
  const answer = await answerOf(at, token);
  const [group] = Forecasts.parse(answer).groups;
  if (!group) throw new CommandError(`${url} forecasts nothing`);
  return group.forecast;
}

async function answerOf(at: URL, token: string): Promise<unknown> {
  try {
    const response = await fetch(at, { headers: { authorization: `Bearer ${token}` } });
    const body: unknown = await response.json();
    if (response.ok) return body;
    const { data } = ApiError.safeParse(body);
    const issues = data?.error.issues?.map(({ field, rule }) => `${field}: ${rule}`) ?? [];
    throw new CommandError(
      [`${at.origin} says ${response.status}: ${data?.error.message ?? response.statusText}`, ...issues].join(
        '; ',
      ),
    );
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${at.origin} cannot be reached: ${String(error)}`, { cause: error });
  }
}
