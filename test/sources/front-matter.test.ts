import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFinding } from '../../src/sources/document.ts';
import { parseYamlTree } from '../../src/sources/formats/yaml.ts';
import { LibraryNeeded } from '../../src/sources/lazy.ts';
import { LineIndex } from '../../src/sources/lines.ts';
import { readPlainYaml } from '../../src/sources/markdown/plain-yaml.ts';
import type { Tree } from '../../src/sources/tree-entries.ts';
import { evidenceText, findingsOf, rawAt, resultsOf, talksOf, titlesOf } from './markdown-support.ts';

describe('front matter in every language', () => {
  it.each([
    ['YAML', '---\ntitle: Drift in the wild\nspeaker: Ana\n---\n\nBody text.\n', 'Drift in the wild'],
    ['YAML in Japanese', '---\nタイトル: 監視のはじめかた\n登壇者: 山田\n---\n本文。\n', '監視のはじめかた'],
    ['YAML, quoted', '---\ntitle: "CI: it\'s here"\n---\nBody', "CI: it's here"],
    ['YAML, folded', '---\ntitle: >-\n  Long\n  title\n---\nBody', 'Long title'],
    ['YAML by name', '---yaml\ntitle: 名前つき\n---\nBody', '名前つき'],
    ['YAML with dots behind it', '---\ntitle: A\nsub: ---x\n---\nBody', 'A'],
    ['capitalised keys', '---\nTitle: 大文字\n---\nBody', '大文字'],
    ['TOML', '+++\ntitle = "特徴量"\ndate = 2021-05-04\nspeakers = [\n  "a", # one\n  "b",\n]\n+++\nBody', '特徴量'],
    ['TOML by name', '---toml\ntitle = "By name"\n---\nBody', 'By name'],
    ['JSON by name', '---json\n{"title": "題名", "speakers": ["あ"]}\n---\nBody', '題名'],
    ['JSON at the top', '{\n  "title": "A } in a \\"string\\"",\n  "tags": []\n}\n\nBody', 'A } in a "string"'],
    ['CRLF', '---\r\ntitle: 改行\r\n---\r\nBody\r\n', '改行'],
    ['blank lines above', '\n \n---\ntitle: あとから\n---\nBody', 'あとから'],
    ['spaces behind the fences', '---  \ntitle: A\n--- \nBody', 'A'],
  ])('%s', async (_name, text, title) => {
    const [talk, ...others] = await talksOf(text);
    expect(others).toEqual([]);
    expect(talk?.title).toBe(title);
    expect(talk?.body).toMatch(/^(?:Body|本文)/);
    expect(rawAt(text, talk, 'body', 0)).toMatch(/^(?:Body|本文)/);
    expect(rawAt(text, talk, 'title', 0).startsWith(title.slice(0, 4))).toBe(true);
  });

  it('takes dates, lists and declared tags', async () => {
    const [talk] = await talksOf(
      '+++\ntitle = "A"\ndate = 2021-05-04T10:00:00Z\nspeakers = ["x", "y"]\nmlops = ["drift"]\n+++\n',
    );
    expect(talk).toMatchObject({ date: '2021-05-04', year: 2021, speakers: ['x', 'y'], declared: ['drift'] });
  });

  it('gives places inside TOML', async () => {
    const text = '+++\nkey = 1\n[params]\ntitle = "no"\n+++\n';
    expect(await titlesOf(text)).toEqual([]);
    const source =
      '+++\ndescription = """\n監視の話。\nDrift too."""\ntitle = \'生の文字列\'\ntags = ["x",\n  "二つ目"]\n+++\n';
    const [talk] = await talksOf(source);
    expect(rawAt(source, talk, 'title', 2)).toMatch(/^文字列/);
    expect(rawAt(source, talk, 'abstract', 'Drift'.length > 0 ? '監視の話。\n'.length : 0)).toMatch(/^Drift too/);
    expect(rawAt(source, talk, 'keywords', 2)).toMatch(/^二つ目/);
    expect(talk?.placements?.abstract?.exact).toBe(true);
  });

  it('knows only the start of a string with escapes', async () => {
    const [talk] = await talksOf('+++\ntitle = "a \\"b\\" drift"\n+++\n');
    expect(talk?.placements?.title?.exact).toBe(false);
    expect(talk?.placements?.title?.locate(6)).toEqual({ line: 2, column: 10 });
  });
});

