import type { MeaningOf } from '../knowledge/meanings.ts';
import type { Model } from './model/model.ts';
import { directionOf } from './model/vectors.ts';
import { fold } from './normalize.ts';

/** Of a Chinese text the few English words and numbers are not what it means. */
const HAN = /\p{Script=Han}/u;

/** What English words mean, as far as a model knows their meanings. */
export function meaningBy({ vectors }: Pick<Model, 'vectors'>): MeaningOf {
  return (text) => {
    if (!vectors || HAN.test(text)) return undefined;
    const direction = directionOf(vectors, fold(text).text);
    return direction.some((it) => it !== 0) ? Float32Array.from(direction) : undefined;
  };
}
