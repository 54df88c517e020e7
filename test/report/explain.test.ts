import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Explanation, Mark } from '../../src/classify/index.ts';
import { explainJson, explainPretty } from '../../src/report/explain.ts';
import { markedFields } from '../../src/report/marked-text.ts';
import { wrapText } from '../../src/report/wrap-text.ts';
import { contextOf, evidenceOf, TAXONOMY, tagOf, talkOf } from './support.ts';

const mark = (concept: string, start: number, end: number, field: Mark['field'] = 'abstract'): Mark => ({
  concept,
  field,
  start,
  end,
});

describe('marked text', () => {
  it.each([
    [
      'apart',
      'データドリフトの監視',
      [mark('drift', 0, 7), mark('model-monitoring', 8, 10)],
      ['データドリフト=drift', 'の', '監視=model-monitoring'],
    ],
    ['the same span', 'drift', [mark('drift', 0, 5), mark('release', 0, 5)], ['drift=drift+release']],
    [
      'overlapping',
      'モデル監視基盤',
      [mark('model-monitoring', 0, 5), mark('release', 3, 7)],
      ['モデル監視基盤=model-monitoring+release'],
    ],
    ['one concept twice', '再学習再学習', [mark('drift', 0, 3), mark('drift', 3, 6)], ['再学習=drift', '再学習=drift']],
    ['none', '監視', [], ['監視']],
  ])('%s', (_, abstract, marks, expected) => {
    const fields = markedFields(talkOf({ title: '', abstract }), marks);
    expect(
      fields.flatMap(({ pieces }) =>
        pieces.map(({ text, concepts }) => (concepts.length > 0 ? `${text}=${concepts.join('+')}` : text)),
      ),
    ).toEqual(expected);
  });

  it('is the whole text again, whatever the marks', () => {
    const spans = fc.array(fc.tuple(fc.constantFrom('drift', 'release'), fc.nat(30), fc.nat(30)));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), spans, (abstract, marks) => {
        const made = marks.map(([concept, start, end]) =>
          mark(concept, Math.min(start, abstract.length), Math.min(end, abstract.length)),
        );
        const pieces = markedFields(talkOf({ title: '', abstract }), made).flatMap((field) => field.pieces);
        expect(pieces.map((piece) => piece.text).join('')).toBe(abstract);
      }),
    );
  });
});

describe('wrapText', () => {
  it.each([
    ['データドリフトを検知します。', 10, ['データドリ', 'フトを検知', 'します。']],
    ['検知します。監視', 10, ['検知しま', 'す。監視']],
    ['drift of the model', 9, ['drift of', 'the model']],
    ['aaaaaaaaaaaa', 5, ['aaaaa', 'aaaaa', 'aa']],
    ['', 5, ['']],
  ])('%j in %i', (text, width, expected) => expect(wrapText([{ text }], width, '')).toEqual(expected));

  it('keeps to the width and loses no sign', () => {
    const text = fc.array(
      fc.constantFrom('監視', 'データ。', 'drift ', 'か\u3099', 'a-very-long-word-without-any-blank', '「再学習」'),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 80 }), (parts, width) => {
        const lines = wrapText([{ text: parts.join('') }], width, '  ');
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(parts.join('').replaceAll(' ', ''));
      }),
    );
  });
});

const EXPLANATION: Explanation = {
  tagged: talkOf({
    title: 'データドリフトの監視',
    abstract: '\u001b[31m本番の監視\nと説明',
    keywords: ['drift', 'XAI'],
    lang: 'ja',
    tags: [tagOf('drift', 0.93, [])],
  }),
  domain: 0.8,
  threshold: 0.5,
  concepts: [
    {
      id: 'drift',
      score: 5.27,
      confidence: 0.93,
      verdict: 'tag',
      missing: '',
      evidence: [{ ...evidenceOf('データドリフト', { field: 'title', weight: 4.4 }), count: 2, full: 4.4 }],
    },
    {
      id: 'explainability',
      score: 0.9,
      confidence: 0.2,
      verdict: 'below-threshold',
      missing: 'two more terms, or one in the title',
      evidence: [{ ...evidenceOf('XAI', { kind: 'product', field: 'keywords', weight: 0.9 }), count: 1, full: 1.8 }],
    },
  ],
  marks: [
    mark('drift', 0, 7, 'title'),
    mark('explainability', 6, 9, 'keywords'),
    mark('drift', 0, 5, 'keywords'),
    mark('release', 8, 10, 'title'),
  ],
};

describe('explain', () => {
  it('marks evidence readably without colour, by the numbers of the concepts', () => {
    const output = explainPretty(EXPLANATION, contextOf());
    expect(output).toContain('    [データドリフト]¹の監視\n');
    expect(output).toContain('    [drift]¹\n    [XAI]²\n');
    expect(explainPretty(EXPLANATION, contextOf({ unicode: false }))).toContain('    [データドリフト]{1}の監視\n');
  });

  it('shows the arithmetic with the weight the taxonomy gives, and what was missing', () => {
    const label = {
      text: 'データドリフト',
      lang: 'ja',
      role: 'alt',
      kind: 'term',
      weight: 2,
      case: false,
      match: 'word',
      general: false,
      requires: [],
      unless: [],
      key: '',
    } as const;
    const concepts = TAXONOMY.concepts.map((concept) =>
      concept.id === 'drift' ? { ...concept, labels: [label] } : concept,
    );
    const output = explainPretty(EXPLANATION, contextOf({ taxonomy: { ...TAXONOMY, concepts } }));
    expect(output).toContain('      データドリフト  2.00  title  ×2  4.40\n');
    expect(output).toContain(' 5.27 → 0.93\n');
    expect(output).toContain('below the threshold\n    missing: two more terms, or one in the title\n');
    expect(output).toContain('XAI [product]');
  });

  it('lets no control character through and keeps to the width', () => {
    for (const width of [40, 60, 80]) {
      const output = explainPretty(EXPLANATION, contextOf({ width }));
      expect(output.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      for (const line of output.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  it('shortens long stretches without evidence and says so', () => {
    const abstract = Array.from({ length: 100 }, (_, index) => `行 ${index}`).join('\n');
    const output = explainPretty({ ...EXPLANATION, tagged: { ...EXPLANATION.tagged, abstract } }, contextOf());
    expect(output).toContain('… 90 lines without evidence …');
    expect(output).toContain('行 99');
    expect(output).not.toContain('行 50');
  });

  it('is one document for programs, marks with their text', () => {
    const document = JSON.parse(explainJson([EXPLANATION], contextOf()));
    expect(document.explanations[0].marks.map(({ text }: { text: string }) => text)).toEqual([
      'データドリフト',
      'XAI',
      'drift',
      '監視',
    ]);
    expect(document.explanations[0].talk.primary).toBe('drift');
  });
});