describe('a fence above a key that nothing closes', () => {
  it.each([
    ['YAML', '---\ntitle: 監視\n\ntext\n', 1],
    ['TOML', '+++\ntitle = "A"\n\ntext\n', 1],
    ['below blank lines', '\n\n---\ntitle: A\n', 3],
    ['closed by one dash too many', '---\ntitle: 題\n----\n\ntext\n', 1],
    ['closed by a fence that is indented', '---\ntitle: A\n ---\n\ntext\n', 1],
  ])('is told where it opens: %s', async (_name, text, line) => {
    expect(await titlesOf(text)).toEqual([]);
    expect(await findingsOf(text)).toMatchObject([{ code: 'syntax-error', format: 'front matter', line, column: 1 }]);
  });
});

describe('what is no front matter is text', () => {
  it.each([
    ['a rule at the top', '---\n\n# 題名\n\ntext', ['題名']],
    ['a rule and a label line below it', '---\nTitle: A\n\n# B\n\ntext', ['A']],
    ['a scalar between rules', '---\nJust words\n---\n\n# B\n\ntext', ['a']],
    ['an empty front matter', '---\n---\n# B\n\ntext', ['B']],
    ['front matter below text', 'text\n\n---\nlayout: A\n---\ntext', ['a']],
    ['nothing', '', []],
    ['white space', ' \n\n', []],
    ['front matter alone', '---\ntitle: 題だけ\n---\n', ['題だけ']],
    ['front matter without a title or a body', '---\nlayout: x\n---\n', []],
    ['front matter without a title', '---\nlayout: x\n---\n監視', ['a']],
  ])('%s', async (_name, text, titles) => {
    expect(await titlesOf(text, { path: 'talks/a.md' })).toEqual(titles);
  });
});

