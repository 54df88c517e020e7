import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/sources/markdown/outline.ts';
import { blankMarkup } from '../../src/sources/markup.ts';

function masked(text: string, mdx = false): string {
  return blankMarkup(outlineOf(text, { firstLine: 1, indentedCode: true }), { mdx });
}

/** The wording that stays, white space squeezed. */
function wording(text: string, mdx = false): string {
  return masked(text, mdx).replace(/\s+/g, ' ').trim();
}

describe('blankMarkup keeps wording and blanks the rest', () => {
  it.each([
    ['an ordinary line', 'Plain text stays as it is.', 'Plain text stays as it is.'],
    ['Japanese', '特徴量ストアの話です。', '特徴量ストアの話です。'],
    ['a link', 'see [feature store](https://feast.dev/mlops) now', 'see feature store now'],
    ['a link with parentheses', '[Foo](https://x.org/Foo_(bar)) end', 'Foo end'],
    ['a Japanese link', '[特徴量ストア](https://example.org/監視)を使う', '特徴量ストア を使う'],
    ['a link with a title', '[a](/drift "monitoring") b', 'a b'],
    ['a reference link', '[the paper][drift-paper] says', 'the paper says'],
    ['a reference definition', '[drift-paper]: https://example.org/drift "Drift"', ''],
    ['an image', '![構成図](/images/kubeflow.png)', '構成図'],
    ['an image in a link', '[![badge](https://a.b/mlflow.svg)](https://c.d/mlflow) x', 'badge x'],
    ['brackets that are no link', 'use [Keynote] here', 'use [Keynote] here'],
    ['a bare address', 'at https://mlflow.org/docs and', 'at and'],
    ['an address in Japanese prose', '詳細はhttps://example.com/mlflowをご覧ください', '詳細は をご覧ください'],
    ['an address with kanji in its path', 'https://ja.example.org/wiki/機械学習 参照', '参照'],
    ['www', 'www.kubeflow.org is', 'is'],
    ['an autolink', '<https://kserve.github.io> is', 'is'],
    ['a tag', 'a <span class="mlops">text</span> b', 'a text b'],
    ['a quoted bracket in a tag', '<img alt="a > mlops" src="x"> b', 'b'],
    ['a tag over lines', 'x <a href="drift"\ntarget="_blank">y</a>', 'x y'],
    ['less than', 'if a < b and c > d', 'if a < b and c > d'],
    ['a comment', 'a <!-- vim: mlops --> b', 'a b'],
    ['a comment over lines', 'a <!-- 監視\n\n監視 --> b', 'a b'],
    ['an open comment', 'a <!-- b', 'a <!-- b'],
    ['a script', '<script>\nconst kubeflow = 1;\n\nmlops();\n</script> b', 'b'],
    ['navigation', 'a <nav class="m">\n* [監視](/drift)\n\n* Kubeflow\n</nav> b', 'a b'],
    [
      'a site around the text',
      '<HEADER>Airflow</HEADER>\n本文\n<aside>\n\n監視\n</aside><footer>MLflow</footer>',
      '本文',
    ],
    ['what one presses', '<form action="x">\nドリフト <button>Feast</button>\n</form> b <button>監視</button>', 'b'],
    ['a style', '<style>\n.drift { color: red }\n</style> b', 'b'],
    ['an element that is never closed', 'a <nav> b\n\nc <formula>d</formula>', 'a b c d'],
    [
      'an element that is only mentioned',
      `a <header> b\n\n${'監視 '.repeat(8000)}\n\n</header> c`,
      `a b ${'監視 '.repeat(8000)}c`,
    ],
    ['an iframe', '<p><iframe src="https://x/mlops" width="8"></iframe></p>', ''],
    ['a heading', '## Why *drift* matters ##', 'Why drift matters'],
    ['a setext heading', 'データの話\n----------', 'データの話'],
    ['bullets', '- one\n* two\n+ three\n• 四\n1. five\n> six', 'one two three 四 five six'],
    ['a task', '- [x] 監視を足す', '監視を足す'],
    ['nested bullets', '- a\n    - b\n        - 継続的学習', 'a b 継続的学習'],
    ['a table', '| Tool | 用途 |\n|------|:----:|\n| KServe | 推論 |', 'Tool 用途 KServe 推論'],
    ['inline code', 'run `kubectl get` now', 'run kubectl get now'],
    ['a fence', 'a\n```python\nimport mlflow\n```\nb', 'a b'],
    ['a fence of tildes', 'a\n~~~\nmlflow\n```\n~~~\nb', 'a b'],
    ['a fence in a list', '- a\n  ```\n  mlflow\n  ```\n- b', 'a b'],
    ['a fence that is never closed', 'a\n```\nmlflow\n\nairflow', 'a'],
    ['indented code', 'a\n\n    mlflow.start_run()\n\nb', 'a b'],
    ['bold', '**機械学習**基盤', '機械学習 基盤'],
    ['a shortcode', 'a {{< youtube drift >}} b {{% note %}} c', 'a b c'],
    ['a Liquid tag', '{% raw %}\nx\n{% endraw %}', 'x'],
    ['an attribute list', '[a](b){:target="_blank"}', 'a'],
    ['a line that only leads to the slides', '* [Slides](https://x.org/s)\n- [動画](https://x.org/v)', ''],
    ['CRLF', 'a [b](c)\r\n# d\r\n', 'a b d'],
  ])('%s', (_name, text, kept) => {
    expect(wording(text)).toBe(kept);
  });

  it.each([
    ['an import', "import { A } from './mlflow'\nimport B from 'drift'\n\ntext", 'text'],
    ['an export', 'export const meta = {\n  stage: "monitoring",\n}\n\n本文', '本文'],
    ['a component', '<Callout type="mlops">kept</Callout>', 'kept'],
    ['an expression', 'a {/* drift */} b {props.drift} c', 'a b c'],
    ['prose that begins with import', 'import taxes are high', 'import taxes are high'],
  ])('MDX: %s', (_name, text, kept) => {
    expect(wording(text, true)).toBe(kept);
  });

  it('leaves braces in markdown that is not MDX', () => {
    expect(wording('a {b} c')).toBe('a {b} c');
  });
});

