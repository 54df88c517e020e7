/** What paths say of event and year. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOfPath, type PathFacts } from '../../src/sources/path-patterns.ts';

const CASES: readonly (readonly [pattern: string, path: string, facts: PathFacts])[] = [
  ['talks/{event}/{year}/*.md', 'talks/opml/2020/a.md', { event: 'opml', year: 2020 }],
  ['talks/{event}/{year}/*.md', './talks/opml/2020/a.md', { event: 'opml', year: 2020 }],
  ['talks/{event}/{year}/*.md', 'talks/opml/2020/deep/a.md', {}],
  ['talks/{event}/{year}/*.md', 'talks/opml/20/a.md', {}],
  ['talks/{event}/{year}/*.md', 'talks/opml/20201/a.md', {}],
  ['talks/{event}/{year}/**', 'talks/opml/2020/deep/a.md', { event: 'opml', year: 2020 }],
  ['**/{year}/{event}/*.md', '2021/勉強会/監視.md', { event: '勉強会', year: 2021 }],
  ['**/{year}/{event}/*.md', 'content/ja/2021/勉強会/監視.md', { event: '勉強会', year: 2021 }],
  ['発表/{event}-{year}/*', '発表/機械学習の会-2023/監視.md', { event: '機械学習の会', year: 2023 }],
  ['発表/{event}{year}.yaml', '発表/MLSE2023.yaml', { event: 'MLSE', year: 2023 }],
  ['発表/第?回{event}/*', '発表/第3回勉強会/監視.md', { event: '勉強会' }],
  ['talks/{year}*/a+b (c).md', 'talks/2020-07/a+b (c).md', { year: 2020 }],
  ['talks/{event}/*.md', '../elsewhere/talks/opml/a.md', {}],
];

describe('factsOfPath', () => {
  it.each(CASES)('%s: %s', (pattern, path, facts) => {
    expect(factsOfPath(path, { root: '/repo', cwd: '/repo', patterns: [pattern] })).toEqual(facts);
  });

  it('takes the first that fits', () => {
    const patterns = { root: '/repo', cwd: '/repo', patterns: ['a/{year}/*', '発表/{event}/*', '{year}/{event}/*'] };
    expect(factsOfPath('発表/2020/a.md', patterns)).toEqual({ event: '2020' });
  });

  it('matches from the root, wherever the working folder is', () => {
    const patterns = { root: '/repo', cwd: join('/repo', '発表'), patterns: ['発表/{event}/*.md'] };
    expect(factsOfPath('勉強会/a.md', patterns)).toEqual({ event: '勉強会' });
    expect(factsOfPath('/repo/発表/勉強会/a.md', patterns)).toEqual({ event: '勉強会' });
  });

  it('compares composed and decomposed letters alike', () => {
    const patterns = { root: '/repo', cwd: '/repo', patterns: ['データ/{event}/*.md'] };
    expect(factsOfPath('データ/会/a.md'.normalize('NFD'), patterns)).toEqual({ event: '会' });
  });
});
