/** Files that mean harm, or that fuzzing makes, are answered with findings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taxonomySchema } from '../../src/taxonomy/schema.ts';
import { checkShape } from '../../src/taxonomy/shape.ts';
import { parseSource } from '../../src/taxonomy/source.ts';
import { readFiles } from './read.ts';

const HEAD = 'id: small\nversion: 1\n';

const BOMB = Array.from(
  { length: 12 },
  (_, level) =>
    `  k${level}: &k${level} [${Array(10)
      .fill(level === 0 ? 'ド' : `*k${level - 1}`)
      .join(', ')}]`,
);

describe('hostile files', () => {
  it.each([
    ['10,000 lists in one another', `${HEAD}title: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'too-deep'],
    ['10,000 lists never closed', `${HEAD}title: ${'['.repeat(10_000)}`, 'too-deep'],
    [
      '2,000 maps in one another',
      `${HEAD}title:\n${Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i + 1)}深:\n`).join('')}`,
      'too-deep',
    ],
    ['aliases of aliases', `${HEAD}title:\n${BOMB.join('\n')}\n`, 'alias-bomb'],
    ['an alias to itself', `${HEAD}title: &t {ja: *t}\n`, 'alias-bomb'],
    ['a merge of prototypes', `${HEAD}title: {"__proto__": {ja: 題}}\n`, 'reserved-key'],
    ['a tag for code', `${HEAD}title: {ja: !!js/regexp /あ+/}\n`, 'code-tag'],
    ['an unknown alias', `${HEAD}title: *nothing\n`, 'syntax'],
    ['10 MB and more', `${HEAD}#${'あ'.repeat(4_000_000)}\n`, 'too-large'],
  ])('%s', async (_, text, code) => {
    const { findings } = await readFiles({ 'taxonomy.yaml': text });
    expect(findings.map((finding) => finding.code)).toContain(code);
  });

  it('names the place that is too deep', async () => {
    const { findings } = await readFiles({ 'taxonomy.yaml': `${HEAD}title: ${'['.repeat(100)}ド${']'.repeat(100)}` });
    expect(findings).toMatchObject([{ code: 'too-deep', place: { line: 3, column: expect.any(Number) } }]);
  });

  it('never throws, and every finding points into the file', () => {
    const piece = fc.constantFrom(
      'id: a\n',
      'version: 1\n',
      'concepts:\n',
      '  - id: ド\n',
      '    altLabel:\n',
      '      ja: [',
      '{label: ',
      '監視',
      '"',
      ']',
      '}',
      '&a ',
      '*a',
      '? ',
      '- ',
      '\t',
      '\r\n',
      '!!x ',
      '--- ',
      '|\n',
      '%',
      '#',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const lines = text.split('\n');
          const { findings } = checkShape(parseSource('x.yaml', text), taxonomySchema);
          for (const { place } of findings) {
            expect(place).toBeDefined();
            const line = lines[(place?.line ?? 0) - 1];
            expect(line?.replace(/\r$/, '')).toBe(place?.text);
            expect(place?.column).toBeLessThanOrEqual((line?.length ?? 0) + 1);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
