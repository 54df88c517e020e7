import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Examiner } from '../../src/classify/examine.ts';
import { judgedElements } from '../../src/classify/model.ts';
import { dot, SIGNALS, TalkSignals } from '../../src/classify/signals.ts';
import type { Talk } from '../../src/talk.ts';
import { taxonomyOf } from '../support/taxonomy.ts';

const TAXONOMY = taxonomyOf(
  {
    monitoring: {
      drift: ['data drift', { text: 'データドリフト', weight: 2 }, { text: 'Evidently', kind: 'product', weight: 0.5 }],
      alerts: ['alerting', 'アラート'],
    },
    foundation: { containers: [{ text: 'Kubernetes', general: true }, 'コンテナ'] },
  },
  { domain: ['machine learning', '機械学習'] },
);
const isTag = (concept: number): boolean => TAXONOMY.concepts[concept]?.broader !== undefined;
const ELEMENTS = judgedElements(TAXONOMY, isTag);
const EXAMINER = new Examiner(TAXONOMY);
const IDS = ['drift', 'alerts', 'containers'];

function signalsOf(talk: Partial<Talk>): TalkSignals {
  const { scores, facts } = EXAMINER.examine({ id: 'a', title: '', source: { path: 'a.md', line: 1 }, ...talk });
  return new TalkSignals(scores, facts, ELEMENTS);
}

const named = (row: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(SIGNALS.map((name, i) => [name, row[i] ?? Number.NaN]));
const read = (talk: Partial<Talk>, id: string) => named(signalsOf(talk).of(IDS.indexOf(id)));

describe('signals', () => {
  it('have names of their own', () => {
    expect(new Set(SIGNALS).size).toBe(SIGNALS.length);
    expect(signalsOf({}).of(0)).toHaveLength(SIGNALS.length);
  });

  it('are of the elements, each with its part', () => {
    expect(ELEMENTS).toEqual({ concepts: [1, 2, 4], parts: [0, 0, 3] });
  });

  it.each<[string, Partial<Talk>, string, Readonly<Record<string, number>>]>([
    [
      'nothing',
      { title: 'スープの話' },
      'drift',
      { found: 0, strength: Math.log(0.1), share: 0, labels: 0, hits: 0, spread: 0, first: 0, lead: 0, rank: 0 },
    ],
    [
      'a title',
      { title: 'データドリフト' },
      'drift',
      {
        found: 1,
        title: 2,
        'in-title': 1,
        'in-opening': 0,
        share: 1,
        'share-from-a-third': 1,
        labels: Math.log(2),
        'strongest-label': 2,
        first: 1,
        spread: 0,
      },
    ],
    [
      'a text',
      { abstract: 'データドリフトとアラート' },
      'alerts',
      {
        'in-title': 0,
        'in-opening': 1,
        first: 0,
        rank: 0.1,
        'share-from-a-third': 1,
        spread: 1,
        sibling: Math.log(0.1 + 2.6),
      },
    ],
    ['repeats', { abstract: 'アラート、アラート、アラート' }, 'alerts', { hits: Math.log(4), labels: Math.log(2) }],
    ['a product', { abstract: 'Evidently' }, 'drift', { products: 1, general: 0, 'strongest-label': 0.5 }],
    [
      'a word of IT at large',
      { title: 'Kubernetes' },
      'containers',
      { general: 1, domain: 0, found: 0, 'in-title': 0 },
    ],
    [
      'one of another part',
      { title: 'データドリフト' },
      'containers',
      { found: 0, sibling: Math.log(0.1), 'title-other': 2 },
    ],
    ['Japanese', { title: 'アラート', lang: 'ja' }, 'alerts', { japanese: 1 }],
    ['Japanese of a region', { title: 'アラート', lang: 'ja-JP' }, 'alerts', { japanese: 1 }],
    ['another language', { title: 'アラート', lang: 'jam' }, 'alerts', { japanese: 0 }],
    [
      'keywords, which are no text',
      { keywords: ['アラート'] },
      'alerts',
      { found: 1, 'in-opening': 0, spread: 0, length: -6 },
    ],
  ])('%s', (_, talk, id, expected) => {
    const found = read(talk, id);
    for (const [name, value] of Object.entries(expected))
      expect([name, found[name]]).toEqual([name, expect.closeTo(value, 9)]);
  });

  it('rise with what is supposed', () => {
    const signals = signalsOf({ title: 'アラート', abstract: 'Kubernetes' });
    const { strength = 0, labels = 0 } = named(signals.of(0));
    const more = named(signals.of(0, { terms: 1, titleWeight: 2.6 }));
    expect(more).toMatchObject({ found: 1, strength: Math.log(1.1), labels: Math.log(2), 'in-title': 0 });
    expect([strength, labels]).toEqual([Math.log(0.1), 0]);
    expect(named(signals.of(0, { terms: 1, inTitle: true, titleWeight: 2.6 }))).toMatchObject({ 'in-title': 1 });
    const [, , general] = [0, 1, 2].map((element) => named(signals.of(element, { domain: 1, titleWeight: 2.6 })));
    expect(general).toMatchObject({ found: 1, domain: 1 });
  });

  it('weigh the same all at once and one by one', () => {
    const word = fc.constantFrom(
      'データドリフト',
      'alerting',
      'Kubernetes',
      '機械学習',
      'コンテナ',
      'スープ',
      'Evidently',
    );
    const weights = fc.array(fc.integer({ min: -20, max: 20 }), {
      minLength: SIGNALS.length,
      maxLength: SIGNALS.length,
    });
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 4 }),
        fc.array(word, { maxLength: 6 }),
        weights,
        (title, abstract, given) => {
          const signals = signalsOf({ title: title.join(' '), abstract: abstract.join(' '), lang: 'ja' });
          const by = Float64Array.from(given);
          signals.weighed(by).forEach((sum, element) => {
            expect(sum).toBeCloseTo(dot(signals.of(element), by), 9);
          });
        },
      ),
    );
  });

  it('are numbers whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), (title, abstract) => {
        for (let element = 0; element < IDS.length; element++)
          expect(signalsOf({ title, abstract }).of(element).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
