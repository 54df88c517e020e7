/** Talks in two languages: which belong together, and how far their tags agree. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/classify/index.ts';
import { isAlike, parityOf } from '../../src/evaluate/parity.ts';
import { type Half, halfOf, pairsOf, pathOfBoth } from '../../src/evaluate/parity-pairs.ts';
import { evidenceOf, tagOf, talkOf } from '../report/support.ts';
import { type HalfParts, half, miss, tags } from './parity-support.ts';

describe('what the paths of both have in common', () => {
  it.each([
    ['talks/drift.en.md', 'talks/drift.ja.md'],
    ['talks/drift.md', 'talks/drift.ja.md'],
    ['talks/drift_en.md', 'talks/drift-ja.md'],
    ['talks/drift/en.md', 'talks/drift/ja.md'],
    ['en.md', 'ja.md'],
    ['content/en/drift.md', 'content/ja/drift.md'],
    ['content/drift.md', 'content/ja/drift.md'],
    ['en/2024/橋.md', 'ja/2024/橋.md'],
    ['content/en-us/drift.md', 'content/ja-JP/drift.md'],
    ['/home/ja/site/en/drift.md', '/home/ja/site/ja/drift.md'],
    ['橋.en.yaml', '橋.ja.yaml'],
  ])('%s, %s', (en, ja) => {
    expect(pathOfBoth(ja)).toBe(pathOfBoth(en));
  });

  it.each([
    ['talks/drift.en.md', 'talks/shift.ja.md'],
    ['2024/en/drift.md', '2025/ja/drift.md'],
    ['golden.md', 'gold.md'],
    ['ninja.md', 'nin.md'],
    ['men/x.md', 'm/x.md'],
    ['talks/drift.en.md', 'talks/drift.zh.md'],
  ])('not %s, %s', (one, other) => {
    expect(pathOfBoth(other)).not.toBe(pathOfBoth(one));
  });
});

describe('pairing', () => {
  const en = (parts: HalfParts): Half => half('en', parts);
  const ja = (parts: HalfParts): Half => half('ja', parts);

  it.each<[string, readonly Half[], readonly string[]]>([
    ['by file name', [en({ path: 'a.en.md' }), ja({ path: 'a.ja.md' })], ['a.en.md a.ja.md']],
    ['by folder', [ja({ path: 'ja/橋.md' }), en({ path: 'en/橋.md' })], ['en/橋.md ja/橋.md']],
    [
      'by translationKey, whatever the names',
      [en({ path: 'bridge.md', translationKey: 'b' }), ja({ path: '橋.md', translationKey: 'b' })],
      ['bridge.md 橋.md'],
    ],
    [
      'by translationKey before the name',
      [
        en({ path: 'a.en.md', translationKey: 'k' }),
        ja({ path: 'a.ja.md' }),
        ja({ path: 'b.ja.md', translationKey: 'k' }),
      ],
      ['a.en.md b.ja.md'],
    ],
    [
      'by the id that the source gives',
      [en({ path: 'talks.ndjson', id: '7' }), ja({ path: 'talks.ndjson', id: '7' })],
      ['talks.ndjson talks.ndjson'],
    ],
    ['no two talks of one file by its name', [en({ path: 'all.md' }), ja({ path: 'all.md' })], []],
    ['no page that is not translated yet', [en({ path: 'a.en.md' }), en({ path: 'a.ja.md' })], []],
    [
      'nothing by a name that two talks of a language have',
      [en({ path: 'a.en.md' }), en({ path: 'a_en.md' }), ja({ path: 'a.ja.md' })],
      [],
    ],
    [
      'the others too where one name tells nothing',
      [
        en({ path: 'list.en.yaml', id: '1' }),
        en({ path: 'list.en.yaml', id: '2' }),
        ja({ path: 'list.ja.yaml', id: '2' }),
        ja({ path: 'list.ja.yaml', id: '1' }),
      ],
      ['list.en.yaml list.ja.yaml', 'list.en.yaml list.ja.yaml'],
    ],
  ])('%s', (_, halves, expected) => {
    const pairs = pairsOf(halves);
    expect(pairs.map(({ en, ja }) => `${en.talk.source.path} ${ja.talk.source.path}`)).toEqual(expected);
    expect(parityOf(halves).alone).toBe(halves.length - 2 * expected.length);
  });
});

describe('the half that a talk is', () => {
  const explanation = (lang: string, extra = {}): Explanation => ({
    tagged: talkOf({ lang, extra, tags: [tagOf('drift', 0.8, ['データドリフト'])] }),
    domain: 1,
    threshold: 0.5,
    marks: [],
    concepts: [
      { id: 'drift', score: 3, confidence: 0.8, verdict: 'tag', missing: '', evidence: [] },
      {
        id: 'release',
        score: 1,
        confidence: 0.4,
        verdict: 'below-threshold',
        missing: 'one more term',
        evidence: [{ ...evidenceOf('リリース'), count: 1, full: 1 }],
      },
    ],
  });

  it.each([
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['EN', 'en'],
    ['zh', undefined],
    ['jam', undefined],
  ])('of %s is %s', (lang, expected) => {
    expect(halfOf(explanation(lang))?.lang).toBe(expected);
  });

  it('keeps what missed the cut, and no tag among it', () => {
    const { misses } = halfOf(explanation('ja')) ?? { misses: new Map() };
    expect([...misses.keys()]).toEqual(['release']);
    expect(misses.get('release')).toMatchObject({ confidence: 0.4, evidence: [{ text: 'リリース' }] });
  });

  it.each(['translationKey', 'translationkey', 'translation_key'])('is named by %s', (name) => {
    expect(halfOf(explanation('ja', { [name]: 7, other: 'x' }))?.translationKey).toBe('7');
  });
});

describe('comparing', () => {
  it.each<[string, readonly string[], readonly string[], number, boolean]>([
    ['same tags, another order', ['drift', 'release'], ['release', 'drift'], 1, false],
    ['same tags', ['drift'], ['drift'], 1, true],
    ['no tags', [], [], 1, true],
    ['one side silent', ['drift'], [], 0, false],
    ['one tag more in Japanese', ['drift'], ['drift', 'release'], 1 / 2, true],
    ['one of three in common', ['drift', 'release'], ['drift', 'explainability'], 1 / 3, true],
    ['nothing in common', ['drift'], ['release'], 0, false],
  ])('%s', (_, en, ja, jaccard, samePrimary) => {
    const [pair] = parityOf([half('en', { tags: tags(...en) }), half('ja', { tags: tags(...ja) })]).pairs;
    expect(pair).toMatchObject({ jaccard, samePrimary });
    expect(pair?.oneSided.map(({ id, has }) => `${has} ${id}`)).toEqual([
      ...en.filter((id) => !ja.includes(id)).map((id) => `en ${id}`),
      ...ja.filter((id) => !en.includes(id)).map((id) => `ja ${id}`),
    ]);
    expect(pair !== undefined && isAlike(pair)).toBe(jaccard === 1);
  });

  it('says what a tag rests on and how near the other text came', () => {
    const near = miss(0.42, 'ONNX');
    const { pairs } = parityOf([
      half('en', { misses: { release: near } }),
      half('ja', { tags: [tagOf('release', 0.8, ['リリース', '切り戻し'])] }),
    ]);
    expect(pairs[0]?.oneSided).toMatchObject([
      { id: 'release', has: 'ja', confidence: 0.8, evidence: [{ text: 'リリース' }, { text: '切り戻し' }], near },
    ]);
  });

  it('counts over all pairs, over those with a tag, and by concept', () => {
    const pair = (name: string, en: readonly string[], ja: readonly string[]): readonly Half[] => [
      half('en', { path: `${name}.en.md`, tags: tags(...en) }),
      half('ja', { path: `${name}.ja.md`, tags: tags(...ja) }),
    ];
    const parity = parityOf([
      ...pair('橋', ['drift'], ['drift']),
      ...pair('梟', [], ['drift']),
      ...pair('薬', ['drift', 'release'], ['drift']),
      ...pair('型', [], []),
      half('ja', { path: '独り.ja.md' }),
    ]);
    expect(parity.all).toEqual({ pairs: 4, alike: 2, share: 1 / 2, jaccard: 2.5 / 4, primary: 3 / 4 });
    expect(parity.tagged).toEqual({ pairs: 3, alike: 1, share: 1 / 3, jaccard: 1.5 / 3, primary: 2 / 3 });
    expect(parity.concepts).toEqual([
      { id: 'drift', both: 2, en: 0, ja: 1 },
      { id: 'release', both: 0, en: 1, ja: 0 },
    ]);
    expect(parity.alone).toBe(1);
  });

  it('has figures of 0 without pairs', () => {
    const nothing = { pairs: 0, alike: 0, share: 0, jaccard: 0, primary: 0 };
    expect(parityOf([])).toEqual({ pairs: [], all: nothing, tagged: nothing, concepts: [], alone: 0 });
  });

  const someTags = fc.subarray(['drift', 'release', 'explainability', 'model-monitoring']);
  const somePairs = fc.array(fc.record({ en: someTags, ja: someTags }), { maxLength: 8 });
  const halvesOf = (pairs: readonly { readonly en: readonly string[]; readonly ja: readonly string[] }[]) =>
    pairs.flatMap(({ en, ja }, index) => [
      half('en', { path: `${index}.en.md`, tags: tags(...en) }),
      half('ja', { path: `${index}.ja.md`, tags: tags(...ja) }),
    ]);

  it('gives the same figures whichever language and whichever order comes first', () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        const { all, tagged } = parityOf(halvesOf(pairs));
        const swapped = parityOf(halvesOf(pairs.map(({ en, ja }) => ({ en: ja, ja: en }))));
        expect([swapped.all, swapped.tagged]).toEqual([all, tagged]);
        expect(parityOf(halvesOf(pairs).toReversed()).all.alike).toBe(all.alike);
        for (const share of [all.share, all.jaccard, all.primary]) expect(share >= 0 && share <= 1).toBe(true);
        expect(all.alike - tagged.alike).toBe(all.pairs - tagged.pairs);
        expect(all.jaccard).toBeGreaterThanOrEqual(all.share);
      }),
    );
  });
});