describe('front matter that cannot be read is a finding at its place', () => {
  it.each([
    ['YAML', '---\ntitle: A\nspeaker: [a\n---\nBody', 'YAML', 4],
    ['YAML, a colon', '---\ntitle: 題: b: c\n---\nBody', 'YAML', 2],
    ['TOML', '+++\ntitle = "A"\n\nx = = 1\n+++\nBody', 'TOML', 4],
    ['JSON', '---json\n{"title": "A",\n "b": }\n---\nBody', 'JSON', 3],
    ['JSON at the top', '{\n "title": "あ"\n "b": 1\n}\nBody', 'JSON', 3],
  ])('%s', async (_name, text, format, line) => {
    const results = await resultsOf(text);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ code: 'syntax-error', format, path: 'talks/a.md' });
    const [finding] = await findingsOf(text);
    expect(finding?.line).toBeGreaterThanOrEqual(line - 1);
    expect(finding?.line).toBeLessThanOrEqual(line);
    expect(finding?.column).toBeGreaterThan(0);
  });

  it('points TOML mistakes at their very column', async () => {
    expect(await findingsOf('+++\ntitle = "A"\nx = = 1\n+++\n')).toMatchObject([{ line: 3, column: 5 }]);
  });

  it.each(['js', 'javascript', 'coffee', 'cson', 'JS', 'python', 'constructor', '__proto__'])(
    '---%s never runs',
    async (language) => {
      const marker = '__frontMatterRan';
      const text = `---${language}\nmodule.exports = (globalThis.${marker} = { title: "A" })\n---\nBody`;
      const results = await resultsOf(text);
      expect(results).toEqual(
        language.startsWith('_')
          ? expect.anything()
          : [
              {
                code: 'executable-front-matter',
                path: 'talks/a.md',
                line: 1,
                column: 1,
                language: language.toLowerCase(),
              },
            ],
      );
      expect(marker in globalThis).toBe(false);
    },
  );

  it('says the same of the same broken text twice', async () => {
    const text = '---\ntitle: [\n---\n';
    expect(await findingsOf(text)).toEqual(await findingsOf(text));
    expect(await findingsOf(text)).toHaveLength(1);
  });

  it('finds an alias bomb and deep nesting', async () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
    for (let level = 1; level < 9; level++)
      bomb.push(`b${level}: &b${level} [${`*${level === 1 ? 'a' : `b${level - 1}`},`.repeat(10)}]`);
    expect(await findingsOf(`---\ntitle: A\n${bomb.join('\n')}\n---\n`)).toMatchObject([{ code: 'alias-bomb' }]);
    expect(await findingsOf(`---\ntitle: ${'['.repeat(10_000)}\n---\n`)).toMatchObject([{ code: 'too-deep' }]);
    expect(await findingsOf(`---json\n{"title": ${'['.repeat(10_000)}}\n---\n`)).toMatchObject([{ code: 'too-deep' }]);
  });

  it.each([
    ['dotted keys', `title = "監視"\n${'a.'.repeat(9999)}b = 1`, 3, 401],
    ['quoted ones', `title = "監視"\n${'"あ.い".'.repeat(300)}b = 1`, 3, 1201],
    ['a table', `title = "監視"\n\n[${Array(9999).fill('a').join('.')}]\nb = 1`, 4, 400],
    ['a key of a table', `title = "監視"\n[${Array(150).fill('a').join('.')}]\n${'c.'.repeat(150)}b = 1`, 4, 101],
    ['lists', `title = "監視"\na = ${'['.repeat(10_000)}`, 3, 204],
    ['closed lists', `title = "監視"\na = ${'['.repeat(300)}${']'.repeat(300)}`, 3, 204],
  ])('refuses deep TOML at its place: %s', async (_name, toml, line, column) => {
    expect(await findingsOf(`+++\n${toml}\n+++\n`)).toMatchObject([{ code: 'too-deep', line, column }]);
  });

  it('reads TOML that is as deep as it may be', async () => {
    expect(await titlesOf(`+++\ntitle = "監視"\n${'a.'.repeat(199)}b = 1\n+++\n`)).toEqual(['監視']);
  });

  it('takes prototype keys for what they are', async () => {
    for (const text of [
      '---\ntitle: A\n__proto__: x\nconstructor: y\n---\n',
      '+++\ntitle = "A"\nconstructor = "y"\n+++\n',
      '---json\n{"title": "A", "__proto__": {"b": 1}}\n---\n',
    ]) {
      expect(await titlesOf(text)).toEqual(['A']);
      expect('b' in {}).toBe(false);
    }
  });
});

describe('a front matter for each talk of a file', () => {
  const text =
    '---\ntitle: 一つ目\nspeaker: A\n---\n\nDrift.\n\n---\ntitle: Two\ndate: 2020-01-02\n---\n\n監視。\n\n---\n\nStill two.\n\n---\ntitle: Three\n---\n';

  it('is cut at each', async () => {
    const talks = await talksOf(text);
    expect(talks.map(({ title, source }) => [title, source.line])).toEqual([
      ['一つ目', 1],
      ['Two', 8],
      ['Three', 19],
    ]);
    expect(evidenceText(talks[1]).replace(/\s+/g, ' ').trim()).toBe('監視。 Still two.');
    expect(rawAt(text, talks[1], 'title', 0)).toBe('Two');
    expect(rawAt(text, talks[1], 'body', 0)).toBe('監視。');
  });

  it('is one talk without splitting', async () => {
    expect(await titlesOf(text, { split: 'none' })).toEqual(['一つ目']);
  });

  it('finds a broken one and reads the others', async () => {
    const broken = text.replace('date: 2020-01-02', 'date: [');
    expect(await findingsOf(broken)).toMatchObject([{ code: 'syntax-error', line: expect.any(Number) }]);
    expect(await titlesOf(broken)).toEqual(['一つ目', 'Three']);
  });
});

