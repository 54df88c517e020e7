/** What `init` makes of paths and values. */
import { describe, expect, it } from 'vitest';
import { declaredOf, patternsOf } from '../../src/commands/init-guess.ts';
import { placesOf, type Seen } from '../../src/commands/init-places.ts';
import type { Talk } from '../../src/talk.ts';
import { taxonomyOf } from '../support/taxonomy.ts';

const page = (path: string, seen: Partial<Seen> = {}): Seen => ({
  path,
  talks: 1,
  tagged: 0,
  detailed: false,
  ...seen,
});
const tagged = (path: string): Seen => page(path, { tagged: 1 });
const detailed = (path: string): Seen => page(path, { detailed: true });
const nothing = (path: string): Seen => page(path, { talks: 0 });

describe('placesOf', () => {
  it.each<readonly [readonly Seen[], readonly string[], readonly string[]]>([
    [[page('talks/a.md'), page('docs/b.md')], ['talks'], ['docs/b.md']],
    [[page('content/talks/2020/a.md'), page('content/about.md')], ['content/talks'], ['content/about.md']],
    [[page('発表/監視.md'), page('ja/講演/x.md')], ['ja/講演', '発表'], []],
    [[page('events/opml/a.md'), page('notes/b.md')], ['events', 'notes'], []],
    [[page('a.md'), page('notes/b.md')], ['.'], []],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', '九'].map((folder) => page(`${folder}/x.md`)), ['.'], []],
    [[page('content/talks/a.md'), tagged('data/発表.yaml'), tagged('data/more.ndjson')], ['data', 'content/talks'], []],
    [
      [tagged('_talks/a.md'), page('_data/talks.yaml'), nothing('_data/people.yaml')],
      ['_talks', '_data/talks.yaml'],
      [],
    ],
    [
      [page('talks/a.md'), tagged('data/一覧.json'), page('data/people.csv')],
      ['data/一覧.json', 'talks'],
      ['data/people.csv'],
    ],
    [[detailed('勉強会/春/a.md'), detailed('勉強会/秋/b.md'), nothing('勉強会/_index.md')], ['勉強会'], []],
    [
      [tagged('content/a/x.md'), page('content/a/y.md'), page('content/talks/z.md')],
      ['content/a', 'content/talks'],
      [],
    ],
    [[detailed('sessions-2023.yaml'), page('docs/案内.md')], ['sessions-2023.yaml'], ['docs/案内.md']],
    [[nothing('talks/README.md')], [], []],
    [[], [], []],
  ])('%j', (files, chosen, left) => {
    const places = placesOf(files);
    expect(places.chosen.map(({ path }) => path)).toEqual(chosen);
    expect(places.left.map(({ path }) => path)).toEqual(left);
  });

  it('counts talks by place', () => {
    const files = [page('talks/a.yaml', { talks: 3 }), page('talks/二/b.yaml', { talks: 2, tagged: 1 })];
    expect(placesOf(files).chosen).toEqual([{ path: 'talks', talks: 5, tagged: 1 }]);
  });
});

describe('patternsOf', () => {
  it.each<readonly [readonly string[], string | undefined]>([
    [['talks/opml/2020/a.md', 'talks/勉強会/2021/b.md'], 'talks/{event}/{year}/*.md'],
    [['talks/2020/opml/a.md', 'talks/2021/mlse/b.yaml'], 'talks/{year}/{event}/*'],
    [['content/talks/2020/a.md', 'content/talks/2021/b.md'], 'content/talks/{year}/*.md'],
    [['発表/監視の会-2023/a.md', '発表/mlse-2024/deep/b.md'], '発表/{event}-{year}/**/*.md'],
    [['en/opml/2020/a.md', 'ja/opml/2020/b.md'], '*/{event}/{year}/*.md'],
    [['talks/a.md', 'talks/2020/b.md'], undefined],
    [['talks/opml/a.md'], undefined],
    [['2020.md', '2021.md'], undefined],
    [[], undefined],
  ])('%j', (paths, pattern) => expect(patternsOf(paths, ['.'])).toEqual(pattern === undefined ? [] : [pattern]));

  it('are one a place where they differ', () => {
    const paths = ['data/talks.yaml', 'talks/opml/2020/a.md', '発表/2021/春/b.md'];
    expect(patternsOf(paths, ['talks', '発表', 'data/talks.yaml'])).toEqual([
      'talks/{event}/{year}/*.md',
      '発表/{year}/{event}/*.md',
    ]);
  });
});

const TAXONOMY = taxonomyOf({ monitoring: { drift: ['ドリフト'], alerts: ['アラート'] } });

function talkWith(values: Readonly<Record<string, unknown>>): Talk {
  const value = (path: readonly string[]) => {
    const found = path.reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
      values,
    );
    return found === undefined ? undefined : { value: found, locate: () => ({ line: 1, column: 1 }) };
  };
  const origin = { titled: true, identified: false, value };
  return { id: 'a', title: '発表', source: { path: 'a.md', line: 1 }, origin };
}

describe('declaredOf', () => {
  it.each([
    [{ mlops: ['drift', '知らない'] }, { key: 'mlops', as: 'id' }],
    [{ taxonomies: { topic: ['drift（日本語）', 'alerts（日本語）'] } }, { key: 'taxonomies.topic', as: 'ja' }],
    [{ tags: 'drift, alerts' }, { key: 'tags', as: 'id' }],
    [{ tags: ['drift', 'python', '機械学習'] }, undefined],
    [{ topics: ['python'] }, undefined],
    [{}, undefined],
  ])('%j', (values, declared) => expect(declaredOf([talkWith(values)], TAXONOMY)).toEqual(declared));
});
