import { realName } from './gk-01-real-name.ts';
import { followers } from './gk-02-followers.ts';
import { upload } from './gk-03-upload.ts';
import { reach } from './gk-04-reach.ts';
import { quality } from './gk-05-quality.ts';
import { freight } from './gk-06-freight.ts';
import { ban } from './gk-07-ban.ts';
import { appeals } from './gk-08-appeals.ts';
import { disputes } from './gk-08-disputes.ts';
import { rights } from './gk-09-rights.ts';
import { pickUp } from './gk-10-pick-up.ts';
import { anchor } from './gk-11-anchor.ts';
import { antiFraud } from './gk-12-anti-fraud.ts';
import type { Kit } from './kit.ts';

/** Every guided kit; where two serve one intent, the earlier is asked first whether it starts. */
export const kits: readonly Kit[] = [
  realName,
  followers,
  upload,
  reach,
  quality,
  pickUp,
  freight,
  ban,
  disputes,
  appeals,
  rights,
  anchor,
  antiFraud,
];

/** The kit with this id; undefined for one that is no more. */
export function kitOf(id: string | undefined): Kit | undefined {
  return kits.find((kit) => kit.id === id);
}

/** What the desk calls an end that was told: `压缩或分段` for `GK-03.tooLarge`; undefined for what is none. */
export function labelOf(tried: string): string | undefined {
  const [id, name = ''] = tried.split('.');
  return kitOf(id)?.ends[name]?.label;
}
