import type { AppealBody, AppealProgress } from '../../schemas/appeal.ts';
import { appealOf, progressOfAppeal } from '../domain/appeals.ts';
import { CommandReusedError } from '../domain/errors.ts';
import type { Platform, Uses } from './platform.ts';

/** Takes an appeal in; a repeat gets the first one back, and with another reason it is refused. */
export async function appeal(
  { risks, now }: Uses<{ risks: 'findScreened' | 'addAppeal' | 'countOnce' }> & Pick<Platform, 'now'>,
  writer: string,
  body: AppealBody,
): Promise<AppealProgress> {
  const made = appealOf(await risks.findScreened(writer, body.refused), body, now());
  const kept = await risks.addAppeal(made);
  if (kept.reason !== made.reason) throw new CommandReusedError();
  await risks.countOnce(`appeal:${kept.appealId}`, kept.categories, ['appealed'], now());
  return progressOfAppeal(kept);
}
