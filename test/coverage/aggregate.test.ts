/** Counting as the library offers it. */
import { describe, expect, it } from 'vitest';
import { aggregate } from '../../src/index.ts';
import type { TaggedTalk } from '../../src/talk.ts';
import { TAXONOMY, talksOf, type Written } from './support.ts';

function tagged(written: readonly Written[]): readonly TaggedTalk[] {
  return talksOf(written).map((talk) => ({
    ...talk,
    near: [],
    source: { ...talk.source, line: 1 },
    tags: talk.tags.map((tag) => ({ ...tag, label: {}, evidence: [] })),
  }));
}

const TALKS = tagged([
  { event: '勉強会', lang: 'ja', tags: ['drift', 'canary'] },
  { event: '勉強会', tags: ['drift'], status: 'review' },
  { event: 'OpML', tags: ['canary', 'drift'] },
  { event: 'OpML' },
]);

async function* streamed(talks: readonly TaggedTalk[]): AsyncGenerator<TaggedTalk> {
  yield* talks;
}

describe('aggregate', () => {
  it.each<[string, Parameters<typeof aggregate>[1], number, number]>([
    ['talks', {}, 2, 2 / 4],
    ['with talks in review', { includeReview: true }, 3, 3 / 4],
    ['primaries', { weight: 'primary' }, 2, 1 / 4],
    ['疑わしい発表の主題も', { weight: 'primary', includeReview: true }, 3, 2 / 4],
  ])('counts %s', async (_, options, talks, share) => {
    const { all, groups, by } = await aggregate(TALKS, options);
    expect(all.elements['drift']).toMatchObject({ talks, share });
    expect([by, groups]).toEqual([null, [all]]);
  });

  it('groups by one key and by two, of streams too', async () => {
    const one = await aggregate(streamed(TALKS), { by: 'event' });
    expect(one.groups.map(({ key, talks }) => [key, talks])).toEqual([
      ['OpML', 2],
      ['勉強会', 2],
    ]);
    const two = await aggregate(streamed(TALKS), { by: 'event', and: 'lang' });
    expect(two.groups.map(({ key, and }) => [key, and])).toEqual([
      ['OpML', ''],
      ['勉強会', 'ja'],
      ['勉強会', ''],
    ]);
  });

  it('shows what nobody treats where it is given a taxonomy', async () => {
    expect(Object.keys((await aggregate(TALKS)).all.elements)).toEqual(['canary', 'drift']);
    const { all } = await aggregate(TALKS, { taxonomy: TAXONOMY });
    expect(Object.keys(all.elements)).toEqual(['drift', 'alerts', 'canary', 'batch']);
    expect(all.elements['alerts']).toMatchObject({ talks: 0, share: 0, low: 0 });
    expect(all.elements['alerts']?.high).toBeGreaterThan(0);
  });

  it('counts nothing of nothing', async () => {
    expect(await aggregate([])).toMatchObject({ talks: 0, all: { talks: 0, elements: {} } });
  });

  it('keeps an error of the talks', async () => {
    async function* broken(): AsyncGenerator<TaggedTalk> {
      yield* TALKS;
      throw new Error('読めない');
    }
    await expect(aggregate(broken())).rejects.toThrow('読めない');
  });
});
