import type { Screen } from './platform.ts';
import type { Filtering } from './screening.ts';

/** Screens texts with a filter that is loaded when the first text comes: whoever only reads does not wait for it. */
export function screenLater(platform: Filtering): Screen {
  let filter: Promise<Screen> | undefined;
  return async (text, direction) => {
    filter ??= import('./screening.ts').then(({ screening }) => screening(platform));
    return (await filter)(text, direction);
  };
}
