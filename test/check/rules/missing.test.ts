import { describe, expect, it } from 'vitest';
import { contextOf, fixText, gist, saidBy, type TalkSketch } from './support.ts';

describe('missing-title', () => {
  it.each<[string, TalkSketch, number]>([
    ['a title', { title: 'Watching drift', titled: true }, 0],
    ['日本語の題', { title: 'ドリフトの見張り', titled: true }, 0],
    ["the file's name", { title: 'watching-drift', titled: false }, 1],
    ['ファイル名', { title: 'ドリフト', titled: false }, 1],
  ])('%s', (_, sketch, count) => {
    expect(saidBy('missing-title', sketch)).toHaveLength(count);
  });
});

describe('missing-description', () => {
  it.each<[string, TalkSketch, number]>([
    ['an abstract', { abstract: 'We watch models.' }, 0],
    ['a body', { body: 'モデルを見張ります。' }, 0],
    ['nothing', {}, 1],
    ['blanks of both scripts', { abstract: ' \n', body: '\u3000' }, 1],
    ['昼食', { title: '昼食' }, 0],
    ['a lunch that somebody gives a talk at', { title: 'Lunch', speakers: ['山田'] }, 1],
    ['keywords alone', { keywords: ['drift', 'ドリフト'] }, 1],
  ])('%s', (_, sketch, count) => {
    expect(saidBy('missing-description', sketch)).toHaveLength(count);
  });
});

describe('missing-event', () => {
  it.each<[string, TalkSketch, number]>([
    ['an event', { event: 'OpML' }, 0],
    ['勉強会', { event: '機械学習の会' }, 0],
    ['none', {}, 1],
    ['休憩', { title: '休憩' }, 0],
    ['a blank one', { event: '\u3000 ' }, 1],
    ['a year alone', { year: 2024 }, 1],
  ])('%s', (_, sketch, count) => {
    expect(saidBy('missing-event', sketch)).toHaveLength(count);
  });
});

describe('missing-tags', () => {
  const found = { drift: 0.931, 'online-inference': 0.706 };

  it.each<[string, TalkSketch, readonly string[]]>([
    ['no key', { found }, ['2 -: add drift, online-inference']],
    ['an empty list', { found, declared: [] }, ['9 -: add drift, online-inference']],
    ['nothing found', { declared: [] }, []],
    ['one excluded', { found, excluded: ['ドリフト'] }, ['2 -: add online-inference']],
    ['the part of one excluded', { found, excluded: ['monitoring'] }, ['2 -: add online-inference']],
    ['all excluded', { found, excluded: ['drift', 'online-inference'] }, []],
    ['a mapping declared', { found, odd: ['a mapping'] }, []],
    ['unknown ones declared', { found, declared: ['なぞ', 'mystery'] }, []],
  ])('%s', (_, sketch, expected) => {
    expect(gist(saidBy('missing-tags', sketch))).toEqual(expected);
  });

  it('names what was found, how surely and by which words', () => {
    const [said] = saidBy('missing-tags', { found });
    expect(said?.message).toContain('"drift" (0.93), "online-inference" (0.71)');
    expect(said?.related?.map(({ message }) => message)).toEqual(['words of drift', 'words of online-inference']);
  });

  it.each([
    ['id', 'add drift'],
    ['en', 'add Data and concept drift'],
    ['ja', 'add データドリフト・コンセプトドリフト'],
  ] as const)('writes %s as the config asks', (as, expected) => {
    const [said] = saidBy('missing-tags', { found: { drift: 0.9 } }, contextOf({ as }));
    expect(fixText(said?.fix)).toBe(expected);
  });

  it('puts in no more than a talk may have', () => {
    const [said] = saidBy('missing-tags', { found: { ...found, agents: 0.6 } }, contextOf({ maxTags: 2 }));
    expect(fixText(said?.fix)).toBe('add drift, online-inference');
    expect(said?.message).toContain('agents');
  });
});
