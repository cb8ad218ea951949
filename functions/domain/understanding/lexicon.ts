import type { Lexicon } from './cues.ts';
import { account } from './lexicon/account.ts';
import { ads } from './lexicon/ads.ts';
import { buyer } from './lexicon/buyer.ts';
import { content } from './lexicon/content.ts';
import { creator } from './lexicon/creator.ts';
import { live } from './lexicon/live.ts';
import { merchant } from './lexicon/merchant.ts';
import { none } from './lexicon/none.ts';
import { payment } from './lexicon/payment.ts';
import { safety } from './lexicon/safety.ts';
import { service } from './lexicon/service.ts';

/** What speaks for and against each leaf. */
export const lexicon: Lexicon = {
  ...account,
  ...content,
  ...live,
  ...creator,
  ...buyer,
  ...merchant,
  ...ads,
  ...payment,
  ...safety,
  ...service,
  ...none,
};