describe('plain YAML agrees with the YAML library wherever it does not give up', () => {
  const scalar = fc.oneof(
    fc.constantFrom(
      '',
      'a',
      'true',
      'False',
      'null',
      '~',
      '0',
      '007',
      '-1',
      '1.5',
      '1e3',
      '.5',
      '0x1f',
      '2020-01-02',
      '2020-11-10 05:18:19-08:00',
      '12:30',
      '1.2.3',
    ),
    fc.constantFrom(
      '"a b"',
      "'c d'",
      '""',
      "''",
      '"a\\"b"',
      "'it''s'",
      '[a, b]',
      '[a, "b, c", 監視]',
      '[]',
      '{}',
      '{a: b}',
      '|',
      '>',
      '&x a',
      '*x',
      '!!str 1',
      '@a',
      '`b`',
    ),
    fc.constantFrom(
      'a: b',
      'a #b',
      'a#b',
      'http://a.b/c',
      '機械学習の話',
      'Q & A',
      '- x',
      '-x',
      '? a',
      ': a',
      '%a',
      'a, b',
      '[a',
      'b]',
      '100%',
      '3 ways',
      '😀',
      'yes',
      'No',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const key = fc.oneof(
    fc.constantFrom(
      'title',
      'tags',
      'speakers',
      'タイトル',
      'a b',
      '"q"',
      'null',
      '1',
      'x-y',
      '__proto__',
      'constructor',
    ),
    fc.string({ maxLength: 4 }),
  );
  const line = fc.oneof(
    fc
      .tuple(fc.constantFrom('', '  ', '    '), key, scalar)
      .map(([indent, name, value]) => `${indent}${name}: ${value}`),
    fc.tuple(fc.constantFrom('', '  ', '    '), scalar).map(([indent, value]) => `${indent}- ${value}`),
    fc.tuple(fc.constantFrom('', '  '), key, scalar).map(([indent, name, value]) => `${indent}- ${name}: ${value}`),
    fc.tuple(fc.constantFrom('', '  '), key).map(([indent, name]) => `${indent}${name}:`),
    fc.constantFrom('', '  ', '# comment', '  # comment', '---', '...', '\t', 'plain text'),
  );
  const text = fc
    .array(line, { maxLength: 8 })
    .chain((lines) => fc.constantFrom('\n', '\r\n').map((feed) => lines.join(feed)));

  async function fullTree(source: string): Promise<Tree | undefined> {
    for (;;) {
      try {
        const tree = parseYamlTree(source, 'a.md', 2);
        return isFinding(tree) ? undefined : tree;
      } catch (error) {
        if (!(error instanceof LibraryNeeded)) throw error;
        await error.load();
      }
    }
  }

  it('in values and in the places of texts', async () => {
    let agreed = 0;
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const plain = readPlainYaml(source, new LineIndex(source, 2));
        if (plain === undefined) return;
        const full = await fullTree(source);
        expect({ source, value: plain.value }).toEqual({ source, value: full?.value ?? {} });
        agreed++;
        samePlaces(plain, full, plain.value, []);
      }),
      { numRuns: 4000 },
    );
    expect(agreed).toBeGreaterThan(400);
  });

  function samePlaces(plain: Tree, full: Tree | undefined, value: unknown, path: readonly (string | number)[]): void {
    if (typeof value === 'string') {
      const [own, theirs] = [plain.locate(path), full?.locate(path)];
      expect([path, own?.exact, own?.locate(0)]).toEqual([path, theirs?.exact, theirs?.locate(0)]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [step, inner] of Object.entries(value))
        samePlaces(plain, full, inner, [...path, Array.isArray(value) ? Number(step) : step]);
    }
  }

  it.each([
    'title: A\ntags:\n  - x\n  - y\n',
    'タイトル: 監視\nimage:\n  caption: ""\n  size: 3\n',
    'speakers:\n- name: A\n  company: B\n- name: C\n',
  ])('reads %j itself', (source) => {
    expect(readPlainYaml(source, new LineIndex(source))).toBeDefined();
  });
});
