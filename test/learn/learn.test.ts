/** The whole way from labelled talks to a model; small on purpose. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/index.ts';
import type { Model } from '../../src/classify/model.ts';
import type { GoldTalk } from '../../src/evaluate/gold.ts';
import { goldHash } from '../../src/learn/gold-hash.ts';
import { learn } from '../../src/learn/learn.ts';
import { modelOf, modelText } from '../../src/model/file.ts';
import { goldTalks, QUICK, SMALL, talkOf } from '../support/gold.ts';
import { ROOT } from '../support/run.ts';
import { taxonomyOf } from '../support/taxonomy.ts';

const TALKS = goldTalks(50);
let model: Model;
beforeAll(async () => {
  model = await learn(TALKS, SMALL, {}, QUICK);
});

const taggedBy = (by: Model | null, title: string, text: string, lang: 'en' | 'ja') =>
  createClassifier(SMALL, { model: by }).classify(talkOf({ title, text, lang }, 'x'));

describe('learn', () => {
  it.each<['en' | 'ja', string, string, readonly string[]]>([
    ['en', 'Data drift again', 'We watch it.', ['drift']],
    ['ja', '続・データドリフト', '統計で見張ります。', ['drift']],
    ['en', 'Hamsters', 'Fluffy hamsters in their cages.', ['pets']],
    ['ja', '回し車の話', 'ハムスターの飼育小屋です。', ['pets']],
    ['ja', '友人のための料理', 'スープを作ります。', []],
  ])(
    'makes a model that tags what it was shown, words beside the vocabulary too (%s: %s)',
    (lang, title, text, tags) => {
      expect(taggedBy(model, title, text, lang).tags.map(({ id }) => id)).toEqual(tags);
    },
  );

  it('says what it was learned from', () => {
    expect(model).toMatchObject({
      taxonomy: { id: 'small', version: '1', hash: 'none' },
      learned: { talks: 50, practice: 0, languages: { en: 25, ja: 25 }, gold: goldHash(TALKS) },
      crossValidated: { folds: 3 },
    });
    expect(Object.keys(model.crossValidated.languages)).toEqual(['en', 'ja']);
    expect(model.crossValidated.all['micro']).toBeGreaterThan(0.8);
    expect(model.words.words).toContain('ハムスター');
  });

  it('is the same, byte for byte, in whatever order the talks come, ids that stand twice too', async () => {
    const few = TALKS.slice(0, 30);
    const twins = few.map((gold, i) => (i % 7 === 0 ? { ...gold, talk: { ...gold.talk, id: '同じ' } } : gold));
    const settings = { ...QUICK, iterations: 3 };
    const practice = goldTalks(10).map(({ talk, gold }) => ({ talk: { ...talk, id: '練習' }, gold }));
    const text = async (talks: readonly GoldTalk[], others: readonly GoldTalk[]): Promise<string> =>
      modelText(await learn(talks, SMALL, { practice: others }, settings));
    const expected = await text(twins, practice);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(twins, { minLength: twins.length }),
        fc.shuffledSubarray(practice, { minLength: practice.length }),
        async (talks, others) => {
          expect(await text(talks, others)).toBe(expected);
        },
      ),
      { numRuns: 4 },
    );
  });

  it('keeps its weights small where a signal is the same in every talk', async () => {
    const japanese = TALKS.filter(({ talk }) => talk.lang === 'ja');
    const made = await learn(japanese, SMALL, {}, QUICK);
    expect(Math.abs(made.bias)).toBeLessThan(20);
    expect(Object.values(made.signals).filter((weight) => Math.abs(weight) > 20)).toEqual([]);
    expect(made.signals).toMatchObject({ japanese: 0, domain: 0 });
    const [tag] = taggedBy(made, 'Data drift', 'Data drift and data drift.', 'en').tags;
    expect(tag?.id).toBe('drift');
  });

  it('learns from practice talks, and does not measure on them', async () => {
    const [practice, talks] = [
      TALKS.filter(({ gold }) => gold.primary === 'pets'),
      TALKS.filter(({ gold }) => gold.primary !== 'pets'),
    ];
    const made = await learn(talks, SMALL, { practice }, QUICK);
    expect(made.learned).toMatchObject({ talks: 40, practice: 10, languages: { en: 20, ja: 20 } });
    expect(made.words.words).toContain('ハムスター');
    expect((await learn(talks, SMALL, {}, QUICK)).words.words).not.toContain('ハムスター');
  });

  it('tells of every step, and ends where it is told to', async () => {
    const seen: number[] = [];
    const settings = { ...QUICK, iterations: 2 };
    await learn(TALKS, SMALL, { onProgress: async (done, of) => void seen.push(done / of) }, settings);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((done) => done / 8));
    const stopped = learn(TALKS, SMALL, { onProgress: () => Promise.reject(new Error('中断')) }, settings);
    await expect(stopped).rejects.toThrow('中断');
  });

  it.each<[string, readonly GoldTalk[]]>([
    ['no talk is labelled with anything', TALKS.map(({ talk }) => ({ talk, gold: { tags: [], primary: null } }))],
    [
      'every talk bears every label',
      TALKS.map(({ talk }) => ({ talk, gold: { tags: ['drift', 'alerts', 'training', 'pets'], primary: 'drift' } })),
    ],
    ['one talk is all', TALKS.slice(0, 1)],
  ])('writes no number that is none where %s', async (_, talks) => {
    const made = await learn(talks, SMALL, {}, { ...QUICK, iterations: 10 });
    const { crossValidated: _figures, ...weights } = made;
    expect(JSON.stringify(weights)).not.toContain('null');
    expect(modelOf(modelText(made), '読み直し')).toEqual(made);
  });
});

describe('learn on top of a model', () => {
  it('keeps what the talks do not speak of', async () => {
    const talks = TALKS.filter(({ talk, gold }) => talk.lang === 'en' && gold.primary !== 'pets');
    const from = { ...model, calibration: { ...model.calibration, ja: { slope: 0.777, offset: 0.111 } } };
    const made = await learn(talks, SMALL, { from }, { ...QUICK, iterations: 10 });
    const word = (of: Model): number => of.words.words.indexOf('ハムスター');
    const row = (of: Model): readonly (readonly number[])[] => {
      const range = of.words.starts.slice(word(of), word(of) + 2);
      return [[...of.words.elements.slice(...range)], [...of.words.weights.slice(...range)]];
    };
    expect(row(made)).toEqual(row(model));
    expect(made.elements.map(({ japanese }) => japanese)).toEqual(model.elements.map(({ japanese }) => japanese));
    expect(made.signals['japanese']).toBe(model.signals['japanese']);
    expect(made.calibration['ja']).toEqual({ slope: 0.777, offset: 0.111 });
    expect(made.threshold).toBe(model.threshold);
    expect(made.learned.from).toBe(model.learned.gold);
  });

  it('is that model again where there is nothing to learn', async () => {
    const made = await learn(TALKS.slice(0, 30), SMALL, { from: model }, { ...QUICK, iterations: 0 });
    const { bias, signals, elements, words } = made;
    expect(Math.abs(bias - model.bias)).toBeLessThan(0.0011);
    expect({ signals, elements }).toEqual({ signals: model.signals, elements: model.elements });
    expect(words.keys).toEqual(model.words.keys);
    expect([...words.weights]).toEqual([...model.words.weights]);
  });

  it('takes ids that objects have of their own', async () => {
    const odd = taxonomyOf({ part: { constructor: ['data drift', 'データドリフト'], drift: ['alerting'] } });
    const talks = TALKS.map(({ talk }, i) => ({
      talk,
      gold: { tags: i % 10 < 2 ? ['constructor'] : [], primary: null },
    }));
    const settings = { ...QUICK, iterations: 5 };
    const from = {
      ...model,
      elements: model.elements.filter(({ id }) => id === 'drift').map((one) => ({ ...one, beside: {} })),
    };
    const made = await learn(
      talks,
      odd,
      { from: { ...from, words: { ...model.words, starts: new Int32Array(model.words.starts.length) } } },
      settings,
    );
    const { crossValidated: _figures, ...weights } = made;
    expect(JSON.stringify(weights)).not.toContain('null');
  });
});

describe('the model that ships', () => {
  const isWanted = existsSync(join(ROOT, '../shared/corpus/en.ndjson')) && process.env['MLOPS_TAG_SLOW'] !== undefined;
  it.skipIf(!isWanted)(
    'is learned again byte for byte (slow: only with MLOPS_TAG_SLOW set and the labelled talks in ../shared/corpus)',
    () => {
      const { status, stderr } = spawnSync(process.execPath, ['scripts/learn.mjs', '--check'], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, expect.stringContaining('the same bytes')]);
    },
    600_000,
  );
});
