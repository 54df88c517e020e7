import { describe, expect, it } from 'vitest';
import { concerned, marksOf } from '../../src/check/marks.ts';
import { type FactsSketch, factsOf } from './rules/talks.ts';

const marks = (sketch: FactsSketch): string => marksOf([factsOf(sketch)]);

describe('a talk concerns another', () => {
  const asked: FactsSketch = { title: 'ドリフトの見張り', description: 'h1', words: ['MLOps', 'サーバー'] };

  it.each<[string, FactsSketch, boolean]>([
    ['by its title', { title: '「ドリフト」の見張り' }, true],
    ['by its description', { title: '別の題', description: 'h1' }, true],
    ['by a word in another spelling', { title: '別の題', words: ['mlops'] }, true],
    ['長音の違い', { title: '別の題', words: ['サーバ'] }, true],
    ['by a plural', { title: '別の題', words: ['MLOpss'] }, false],
    ['not by a word in the same spelling', { title: '別の題', words: ['MLOps'] }, false],
    ['not by what it has in common with nobody', { title: '別の題', description: 'h2', words: ['監視'] }, false],
  ])('%s', (_, other, expected) => {
    expect(concerned([marks(asked)], new Map([['other', marks(other)]]))).toEqual(expected ? ['other'] : []);
  });

  it('by a word that a third one spells otherwise: how often each is written counts', () => {
    const others = new Map([
      ['same', marks({ title: 'a', words: ['MLOps'] })],
      ['other', marks({ title: 'b', words: ['MLops'] })],
      ['none', marks({ title: 'c', words: ['監視'] })],
    ]);
    expect(concerned([marks({ title: 'd', words: ['MLOps'] })], others)).toEqual(['same', 'other']);
  });

  it('not without a title of its own', () => {
    const untitled = { title: '資料', titled: false };
    expect(concerned([marks(untitled)], new Map([['other', marks(untitled)]]))).toEqual([]);
  });
});
