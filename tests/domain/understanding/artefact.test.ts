import { describe, expect, it } from 'vitest';
import {
  BrokenArtefactError,
  readArtefact,
  writeArtefact,
} from '../../../functions/domain/understanding/model/bytes.ts';
import { loadModel, MODEL_FORMAT, MODEL_MAGIC } from '../../../functions/domain/understanding/model/model.ts';

const content = {
  header: { format: 1 },
  arrays: { keys: Uint32Array.of(1, 2, 3), weights: Int8Array.of(-1, 0, 1) },
};

describe('an artefact', () => {
  it('is read as it was written, wherever its bytes begin', () => {
    const bytes = writeArtefact('TEST', content);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);

    expect(readArtefact('TEST', bytes)).toEqual(content);
    expect(readArtefact('TEST', shifted.subarray(3))).toEqual(content);
  });

  it('holds no other kind of array', () => {
    // @ts-expect-error the compiler forbids it, plain JavaScript does not
    expect(() => writeArtefact('TEST', { header: {}, arrays: { far: Float64Array.of(1) } })).toThrow(
      TypeError,
    );
  });

  it.each([
    ['has another name', (it: Uint8Array) => it.with(0, 0x41), 'not a TEST artefact'],
    ['is too short', (it: Uint8Array) => it.slice(0, 20), 'not a TEST artefact'],
    ['is one bit off', (it: Uint8Array) => it.with(it.length - 1, 1), 'checksum'],
  ])('is refused when it %s', (_what, spoil, reason) => {
    expect(() => readArtefact('TEST', spoil(writeArtefact('TEST', content)))).toThrow(reason);
  });
});

describe('a model', () => {
  const header = { format: MODEL_FORMAT, labels: ['a'], heads: [], curves: {}, surely: 0.5, vectorWeight: 0 };
  const arrays = {
    keys: Uint32Array.of(7),
    rarity: Float32Array.of(1),
    scale: Float32Array.of(1),
    weights: Int8Array.of(1),
    bias: Float32Array.of(0),
  };
  const load = (artefact: Parameters<typeof writeArtefact>[1]) =>
    loadModel(writeArtefact(MODEL_MAGIC, artefact));

  it('is loaded when its parts fit', () => {
    expect(load({ header, arrays }).labels).toEqual(['a']);
  });

  it.each([
    ['its format is another', { header: { ...header, format: 99 }, arrays }, 'format'],
    ['weights are missing', { header, arrays: { ...arrays, weights: new Int8Array() } }, 'do not fit'],
    ['a part is of another kind', { header, arrays: { ...arrays, scale: Int8Array.of(1) } }, 'do not fit'],
    ['there is a label too many', { header: { ...header, labels: ['a', 'b'] }, arrays }, 'do not fit'],
  ])('is refused when %s', (_when, artefact, reason) => {
    expect(() => load(artefact)).toThrow(BrokenArtefactError);
    expect(() => load(artefact)).toThrow(reason);
  });
});
