import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BrokenArtefactError } from '../../functions/domain/understanding/model/bytes.ts';
import { loadModel } from '../../functions/domain/understanding/model/model.ts';
import { read } from '../../functions/domain/understanding/model/read.ts';
import { fit, type Settings } from '../../training/fit.ts';
import { fitLogistic } from '../../training/logistic.ts';
import { readJsonLines, readUtterances, withoutRepeats, type Row } from '../../training/rows.ts';
import { bytesOf } from '../../training/save.ts';
import { withRatios } from '../../training/ratios.ts';
import { allWords, commonWords } from '../../training/words.ts';
import { seededRandom } from '../../functions/memory/random.ts';
import { separate } from '../../training/svm.ts';

const settings: Settings = { leastTexts: 1, cost: 1, mostFeatures: 1000, seed: 1 };
const row = (text: string, intent: string): Row => ({ text, intent, split: 'train', at: 'x:1', author: 'a' });
const fruit = [
  row('苹果多少钱', 'price'),
  row('梨子什么价格', 'price'),
  row('how much is it', 'price'),
  row('快递到哪了', 'parcel'),
  row('包裹还没到', 'parcel'),
  row('where is my parcel', 'parcel'),
];

describe('a separator', () => {
  it('parts what can be parted', () => {
    const data = {
      rows: 4,
      columns: 2,
      start: Int32Array.from([0, 1, 2, 3, 4]),
      index: Int32Array.from([0, 0, 1, 1]),
      value: Float32Array.from([1, 0.8, 1, 0.9]),
    };

    const w = separate(data, Int8Array.from([1, 1, -1, -1]), () => 10, 1);

    expect([(w[0] ?? 0) + (w[2] ?? 0) > 0, (w[1] ?? 0) + (w[2] ?? 0) < 0]).toEqual([true, true]);
  });

  it('draws the same numbers from the same seed', () => {
    const [one, other] = [seededRandom(7), seededRandom(7)];

    expect([one(), one(), one()]).toEqual([other(), other(), other()]);
  });
});

describe('a logistic curve', () => {
  it('says how often it is true', () => {
    const inputs = [[1], [1], [1], [1]];

    const [weight = 0] = fitLogistic(inputs, [true, true, true, false]);

    expect(1 / (1 + Math.exp(-weight))).toBeCloseTo(0.75, 2);
  });
});

describe('log-count ratios', () => {
  const data = (rows: number) => ({
    rows,
    columns: 2,
    start: Int32Array.from({ length: rows + 1 }, (_, i) => i),
    index: Int32Array.from({ length: rows }, (_, i) => i % 2),
    value: new Float32Array(rows).fill(1),
  });
  const options = { cost: () => 1, features: 2, seed: 1 };
  const signs = (rows: number) => Int8Array.from({ length: rows }, (_, i) => (i % 2 === 0 ? 1 : -1));

  it('leave a separator with few texts of its own as it is', () => {
    const separator = Float64Array.from([1, -1, 0]);

    expect(withRatios(separator, data(20), signs(20), options)).toBe(separator);
  });

  it('side with the separator where there are many', () => {
    const [own = 0, other = 0] = withRatios(new Float64Array(3), data(2000), signs(2000), options);

    expect([own > 0, other < 0]).toEqual([true, true]);
  });
});

describe('common words', () => {
  it('are the first pieces in the first dimensions, to within a step', () => {
    const { pieces, table, size } = commonWords(100, 4);
    const at = allWords.pieces.indexOf(pieces[7] ?? 0);
    const whole = [0, 1, 2, 3].map(
      (d) => (allWords.table[at * allWords.dimensions + d] ?? 0) * (allWords.size[at] ?? 0),
    );
    const step = size[7] ?? 0;

    const off = whole.map((value, d) => Math.abs(value - (table[7 * 4 + d] ?? 0) * step));

    expect([pieces.length, Math.max(...off) <= step]).toEqual([100, true]);
  });
});

