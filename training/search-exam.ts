import { join } from 'node:path';
import type { ArticleIndex } from '../functions/domain/knowledge/article-index.ts';
import type { MeaningOf } from '../functions/domain/knowledge/meanings.ts';
import { buildIndex } from '../functions/domain/knowledge/serialize-index.ts';
import { meaningBy } from '../functions/domain/understanding/meaning.ts';
import type { Model } from '../functions/domain/understanding/model/model.ts';
import { normalize } from '../functions/domain/understanding/normalize.ts';
import { botMayAnswer, leafIds } from '../functions/domain/understanding/taxonomy.ts';
import { seedArticles } from '../local/seed.ts';
import { calibrate, score } from './calibrate.ts';
import { fit } from './fit.ts';
import { readUtterances, type Row, withoutRepeats } from './rows.ts';
import { productSettings } from './settings.ts';

/** What a search of the starter articles is examined with: a model that has seen neither dev nor test, and their messages. */
export interface SearchExam {
  readonly model: Model;
  readonly index: ArticleIndex;
  readonly meaningOf: MeaningOf;
  readonly dev: readonly Row[];
  readonly test: readonly Row[];
}

/** Learns the model anew, which takes a minute: the one that ships has learnt dev as well. */
export function searchExam(): SearchExam {
  const rows = withoutRepeats(
    readUtterances(join(import.meta.dirname, 'utterances'), ['train', 'dev', 'test'], new Set(leafIds)),
    normalize,
  );
  const of = (split: string) => rows.filter((it) => it.split === split);
  const dev = of('dev');
  const model = fit(of('train'), productSettings);
  // Every article counts, whenever it takes effect.
  const articles = seedArticles().map(({ effectiveAt: _, expiresAt: __, ...article }) => article);
  return {
    model: calibrate(model, score(model, dev)),
    index: buildIndex(articles),
    meaningOf: meaningBy(model),
    dev,
    test: of('test'),
  };
}

/** Whether the bot may settle such a message at all: the share that is answered is a share of these. */
export function isForBot({ intent, urgent, wantsHuman }: Row): boolean {
  return botMayAnswer(intent) && !urgent && !wantsHuman;
}
