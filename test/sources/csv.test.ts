import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutated, rawAt, read, titles } from './read-support.ts';

describe('CSV', () => {
  it.each([
    ['commas', 'title,abstract\nA,a\n監視,概要\n', ['A', '監視']],
    ['a Japanese header', 'タイトル,概要\n監視,異常を見つける\n', ['監視']],
    ['semicolons', 'title;abstract\nA;one, two\n監視;b\n', ['A', '監視']],
    ['tabs', 'title\tabstract\nA\tone, two\n', ['A']],
    [
      'quotes, line breaks and doubled quotes',
      'title,abstract\n"A ""quoted"", 監視","two\r\nlines"\nB,b\n',
      ['A "quoted", 監視', 'B'],
    ],
    [
      'Windows line endings, blank lines, a byte order mark',
      '\ufefftitle,abstract\r\nA,a\r\n\r\n,\r\n監視,b\r\n',
      ['A', '監視'],
    ],
    ['rows of other lengths', 'id,title,abstract\n1,A\n2,B,b,more\n3\n', ['A', 'B']],
    ['a delimiter inside of a quoted header', '"title";"speakers, all"\nA;B\n', ['A']],
    ['keys of prototypes', '__proto__,constructor,title\na,b,A\n', ['A']],
  ])('%s', async (_name, content, expected) => {
    expect(await titles('a.csv', content)).toEqual(expected);
  });

  it('without a title column there is no talk', async () => {
    expect((await read('a.csv', 'a,b\n1,2\n')).findings).toEqual([{ code: 'no-talk', path: 'a.csv' }]);
    expect((await read('a.csv', '')).findings).toEqual([]);
  });

  it('a quote that is never closed is a finding, the rows before it are read', async () => {
    const { talks, findings } = await read('a.csv', 'title,abstract\r\n監視,a\r\nB,"open\r\n\r\n');
    expect(talks.map(({ title }) => title)).toEqual(['監視']);
    expect(findings).toMatchObject([{ code: 'syntax-error', format: 'CSV', line: 3, column: 1 }]);
  });

  it.each(['\n', '\r\n'])('places with line ending %j', async (ending) => {
    const content = ['title,abstract,tags', 'A,"two', '監視 lines",x', '日本語,bare 監視,"a, b"', ''].join(ending);
    const { talks } = await read('a.csv', content);
    const [quoted, bare] = talks;
    expect(quoted?.source.line).toBe(2);
    expect(quoted?.placements?.abstract?.exact).toBe(false);
    expect(quoted?.placements?.abstract?.locate(9)).toEqual({ line: 2, column: 4 });
    expect(bare?.source.line).toBe(4);
    expect(bare?.placements?.abstract?.exact).toBe(true);
    expect(rawAt(content, bare, 'abstract', 5)).toMatch(/^監視,"a/);
    expect(rawAt(content, bare, 'title', 1)).toMatch(/^本語/);
    expect(bare?.keywords).toEqual(['a', 'b']);
  });

  it('round trip: what was written is read, exact places are exact', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replace(/[\p{Cc}<&`~\ufeff]|:\/\/|www\.|\]\(/gu, '_'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        const content = `abstract,title\n${rows.map((row) => row.map((text, column) => quote(column === 1 ? `t${text}` : text)).join(',')).join('\n')}\n`;
        const { talks } = await read('a.csv', content);
        expect(talks.map(({ title }) => title)).toEqual(rows.map(([, title]) => `t${title}`.trim()));
        for (const talk of talks) {
          expect(rawAt(content, talk, 'title', 0)[0]).toBe('t');
          if (talk.placements?.title?.exact) expect(rawAt(content, talk, 'title', 0).startsWith(talk.title)).toBe(true);
        }
      }),
    );
  });

  it('no input throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'",;\r\n\ta監') }),
          mutated('title,abstract\n"監視","a ""b""\n"\n'),
        ),
        async (content) => {
          expect((await read('a.csv', content)).done).toBeDefined();
        },
      ),
      { numRuns: 500 },
    );
  });
});

function quote(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
