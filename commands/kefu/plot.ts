const BLOCKS = ' ▁▂▃▄▅▆▇█';

/** Numbers as blocks, one character each, up to the greatest. */
export function blocks(values: readonly number[], greatest = Math.max(...values)): string {
  return values
    .map((value) => BLOCKS[greatest > 0 ? Math.ceil((value / greatest) * (BLOCKS.length - 1)) : 0] ?? '█')
    .join('');
}

/** A line over places from left to right, or an area between two. */
export interface Mark {
  readonly name: string;
  readonly colour: string;
  /** By place; with `low` the area from there up to here. */
  readonly high: readonly number[];
  readonly low?: readonly number[];
  /** Goes level from place to place and jumps, as seats do. */
  readonly steps?: boolean;
}

interface Plot {
  readonly title: string;
  /** What stands below, at its place from 0. */
  readonly labels: readonly { readonly at: number; readonly text: string }[];
  readonly marks: readonly Mark[];
}

const WIDTH = 1200;
const HEIGHT = 420;
const LABEL_WIDTH = 75;
const EDGE = { left: 60, right: 20, top: 50, bottom: 40 };

/** A plot as an SVG file: marks behind come first. */
export function svgOf({ title, labels, marks }: Plot): string {
  const places = Math.max(2, ...marks.map(({ high }) => high.length));
  const greatest = niceAbove(Math.max(1e-9, ...marks.flatMap(({ high }) => high)));
  const x = (at: number) => round(EDGE.left + (at / (places - 1)) * (WIDTH - EDGE.left - EDGE.right));
  const y = (value: number) =>
    round(HEIGHT - EDGE.bottom - (value / greatest) * (HEIGHT - EDGE.top - EDGE.bottom));
  const points = (given: readonly number[], steps: boolean | undefined) => {
    // One place alone is a line all the same.
    const values = given.length === 1 ? [...given, ...given] : given;
    return values.flatMap((value, at) => [
      ...(steps && at > 0 ? [`${x(at)},${y(values[at - 1] ?? value)}`] : []),
      `${x(at)},${y(value)}`,
    ]);
  };
  const drawn = marks.map(({ colour, high, low, steps }) =>
    low
      ? `<polygon fill="${colour}" points="${[...points(high, steps), ...points(low, steps).reverse()].join(' ')}"/>`
      : `<polyline fill="none" stroke="${colour}" stroke-width="1.5" points="${points(high, steps).join(' ')}"/>`,
  );
  const grid = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const at = y(greatest * part);
    return `<line x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${at}" y2="${at}" stroke="#ddd"/><text x="${EDGE.left - 8}" y="${at + 4}" text-anchor="end">${inFigures(greatest * part)}</text>`;
  });
  let free = 0;
  const below = labels.map(({ at, text }) => {
    const line = `<line x1="${x(at)}" x2="${x(at)}" y1="${EDGE.top}" y2="${HEIGHT - EDGE.bottom + 6}" stroke="#bbb" stroke-dasharray="2 3"/>`;
    // What would be written over the one before is left out.
    if (x(at) < free) return line;
    free = x(at) + LABEL_WIDTH;
    return `${line}<text x="${x(at)}" y="${HEIGHT - 14}">${escaped(text)}</text>`;
  });
  const legend = marks.map(
    ({ name, colour }, at) =>
      `<rect x="${EDGE.left + at * 170}" y="30" width="12" height="10" fill="${colour}"/><text x="${EDGE.left + 18 + at * 170}" y="39">${escaped(name)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${EDGE.left}" y="20" font-size="15">${escaped(title)}</text>`,
    ...grid,
    ...drawn,
    ...below,
    ...legend,
    '</svg>\n',
  ].join('\n');
}

/** The next number whose quarters read well. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].find((times) => times * power >= value) ?? 10) * power;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Short enough to stand beside the axis. */
function inFigures(value: number): string {
  return value < 100_000
    ? String(Number(value.toPrecision(3)))
    : value.toLocaleString('en', { notation: 'compact', maximumSignificantDigits: 3 });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
