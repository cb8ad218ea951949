import { DeskEnvironment } from '../../schemas/environment.ts';
import { Epoch } from '../../schemas/ids.ts';
import { environment } from '../runtime/environment.ts';
import { getItem } from './dynamodb.ts';
import { epochKey } from './keys.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

/** The epoch of an installation that was never restored. */
const FIRST = '0';

/** The epoch in force: whoever restores a table writes a new one. */
export async function readEpoch(): Promise<string> {
  const row = await getItem(DESK_TABLE, epochKey);
  return row ? Epoch.parse(row['epoch']) : FIRST;
}
