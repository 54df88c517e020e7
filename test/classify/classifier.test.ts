import { describe, expect, it } from 'vitest';
import { conceptNamed } from '../../src/classify/declared.ts';
import { createClassifier } from '../../src/classify/index.ts';
import type { Talk } from '../../src/talk.ts';
import { taxonomyOf } from '../support/taxonomy.ts';

const taxonomy = taxonomyOf(
  {
    monitoring: {
      drift: [
        { text: 'data drift', weight: 2 },
        { text: 'データドリフト', lang: 'ja', weight: 2 },
        'distribution shift',
      ],
      alerts: ['alerting', { text: 'dashboard', general: true }, 'アラート'],
    },
    foundation: { containers: [{ text: 'Kubernetes', general: true }, 'model operator'] },
  },
  {
    domain: [
      { text: 'machine learning', weight: 2 },
      { text: '機械学習', weight: 2 },
    ],
  },
);
const classifier = createClassifier(taxonomy);

function talk(title: string, more: Partial<Talk> = {}): Talk {
  return { id: 'a', title, source: { path: 'a.md', line: 3 }, ...more };
}

function tags(given: Talk): readonly string[] {
  return classifier.classify(given).tags.map(({ id }) => id);
}

describe('classify', () => {
  it.each<[string, Talk, string[]]>([
    ['a strong term in the title', talk('Data drift'), ['drift']],
    ['in Japanese', talk('データドリフトの話'), ['drift']],
    ['nothing', talk('Cooking for friends'), []],
    ['a title alone, empty', talk(''), []],
    ['a general word without the domain', talk('Kubernetes in depth'), []],
    ['a general word in the domain', talk('Machine learning on Kubernetes'), ['containers']],
    ['機械学習 as the domain', talk('機械学習をKubernetesで'), ['containers']],
    ['two elements', talk('Data drift alerting'), ['drift', 'alerts']],
    ['keywords are weak', talk('Notes', { keywords: ['distribution shift'] }), []],
    ['keywords do not join', talk('Notes', { keywords: ['data', 'drift', 'data', 'drift'] }), []],
  ])('%s', (_what, given, expected) => {
    expect(tags(given)).toEqual(expected);
  });

  it.each([
    ['We watch   data \n  drift here', 'data drift', 11],
    ['We watch data drift here', 'data drift', 9],
    ['データ    ドリフトの監視', 'データ ドリフト', 0],
    ['データドリフトの監視', 'データドリフト', 0],
    ['データ　ドリフトの監視', 'データ　ドリフト', 0],
  ])('shows words as a reader reads them: %j', (abstract, text, offset) => {
    const locate = (at: number) => ({ line: 1, column: at + 1 });
    const placements = { abstract: { exact: true, locate } };
    const [tag] = classifier.classify(talk('Notes', { abstract, placements })).tags;
    expect(tag?.evidence).toMatchObject([{ text, exact: true, column: offset + 1 }]);
  });

  it('shows the words, where they stand and what they weigh', () => {
    const abstract = 'We watch for\nデータ ドリフト every day.';
    const [tag] = classifier.classify(talk('Notes', { abstract })).tags;
    expect(tag).toMatchObject({
      id: 'drift',
      part: 'monitoring',
      evidence: [
        {
          term: 'データドリフト',
          kind: 'term',
          text: 'データ ドリフト',
          field: 'abstract',
          line: 3,
          column: 1,
          exact: false,
        },
      ],
    });
    expect(tag?.confidence).toBeGreaterThan(0.5);
  });

  it('asks the placement for line and column', () => {
    const placements = { title: { exact: true, locate: (offset: number) => ({ line: 7, column: 5 + offset }) } };
    const [tag] = classifier.classify(talk('On data drift', { placements })).tags;
    expect(tag?.evidence[0]).toMatchObject({ line: 7, column: 8, exact: true });
  });

  it('is the same for the same talk, and leaves the talk as it is', () => {
    const given = Object.freeze(talk('Data drift alerting', { abstract: 'dashboard' }));
    expect(classifier.classify(given)).toEqual(classifier.classify(given));
    expect(JSON.stringify(classifier.classify(given))).toBe(JSON.stringify(createClassifier(taxonomy).classify(given)));
  });

  it('says what was near and what it lacked', () => {
    const { near, status } = classifier.classify(talk('Notes', { abstract: `${'x '.repeat(200)}distribution shift` }));
    expect(near).toEqual([
      { id: 'drift', confidence: expect.any(Number), missing: expect.stringMatching(/title|mention|term/) },
    ]);
    expect(['untagged', 'review']).toContain(status);
  });

  it.each<[string, readonly string[], string]>([
    ['agrees by id', ['drift'], 'tagged'],
    ['agrees by label in any case', ['DRIFT'], 'tagged'],
    ['agrees by a synonym in Japanese', ['データドリフト'], 'tagged'],
    ['agrees by part', ['monitoring'], 'tagged'],
    ['names no concept', ['lightning talk'], 'tagged'],
    ['disagrees', ['containers'], 'review'],
  ])('declared tag that %s', (_what, declared, status) => {
    expect(classifier.classify(talk('Data drift, data drift', { declared })).status).toBe(status);
  });

  it('keeps to the limit and the threshold', () => {
    expect(createClassifier(taxonomy, { limit: 1 }).classify(talk('Data drift alerting')).tags).toHaveLength(1);
    expect(createClassifier(taxonomy, { threshold: 0.99 }).classify(talk('Data drift')).tags).toHaveLength(0);
  });
});

describe('explain', () => {
  it('accounts for every concept that had a hit', () => {
    const explanation = classifier.explain(talk('Data drift', { abstract: 'alerting' }));
    expect(explanation.concepts.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['drift', 'tag'],
      ['alerts', expect.stringMatching(/below-threshold|overshadowed/)],
    ]);
    for (const { score, evidence } of explanation.concepts) {
      expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 2);
    }
    expect(explanation.marks).toEqual([
      { concept: 'drift', field: 'title', start: 0, end: 10 },
      { concept: 'alerts', field: 'abstract', start: 0, end: 8 },
    ]);
  });
});

describe('conceptNamed where two concepts have the same label', () => {
  it('takes the one that it says more for', () => {
    const taxonomy = taxonomyOf({
      monitoring: {
        'model-monitoring': [{ text: 'データドリフト', lang: 'ja', weight: 0.5 }],
        drift: [{ text: 'データドリフト', lang: 'ja', weight: 2 }],
      },
    });
    expect(conceptNamed('データ ドリフト', taxonomy)).toBe('drift');
  });
});

describe('conceptNamed', () => {
  it.each([
    ['drift', 'drift'],
    [' drift ', 'drift'],
    ['Data-Drift', 'drift'],
    ['データドリフト', 'drift'],
    ['monitoring', 'monitoring'],
    ['__proto__', undefined],
    ['', undefined],
  ])('%j names %j', (name, id) => {
    expect(conceptNamed(name, taxonomy)).toBe(id);
  });
});