describe('blankMarkup never shifts an offset', () => {
  const piece = fc.constantFrom(
    ...[
      '[',
      ']',
      '(',
      ')',
      '](',
      '![',
      '<',
      '>',
      '</',
      '<a ',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '`',
      '```',
      '~~~',
      '\n',
      '\r\n',
    ],
    ...[
      '\n\n',
      '#',
      '# ',
      '- ',
      '* ',
      '1. ',
      '> ',
      '|',
      '---',
      '===',
      '{',
      '}',
      '{{',
      '}}',
      '{%',
      '%}',
      '{:',
      '://',
      'https://a.b/c',
      'www.',
    ],
    ...[
      '機械学習',
      '監視。',
      'drift',
      ' ',
      '    ',
      '\t',
      'import ',
      'Title: ',
      '😀',
      '\u0000',
      '\ud800',
      '"',
      "'",
      '**',
      '*',
      '_',
      '\\',
      '&amp;',
    ],
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 })
    .map((parts) => parts.join(''));

  it('keeps length and line breaks, and changes a character to a space or not at all', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (source, mdx) => {
        const copy = masked(source, mdx);
        expect(copy.length).toBe(source.length);
        for (let at = 0; at < source.length; at++) {
          const [before, after] = [source.charAt(at), copy.charAt(at)];
          if (before === '\n' || before === '\r') expect(after).toBe(before);
          else if (after !== ' ') expect(after).toBe(before);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

it('elements that are never closed cost one pass', () => {
  const hostile = `${'<nav><aside><form '.repeat(20_000)}\n${'<header>\n'.repeat(20_000)}</header>`;
  expect(masked(hostile)).toHaveLength(hostile.length);
});
