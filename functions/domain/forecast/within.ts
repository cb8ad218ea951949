import type { Within } from '../../../schemas/forecast.ts';
import { countAt, type Scatter } from './counts.ts';
import { type Widths, widthFor } from './widths.ts';

/** The central interval that holds a stated share of counts, as wide as experience says it must be. */
export function withinOf(share: number, scatter: Scatter, widths: Widths): Within {
  const width = widthFor(widths, share, scatter);
  return { low: countAt((1 - width) / 2, scatter), high: countAt((1 + width) / 2, scatter) };
}
