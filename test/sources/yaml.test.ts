import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutated, rawAt, read, titles } from './read-support.ts';

describe('YAML', () => {
  it.each([
    ['one talk', 'title: 監視の話\nabstract: a\n', ['監視の話']],
    ['a list', '- title: A\n- title: 監視\n', ['A', '監視']],
    ['a list under a key', 'talks:\n  - name: A\n  - title: 監視\n', ['A', '監視']],
    ['several documents', 'title: A\n---\ntitle: 監視\n...\n---\n- title: C\n', ['A', '監視', 'C']],
    ['keyed by slug', 'one:\n  title: A\ntwo: {title: 監視}\n', ['A', '監視']],
    ['a repeated key: the last counts', 'title: A\ntitle: B\n', ['B']],
    [
      'an alias and a merge',
      'base: &b {event: OpML, lang: ja}\ntalks:\n  - {<<: *b, title: A}\n  - title: &t 監視\n  - title: *t\n',
      ['A', '監視', '監視'],
    ],
    ['unknown tags', '- title: !custom A\n- !!js/function title: B\n- title: !!python/object:x C\n', ['A', 'B', 'C']],
    ['Windows line endings', '- title: A\r\n  abstract: |\r\n    監視\r\n- title: B\r\n', ['A', 'B']],
    ['a byte order mark', '\ufefftitle: A\n', ['A']],
    ['a title that is a number', '- title: 1984\n- title: 1.50\n- title: 007\n', ['1984', '1.50', '007']],
    ['comments alone', '# nothing\n', []],
    ['keys that are no text', '? [a, b]\n: 1\n? {c: d}\n: 2\ntitle: A\n1: one\nnull: two\n', ['A']],
    ['an event that encloses itself', '&a\ntitle: A\nspeakers: [x]\n', ['A']],
  ])('%s', async (_name, content, expected) => {
    expect(await titles('talks.yaml', content)).toEqual(expected);
  });

  it('keeps dates as the days they are written as', async () => {
    const content =
      '- title: A\n  date: 2020-02-10\n- title: B\n  date: 2020-11-10 05:18:19-08:00\n- title: C\n  date: 2020-01-01T00:30:00+14:00\n';
    expect((await read('a.yaml', content)).talks.map(({ date }) => date)).toEqual([
      '2020-02-10',
      '2020-11-10',
      '2020-01-01',
    ]);
  });

  it.each([
    ['title: "A\nb: c\n', 'syntax-error', 1, 8],
    ['a: b: c\n', 'syntax-error', 1, 4],
    ['title: A\n\tb: c\n', 'syntax-error', 2, 1],
    ['監視: *nothing\n', 'syntax-error', 1, 5],
    ['talks: [a, b\n', 'syntax-error', 1, 8],
    ['- title: 一\n- {title: 二, speakers: [三, 四]\n- title: 五\n', 'syntax-error', 2, 3],
    ['title: A\n  mlops: [監視]\nyear: 2024\n', 'syntax-error', 2, 3],
  ])('a mistake at its place: %j', async (content, code, line, column) => {
    const { findings, talks } = await read('a.yaml', content);
    expect(talks).toEqual([]);
    expect(findings.map((finding) => [finding.code, finding.line, finding.column])).toEqual([[code, line, column]]);
  });

  it('a broken document does not cost the others', async () => {
    const { findings, talks } = await read('a.yaml', 'title: A\n---\na: b: c\n---\ntitle: 監視\n');
    expect(talks.map(({ title }) => title)).toEqual(['A', '監視']);
    expect(findings).toMatchObject([{ code: 'syntax-error', line: 3 }]);
  });

  it('refuses aliases that expand to too much', async () => {
    const levels = 'abcdefghij'.split('');
    const bomb = levels
      .map(
        (name, at) =>
          `${name}: &${name} [${Array(10)
            .fill(at === 0 ? 'x' : `*${levels[at - 1]}`)
            .join(', ')}]`,
      )
      .join('\n');
    const { findings } = await read('a.yaml', `${bomb}\ntitle: A\n`);
    expect(findings).toMatchObject([{ code: 'alias-bomb', path: 'a.yaml' }]);
  });

  const long = '監視と運用'.repeat(10_000);
  it.each([
    ['a text', `a: &x ${long}\nb:\n${'- *x\n'.repeat(5000)}`],
    ['a text in blocks', `a: &x |\n  ${long}\nb:\n${'- *x\n'.repeat(5000)}`],
    ['a talk', `- &x {title: A, abstract: ${long}}\n${'- *x\n'.repeat(20_000)}`],
    ['a key', `a: &x {${long}: 1}\nb:\n${'- *x\n'.repeat(5000)}`],
    [
      'aliases of aliases',
      `a: &x [${long}]\nb: &y [${'*x,'.repeat(8)}]\nc: &z [${'*y,'.repeat(8)}]\nd: [${'*z,'.repeat(8)}]\n`,
    ],
  ])('a bomb of few nodes and long texts: %s', async (_name, content) => {
    const bomb = { code: 'alias-bomb', line: expect.any(Number), column: expect.any(Number) };
    expect((await read('a.yaml', content)).findings).toMatchObject([{ ...bomb, path: 'a.yaml' }]);
    expect((await read('a.md', `---\n${content}---\n`)).findings).toMatchObject([{ ...bomb, path: 'a.md' }]);
  });

  it('aliases for what many talks share are no bomb', async () => {
    const content = `- &x {title: 一, abstract: ${'監視と運用'.repeat(200)}}\n${'- *x\n'.repeat(900)}`;
    const { talks, findings } = await read('a.yaml', content);
    expect([talks.length, findings]).toEqual([901, []]);
  });

  it.each([
    ['a: &a [*a]\ntitle: A\n', 1, 8],
    ['title: 監視\na: &a\n  b: &b {c: *a}\n', 3, 13],
    ['- &a x\n- &a [&b y, *a]\n', 2, 13],
  ])('a node inside itself: %j', async (content, line, column) => {
    const reason = expect.stringContaining('*a stands inside the very value');
    expect((await read('a.yaml', content)).findings).toEqual([
      { code: 'syntax-error', format: 'YAML', path: 'a.yaml', reason, line, column },
    ]);
  });

  it.each([
    ['lists in a row', '- '.repeat(10_000), 1, 401],
    ['brackets', '['.repeat(10_000), 1, 201],
    ['closed brackets', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 1, 201],
    ['braces', '{a: '.repeat(10_000), 1, 801],
    ['explicit keys', '? '.repeat(10_000), 1, 401],
    ['indentation', Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'), 201, 201],
  ])('refuses 10,000 levels of %s', async (_name, content, line, column) => {
    const deep = { code: 'too-deep', limit: 200, column };
    expect((await read('a.yaml', content)).findings).toEqual([{ ...deep, path: 'a.yaml', line }]);
    const second = await read('a.yaml', `title: 監視\n---\n${content}`);
    expect(second.findings).toEqual([{ ...deep, path: 'a.yaml', line: line + 2 }]);
    const front = await read('a.md', `---\ntitle: 監視\n? ${content.replaceAll('\n', '\n  ')}\n---\n`);
    const place = { line: expect.any(Number), column: expect.any(Number) };
    expect(front.findings).toMatchObject([{ code: 'too-deep', path: 'a.md', ...place }]);
  });

  it('refuses what only aliases nest, at its place', async () => {
    const steps = Array.from({ length: 250 }, (_, at) => `- &x${at} [${at === 0 ? '監視' : `*x${at - 1}`}]`);
    const { findings } = await read('a.yaml', `title: 監視\n---\n${steps.join('\n')}\n`);
    expect(findings).toMatchObject([{ code: 'too-deep', path: 'a.yaml', line: 3, column: expect.any(Number) }]);
  });

  it.each([
    ['title: "no end\nabstract: foo\n', 1, 8],
    ["title: 監視\nabstract: '終わらない\n  text\n", 2, 11],
    ['title: 監視\ntags: ["監視, b]\n', 2, 8],
    ['title: 監視\na:\n  - b: "c\n    d: e\n', 3, 8],
    ['title: "監視"\na: "', 2, 4],
    ['title: "監視"\na: !!str "b\n', 2, 10],
  ])('a quote that is never closed is told where it opens: %j', async (content, line, column) => {
    const reason = 'a quote is opened here and never closed';
    const mistake = { code: 'syntax-error', format: 'YAML', reason, column };
    expect((await read('a.yaml', content)).findings).toEqual([{ ...mistake, path: 'a.yaml', line }]);
    const second = await read('a.yaml', `title: 一つ目\n---\n${content}`);
    expect(second.findings).toEqual([{ ...mistake, path: 'a.yaml', line: line + 2 }]);
    const front = await read('a.md', `---\n${content}\n---\n# 監視\n`);
    expect(front.findings).toEqual([{ ...mistake, path: 'a.md', line: line + 1 }]);
  });

  it('a quote that is closed is no such mistake', async () => {
    const { findings } = await read('a.yaml', 'title: "監視"#b\n');
    expect(findings).toMatchObject([{ code: 'syntax-error', line: 1, reason: expect.not.stringContaining('quote') }]);
  });

  it('keys of prototypes are keys like others', async () => {
    const { talks } = await read('a.yaml', '__proto__: {title: X}\nconstructor: c\ntitle: A\nhasOwnProperty: 1\n');
    expect(talks.map(({ title }) => title)).toEqual(['A']);
    expect(talks[0]?.extra).toEqual({ constructor: 'c', hasOwnProperty: 1 });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  const placed = [
    '- title: plain 監視 title',
    '  abstract: |',
    '    最初の行 drift',
    '',
    '      indented 監視',
    '    last',
    '  tags: [監視, "drift"]',
    "- title: 'single'",
    '  abstract: >-',
    '    folded 監視',
    '    text',
    '- title: "double"',
    '  abstract: "with \\"escapes\\" 監視"',
    '- title: over',
    '    two lines',
    '  abstract: |2-',
    '      two spaces',
    '',
  ];

  it.each(['\n', '\r\n'])('places of scalars with line ending %j', async (ending) => {
    const content = placed.join(ending);
    const { talks } = await read('a.yaml', content);
    const [plain, single, double, over] = talks;
    expect(rawAt(content, plain, 'title', 6)).toMatch(/^監視 title/);
    const abstract = plain?.abstract ?? '';
    for (const word of ['最初の行', 'drift', 'indented', '監視', 'last']) {
      expect(rawAt(content, plain, 'abstract', abstract.indexOf(word)).startsWith(word)).toBe(true);
    }
    expect(plain?.placements?.abstract?.exact).toBe(true);
    expect(rawAt(content, plain, 'keywords', 3)).toMatch(/^drift"/);
    expect(rawAt(content, single, 'title', 2)).toMatch(/^ngle'/);
    expect(single?.placements?.abstract?.exact).toBe(false);
    expect(rawAt(content, single, 'abstract', 5)).toMatch(/^folded/);
    expect(rawAt(content, double, 'title', 0)).toMatch(/^double"/);
    expect(double?.placements?.abstract?.exact).toBe(false);
    expect(double?.placements?.abstract?.locate(9)).toEqual({ line: 13, column: 14 });
    expect(over?.placements?.title).toMatchObject({ exact: false });
    expect(over?.abstract).toBe('two spaces');
    expect(rawAt(content, over, 'abstract', 4)).toMatch(/^spaces/);
  });

  it('what calls itself exact is exact', async () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 15 })
      .map((text) => text.replace(/[\p{Cc}\u2028\u2029\ufeff\u0085]|[<&`~]|:\/\/|www\.|\]\(/gu, '_'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('|', '|-', '|+', '>'),
        async (lines, style) => {
          const content = `- title: A\n  abstract: ${style}\n    監視\n${lines.map((text) => `    ${text}\n`).join('')}  n: 1\n`;
          const { talks, findings } = await read('a.yaml', content);
          expect(findings).toEqual([]);
          const abstract = talks[0]?.abstract ?? '';
          if (talks[0]?.placements?.abstract?.exact !== true) return;
          for (let at = 0; at < abstract.length; at++) {
            if (abstract[at] !== '\n') expect(rawAt(content, talks[0], 'abstract', at)[0]).toBe(abstract[at]);
          }
        },
      ),
    );
  });

  it('no input throws', async () => {
    const sample =
      'talks:\n  - &a title: "監視\\n"\n    abstract: >-\n      x\n    tags: [a, *a]\n? k\n: !!set {a, b}\n<<: *a\n--- |\n  x\n...\n%YAML 1.1\n---\n- 2020-01-01\n';
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'-:[]{},&*!|>\'"%@`?# \n\ta1') }),
          mutated(sample),
        ),
        async (content) => {
          expect((await read('a.yaml', content)).done).toBeDefined();
        },
      ),
      { numRuns: 1000 },
    );
  });
});
