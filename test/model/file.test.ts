import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../../src/classify/model.ts';
import { UsageError } from '../../src/findings.ts';
import { modelOf, modelText } from '../../src/model/file.ts';
import { readModel } from '../../src/model/read.ts';
import { ROOT } from '../support/run.ts';
import { anyModel, modelFor } from './support.ts';

const MODEL = modelFor(['drift', '監視'], {
  ドリフト: ['ドリフト', { drift: 1.5 }],
  pagers: ['pager', { 監視: 0.25, drift: -0.5 }],
});

describe('the text of a model', () => {
  it('is read to the same model, and written to the same text', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const text = modelText(model);
        const read = modelOf(text, 'm.json');
        expect(read).toEqual(model);
        expect(modelText(read)).toBe(text);
      }),
    );
  });

  it('has a line a word, and says what it is', () => {
    const lines = modelText(MODEL).split('\n');
    expect(lines[1]).toBe('  "schema": "mlops-tag/model@1",');
    expect(lines).toContain('    ["ドリフト","ドリフト",{"drift":1.5}],');
    expect(lines).toContain('    ["pagers","pager",{"監視":0.25,"drift":-0.5}]');
    expect(lines.at(-1)).toBe('');
  });

  it('is that of the model that ships, as it stands in the repository', () => {
    const text = readFileSync(join(ROOT, 'taxonomy/which-part.model.json'), 'utf8');
    expect(modelText(modelOf(text, 'which-part.model.json'))).toBe(text);
  });

  it('is at most 1 MB for the model that ships', () => {
    expect(statSync(join(ROOT, 'taxonomy/which-part.model.json')).size).toBeLessThanOrEqual(1_000_000);
  });

  it('may begin with a byte order mark', () => {
    expect(modelOf(`\ufeff${modelText(MODEL)}`, 'm.json')).toEqual(MODEL);
  });
});

describe('a model that cannot be used', () => {
  const changed = (change: (file: Record<string, unknown>) => unknown): string => {
    const file: Record<string, unknown> = JSON.parse(modelText(MODEL));
    return JSON.stringify(change(file));
  };
  const element = { id: 'drift', bias: 0, japanese: 0, beside: {} };

  it.each<[string, string, string | RegExp]>([
    ['an empty file', '', /^モデル\.json is no JSON: Unexpected end/],
    ['half a file', modelText(MODEL).slice(0, 300), /^モデル\.json is no JSON: /],
    ['NaN', '{"bias": NaN}', /^モデル\.json is no JSON: /],
    ['a list', '[]', /model@1\): .*expected object.* "mlops-tag learn" makes one\.$/],
    ['a report', '{"schema": "mlops-tag/report@1"}', 'at schema: '],
    ['a number beyond all', changed((file) => ({ ...file, bias: 'x' })).replace('"x"', '1e999'), 'at bias: '],
    ['null for a number', changed((file) => ({ ...file, bias: null })), 'at bias: '],
    ['a threshold above 1', changed((file) => ({ ...file, threshold: 1.5 })), 'at threshold: '],
    ['a signal of another version', changed((file) => ({ ...file, signals: { 気配: 1 } })), 'at signals'],
    ['no elements', changed(({ elements: _, ...file }) => file), 'at elements: '],
    [
      'an element twice',
      changed((file) => ({ ...file, elements: [element, element] })),
      'at elements.1.id ("drift"): another',
    ],
    [
      'a word twice',
      changed((file) => ({
        ...file,
        words: [
          ['a', '監視', {}],
          ['b', '監視', {}],
        ],
      })),
      'at words.1.1 ("b"): the word stands there twice',
    ],
    [
      'a word twice to the matcher',
      changed((file) => ({
        ...file,
        words: [
          ['a', 'data drift', {}],
          ['b', 'data-drift', {}],
        ],
      })),
      'at words.1.1 ("b"): the word stands there twice',
    ],
    [
      'a word of punctuation',
      changed((file) => ({ ...file, words: [['a', '。', {}]] })),
      'at words.0.1 ("a"): expected a word',
    ],
    [
      'a word of two lines',
      changed((file) => ({ ...file, words: [['監\n視', '監視', {}]] })),
      'at words.0.0 ("監\\n視"): expected one line of text',
    ],
    ['a word without weights', changed((file) => ({ ...file, words: [['a', 'a']] })), 'at words.0'],
    [
      'a word for an element that there is not',
      changed((file) => ({ ...file, words: [['a', 'a', { drfit: 1 }]] })),
      'at words.0.2.drfit ("a"): no element has this id',
    ],
    ...[
      ['the bias', { bias: 1.1e6 }, 'at bias: '],
      ['a signal', { signals: { ...MODEL.signals, strength: -1e7 } }, 'at signals.strength: '],
      ['an element', { elements: [{ ...element, bias: 2e6 }] }, 'at elements.0.bias ("drift"): '],
      [
        'an element beside',
        { elements: [{ ...element, beside: { drift: 2e6 } }] },
        'at elements.0.beside.drift ("drift"): ',
      ],
      ['a word', { words: [['監視', '監視', { drift: -1e300 }]] }, 'at words.0.2.drift ("監視"): '],
      ['a calibration', { calibration: { other: { slope: 1, offset: 1e7 } } }, 'at calibration.other.offset: '],
    ].map(([what, change, message]): [string, string, string] => [
      `a weight beyond a million of ${String(what)}`,
      changed((file) => ({ ...file, ...Object(change) })),
      String(message),
    ]),
    [
      'no calibration for the rest',
      changed((file) => ({ ...file, calibration: { ja: { slope: 1, offset: 0 } } })),
      'at calibration.other: the line for all other languages is missing',
    ],
    [
      'a calibration that turns the answer round',
      changed((file) => ({ ...file, calibration: { other: { slope: 0, offset: 0 } } })),
      'at calibration.other.slope: ',
    ],
    [
      'a signal that is missing',
      changed((file) => ({ ...file, signals: { ...MODEL.signals, strength: undefined } })),
      'at signals.strength: this signal is missing',
    ],
    [
      'a weight beside an element that there is not',
      changed((file) => ({ ...file, elements: [element, { ...element, id: '監視', beside: { drfit: 1 } }] })),
      'at elements.1.beside.drfit ("監視"): no element has this id',
    ],
    [
      'a key that objects inherit from',
      modelText(MODEL).replace('"監視":0.25', '"__proto__":0.25'),
      'at words.1.2.__proto__ ("pagers"): ',
    ],
    ['such a key deep down', `{"a":${'['.repeat(1e5)}{"__proto__":1}${']'.repeat(1e5)}}`, '.__proto__: '],
    [
      'a word under the key of another',
      changed((file) => ({ ...file, words: [['モニタリング', '監視', {}]] })),
      'at words.0.1 ("モニタリング"): expected the word\'s own key, "モニタリング"',
    ],
    [
      'a word that is too long',
      changed((file) => ({ ...file, words: [['長'.repeat(201), '長'.repeat(201), {}]] })),
      `at words.0.0 ("${'長'.repeat(40)}…"): expected at most 200 characters`,
    ],
    [
      'too many words',
      changed((file) => ({ ...file, words: Array.from({ length: 50_001 }, (_, i) => [`語${i}`, `語${i}`, {}]) })),
      'at words: expected at most 50000 words',
    ],
  ])('%s', (_, text, message) => {
    const read = (): unknown => modelOf(text, 'モデル.json');
    expect(read).toThrow(UsageError);
    expect(read).toThrow(message);
    expect(read).not.toThrow(/\n/);
  });
});

