import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/findings.ts';
import { agedModel, unknownElements, withModel } from '../../src/model/fit.ts';
import { taxonomyOf } from '../support/taxonomy.ts';
import { modelFor } from './support.ts';

const TAXONOMY = taxonomyOf({ 監視: { drift: ['データドリフト'], alerts: ['alerting'] } });

describe('fit', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['the same elements', ['drift', 'alerts'], []],
    ['fewer', ['alerts'], []],
    ['none', [], []],
    ['one that is not there', ['drift', '漂流'], ['漂流']],
    ['a part, which is no element', ['監視'], ['監視']],
  ])('%s', (_, ids, unknown) => {
    expect(unknownElements(modelFor(ids), TAXONOMY)).toEqual(unknown);
  });

  it('takes a deprecated element for none', () => {
    const concepts = TAXONOMY.concepts.map((one) => (one.id === 'alerts' ? { ...one, deprecated: true } : one));
    expect(unknownElements(modelFor(['drift', 'alerts']), { ...TAXONOMY, concepts })).toEqual(['alerts']);
  });

  it('gives the taxonomy its model, or says why not, and what to do', () => {
    const model = modelFor(['drift']);
    expect(withModel(TAXONOMY, model, 'm.json')).toEqual({ ...TAXONOMY, model });
    const wrong = (): unknown => withModel(TAXONOMY, modelFor(['drfit', '漂流']), 'モデル.json');
    expect(wrong).toThrow(UsageError);
    expect(wrong).toThrow(
      'モデル.json does not fit the taxonomy "small": it was learned with "small", whose element "drfit" is none here (did you mean "drift"?). Learn one for it: mlops-tag learn GOLD --taxonomy FILE -o MODEL',
    );
  });

  it('tells of another state of the taxonomy', () => {
    const model = modelFor(['drift']);
    expect(agedModel(model, TAXONOMY, 'm.json')).toBeUndefined();
    expect(agedModel(model, { ...TAXONOMY, hash: '0123456789abcdef', version: '2' }, 'モデル.json')).toBe(
      'モデル.json was learned with another state of the taxonomy (small 1, none; this is small 2, 0123456789ab): it still fits, its figures may not hold',
    );
  });
});
