import type { AppealBody, AppealProgress } from '../../schemas/appeal.ts';
import { appealOf, progressOfAppeal } from '../domain/appeals.ts';
import type { Platform, Uses } from './platform.ts';

/** Takes an appeal in; a repeat gets the first one back. */
export async function appeal(
  { risks, now }: Uses<{ risks: 'findScreened' | 'addAppeal' | 'countOnce' }> & Pick<Platform, 'now'>,
  writer: string,
  body: AppealBody,
): Promise<AppealProgress> {
  const made = appealOf(await risks.findScreened(writer, body.refused), body, now());
  const kept = await risks.addAppeal(made);
  await risks.countOnce(`appeal:${kept.appealId}`, kept.categories, ['appealed'], now());
  return progressOfAppeal(kept);
}
