import type { Difference, Report } from '../../schemas/simulation.ts';

/** Every figure of both reports by its path, such as `waits.urgent.p90`, in the order of the first; `changed` alone unless told otherwise. */
export function compareReports(before: Report, after: Report, all = false): Difference[] {
  const [left, right] = [figuresOf(before), figuresOf(after)];
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names]
    .map((figure) => ({ figure, before: left.get(figure), after: right.get(figure) }))
    .filter((it) => all || it.before !== it.after);
}

function figuresOf(value: unknown, path = '', found = new Map<string, number>()): Map<string, number> {
  if (typeof value === 'number') found.set(path, value);
  else if (value !== null && typeof value === 'object')
    for (const [key, item] of Object.entries(value))
      figuresOf(item, path === '' ? key : `${path}.${key}`, found);
  return found;
}
