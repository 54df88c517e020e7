/** What a page of many talks and many groups weighs. */
import { describe, expect, it } from 'vitest';
import type { CountedTag, CountedTalk } from '../../src/coverage/types.ts';
import { loadTaxonomy } from '../../src/taxonomy/load.ts';
import { pageOf } from './coverage-html-support.ts';
import { sketch } from './coverage-text-talks.ts';

const taxonomy = await loadTaxonomy();
const ELEMENTS = taxonomy.concepts.filter(({ broader }) => broader !== undefined);

/** About as long as real ones: titles of 60 letters, links, three tags; 1,000 have 1,500 speakers and 250 events. */
function manyTalks(count: number, wordings: number): readonly CountedTalk[] {
  return Array.from({ length: count }, (_, i) => ({
    ...sketch(`発表 ${i}: ${'a title that goes on and on '.repeat(2)}`, ''),
    event: `${2015 + (i % 10)}年の催し, room ${i % 250}`,
    year: 2015 + (i % 10),
    date: `${2015 + (i % 10)}-05-01`,
    track: `会場 ${i % 12}`,
    speakers: [`話者 ${i}`, `Speaker ${i % 500}`],
    organisations: [`組織 ${i % 300}`],
    url: `https://video.example.org/watch?v=talk${i}`,
    source: { path: `talks/${i}.md` },
    status: 'tagged' as const,
    primary: ELEMENTS[i % ELEMENTS.length]?.id ?? null,
    tags: [1, 7, 11].flatMap((step, at) => tagOf(i * step + at, i, wordings)),
  }));
}

function tagOf(element: number, talk: number, wordings: number): readonly CountedTag[] {
  const concept = ELEMENTS[element % ELEMENTS.length];
  const evidence = Array.from({ length: wordings }, (_, n) => ({
    term: n === 0 ? `製品 ${talk % 300}` : `label ${(talk * 7 + n) % 900}`,
    kind: n === 0 ? ('product' as const) : ('term' as const),
    text: n % 4 === 3 ? `wording ${talk * 3 + n}` : `Label ${(talk * 7 + n) % 900}`,
    field: 'abstract' as const,
  }));
  return concept === undefined ? [] : [{ id: concept.id, part: concept.broader ?? '', confidence: 0.9, evidence }];
}

function optionsOf(html: string): number {
  return html.split('<option').length - 1;
}

describe('a page of 1,000 talks', () => {
  const talks = manyTalks(1000, 8);

  it.each(['event', 'speaker', 'source', 'organisation', 'track', 'year'])('takes less than a megabyte by %s', (by) => {
    expect(Buffer.byteLength(pageOf(talks, { by, taxonomy, lang: 'ja' }))).toBeLessThan(1_000_000);
  });

  it('shows fewer wordings than a small one, and no fewer than two', () => {
    const most = (count: number): number =>
      [...pageOf(manyTalks(count, 8), { taxonomy }).matchAll(/\[(?:\[\d+,\d(?:,\d+)?\],?)+\]/g)].reduce(
        (longest, [wordings]) => Math.max(longest, wordings.split('],[').length),
        0,
      );
    expect(most(20)).toBe(5);
    expect(most(1000)).toBeLessThan(5);
    expect(most(1000)).toBeGreaterThanOrEqual(2);
  });

  it('names its 1,500 speakers in its data and in no list of options', () => {
    const html = pageOf(talks, { by: 'speaker', taxonomy });
    expect(html).toContain('"話者 999"');
    expect(optionsOf(html)).toBeLessThan(100);
    expect(html).toContain('<datalist id="filter-group-names">');
  });

  it('keeps links whole', () => {
    expect(pageOf(talks)).toMatch(/"https:\/\/video\.example\.org\/watch\?v=",[\s\S]*\[\d+,"talk999"\]/);
  });
});