describe('a model that cannot be written', () => {
  it.each<[string, Partial<Model>, string]>([
    ['no number', { bias: Number.NaN }, 'bias is NaN, no number.'],
    [
      'an infinite signal',
      { signals: { strength: Number.POSITIVE_INFINITY } },
      'the signal "strength" is Infinity, no number.',
    ],
    [
      'a calibration that went astray',
      { calibration: { ja: { slope: Number.NaN, offset: 0 } } },
      'the calibration\'s slope for "ja" is NaN, no number.',
    ],
    [
      'an element without a weight',
      { elements: [{ id: '監視', bias: 0, japanese: 0, beside: { drift: Number.NaN } }] },
      '"drift" of the element "監視" is NaN, no number.',
    ],
    [
      'a word that drowns all',
      { words: { ...MODEL.words, weights: Float64Array.of(1, 2e6, 1) } },
      '"監視" of the word "pagers" is 2000000, beyond 1000000.',
    ],
  ])('%s', (_, more, message) => {
    const write = (): unknown => modelText({ ...MODEL, ...more });
    expect(write).toThrow(UsageError);
    expect(write).toThrow(`the model cannot be written: ${message}`);
  });
});

describe('readModel', () => {
  let place: string;
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'mlops-tag-model-'));
    mkdirSync(join(place, '模型'));
    writeFileSync(join(place, 'モデル.json'), modelText(MODEL));
  });
  afterAll(() => rmSync(place, { recursive: true }));

  it('reads a file beside the working folder', async () => {
    expect(await readModel('モデル.json', place)).toEqual(MODEL);
  });

  it.each([
    ['ない.json', 'the model ない.json cannot be read: no such file.'],
    ['模型', 'the model 模型 cannot be read: it is a folder.'],
    ['モデル.json/x', 'the model モデル.json/x cannot be read: no such file.'],
    ['\0', 'cannot be read: '],
  ])('tells of %j', async (path, message) => {
    await expect(readModel(path, place)).rejects.toThrow(UsageError);
    await expect(readModel(path, place)).rejects.toThrow(message);
  });
});