describe('a model', () => {
  it('learns from what its labels are called', () => {
    const model = fit([row('aaa', 'card_arrival'), row('bbb', 'exchange-rate')], {
      ...settings,
      learnNames: true,
    });

    const { scores } = read(model, 'when is the card here');

    expect((scores[0] ?? 0) > (scores[1] ?? 0)).toBe(true);
  });

  it('learns for each leaf what all leaves of its parent have in common', () => {
    const model = fit(
      [
        row('退款 苹果', 'buyer.refund.apply'),
        row('退款 梨子', 'buyer.refund.refused'),
        row('直播 葡萄', 'live.watch.stuck'),
        row('直播 西瓜', 'live.start.fails'),
      ],
      settings,
    );

    const { scores } = read(model, '退款');

    expect(Math.min(scores[0] ?? 0, scores[1] ?? 0) > Math.max(scores[2] ?? 0, scores[3] ?? 0)).toBe(true);
  });

  it('has the same bytes each time it is trained', () => {
    const [one, other] = [fit(fruit, settings), fit(fruit, settings)];

    expect(Buffer.from(bytesOf(one)).equals(Buffer.from(bytesOf(other)))).toBe(true);
  });

  it('reads what it was not taught from what it was taught', () => {
    const model = loadModel(bytesOf(fit(fruit, settings)));
    const { scores } = read(model, '我的包裹到哪里了');

    expect(model.labels[scores.indexOf(Math.max(...scores))]).toBe('parcel');
  });

  it.each([
    ['of another kind', (bytes: Uint8Array) => bytes.fill(0, 0, 4), 'not a KFUM artefact'],
    ['with a changed byte', (bytes: Uint8Array) => bytes.fill(1, bytes.length - 1), 'checksum'],
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 8), 'checksum'],
    ['that is empty', () => new Uint8Array(), 'not a KFUM artefact'],
  ])('%s is refused with the reason', (_what, spoil, reason) => {
    const bytes = bytesOf(fit(fruit, settings));

    expect(() => loadModel(spoil(bytes))).toThrow(BrokenArtefactError);
    expect(() => loadModel(spoil(bytes))).toThrow(reason);
  });
});

describe('training data', () => {
  const known = new Set(['a.b.c']);
  const folder = (content: string) => {
    const root = mkdtempSync(join(tmpdir(), 'kefu-'));
    mkdirSync(join(root, 'train/me'), { recursive: true });
    writeFileSync(join(root, 'train/me/a.txt'), content);
    return root;
  };

  it('is read with its labels', () => {
    const rows = readUtterances(folder('# note\n[a.b.c zh]\n!uh 救命 来人 @a.b.c\n'), ['train'], known);

    expect(rows).toMatchObject([
      {
        text: '救命 来人',
        intent: 'a.b.c',
        sentiment: 'angry',
        urgent: true,
        wantsHuman: true,
        secondary: 'a.b.c',
      },
    ]);
  });

  it.each([
    ['an unknown intent', '[a.b.x zh]\n', 'a.txt:1: unknown intent a.b.x'],
    ['an unknown second intent', '[a.b.c zh]\n= text @a.x.y\n', 'a.txt:2: unknown intent a.x.y'],
    ['a line without sentiment', '[a.b.c zh]\nwords\n', 'a.txt:2: expected'],
    ['a line without a heading', '= words\n', 'a.txt:1: expected'],
  ])('is refused for %s, with file and line', (_what, content, message) => {
    expect(() => readUtterances(folder(content), ['train'], known)).toThrow(message);
  });

  it.each([
    ['not JSON', '{', 'data.jsonl:1: not JSON'],
    ['an empty text', '{"text":" ","intent":"a"}', 'data.jsonl:1: text must be'],
    ['a missing intent', '{"text":"x"}', 'data.jsonl:1: intent must be'],
    ['a strange split', '{"text":"x","intent":"a","split":"exam"}', 'data.jsonl:1: split must be'],
    [
      'a strange sentiment',
      '{"text":"x","intent":"a","sentiment":"blue"}',
      'data.jsonl:1: sentiment must be',
    ],
  ])('in JSON Lines is refused for %s', (_what, content, message) => {
    const file = join(mkdtempSync(join(tmpdir(), 'kefu-')), 'data.jsonl');
    writeFileSync(file, content);

    expect(() => readJsonLines(file)).toThrow(message);
  });

  it('may repeat a line, but not under another intent', () => {
    expect(withoutRepeats([row('x', 'a'), row('x', 'a')], (it) => it)).toHaveLength(1);
    expect(() => withoutRepeats([row('x', 'a'), row('x', 'b')], (it) => it)).toThrow(
      'is b here but a in x:1',
    );
  });
});
