import { describe, expect, it } from 'vitest';
import { svgOf } from '../../../commands/kefu/plot.ts';

const plot = (high: number[], texts: string[] = []) =>
  svgOf({
    title: 'Conversations',
    labels: texts.map((text, at) => ({ at, text })),
    marks: [{ name: 'mean', colour: '#000', high }],
  });
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

describe('a plot', () => {
  it('of one place is a line from edge to edge', () => {
    expect(plot([3])).toMatch(/points="60,[\d.]+ 1180,[\d.]+"/);
  });

  it('leaves out labels that would be written over each other', () => {
    const days = Array.from({ length: 92 }, (_, day) => `day ${day}`);

    const shown = texts(
      plot(
        days.map(() => 1),
        days,
      ),
    ).filter((text) => text?.startsWith('day'));

    expect(shown.length).toBeLessThan(20);
    expect(shown[0]).toBe('day 0');
  });

  it.each([
    [30_000_000, '32M'],
    [300, '320'],
    [0.003, '0.0032'],
  ])('up to %d has an axis that ends with %s', (greatest, top) => {
    expect(texts(plot([0, greatest]))).toContain(top);
  });
});
