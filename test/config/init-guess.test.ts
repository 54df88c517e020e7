/** What `init` makes of paths and values. */
import { describe, expect, it } from 'vitest';
import { declaredOf, foldersOf, patternOf } from '../../src/commands/init-guess.ts';
import type { Talk } from '../../src/talk.ts';
import { taxonomyOf } from '../support/taxonomy.ts';

describe('foldersOf', () => {
  it.each<readonly [readonly string[], readonly string[]]>([
    [['talks/a.md', 'docs/b.md'], ['talks']],
    [['content/talks/2020/a.md', 'content/about.md'], ['content/talks']],
    [
      ['発表/監視.md', 'ja/講演/x.md'],
      ['発表', 'ja/講演'],
    ],
    [
      ['events/opml/a.md', 'notes/b.md'],
      ['events', 'notes'],
    ],
    [['a.md', 'notes/b.md'], ['.']],
    [['a/x.md', 'b/x.md', 'c/x.md', 'd/x.md', 'e/x.md', 'f/x.md'], ['.']],
  ])('%j', (paths, folders) => expect(foldersOf(paths)).toEqual(folders));
});

describe('patternOf', () => {
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
  ])('%j', (paths, pattern) => expect(patternOf(paths)).toBe(pattern));
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
