/** Every mistake in a config is told at once, with its place and what was most likely meant. */
import { describe, expect, it } from 'vitest';
import { configOf } from '../../src/config/read.ts';

const YAML = 'mlops-tag.config.yaml';
const KEY = 'it takes a key, or keys joined by single dots, such as taxonomies.topic';

const CASES: readonly (readonly [name: string, file: string, text: string, told: readonly string[]])[] = [
  ['an unknown key', YAML, 'exlude: [古い]\n', ['1:1: unknown key "exlude" (did you mean "exclude"?)']],
  ['a Japanese key', YAML, '除外: [下書き]\n', ['1:1: unknown key "除外"']],
  [
    'an unknown rule and a wrong severity',
    YAML,
    'rules:\n  missing-tag: error\n  unknown-tag: eror\n  missing-event: 警告\n',
    [
      '2:3: unknown key "missing-tag" (did you mean "missing-tags"?)',
      '3:16: expected one of error, warning, off, found "eror" (did you mean "error"?)',
      '4:18: expected one of error, warning, off, found "警告"',
    ],
  ],
  [
    'mistakes in several places',
    YAML,
    '# 設定\ntaxonomy: ""\nthresholds:\n  suggest: 1.2\n  tags: 2.5\n  tag: "0.5"\n',
    [
      '2:11: empty text',
      '4:12: must be less than 1',
      '5:9: expected a whole number, found 2.5',
      '6:8: expected a number, found "0.5"',
    ],
  ],
  ['a number from 1 on', YAML, 'thresholds: { tags: 0 }\n', ['1:21: must be at least 1']],
  ['a text that is none', YAML, 'exclude: [1]\n', ['1:11: expected text, found 1 (put it in quotes if it is text)']],
  ['a map for a text', YAML, 'include: { talks: 発表 }\n', ['1:10: expected text or a list, found a map']],
  ['an unknown field', YAML, 'fields:\n  abstrct: 要旨\n', ['2:3: unknown key "abstrct" (did you mean "abstract"?)']],
  [
    'how tags are written',
    YAML,
    'declared:\n  key: taxonomies.topic\n  as: jp\n',
    ['3:7: expected one of id, en, ja, found "jp" (did you mean "ja"?)'],
  ],
  ['a path of keys with a gap', YAML, 'declared: 分類..題\n', [`1:11: ${KEY}`]],
  ['a key that is none of data', YAML, 'declared: { key: __proto__ }\n', [`1:18: ${KEY}`]],
  [
    'globs that could take for ever',
    YAML,
    'include: ["*発*表*a*b/**"]\nexclude: ["(a+)+b"]\noverrides:\n  - files: ["x", "話{1..9999}.md", "**/a/**/b/**/c/**"]\n    rules: {}\n',
    [
      '1:11: more than 3 wildcards in one place',
      '2:11: a glob knows no parentheses; write alternatives as {a,b}',
      '4:18: a glob knows no ranges; write alternatives as {a,b}',
      '4:35: more than 3 wildcards in one place',
    ],
  ],
  [
    'a pattern that says nothing',
    YAML,
    'paths: ["発表/*.md"]\n',
    ['1:9: "発表/*.md" has neither {event} nor {year}, so it would say nothing'],
  ],
  [
    'an unknown placeholder',
    YAML,
    'paths: "talks/{evnt}/*.md"\n',
    ['1:8: a path says {event} or {year}, not {evnt} (did you mean "event"?)'],
  ],
  ['a placeholder twice', YAML, 'paths: "{year}/{year}/*.md"\n', ['1:8: a placeholder can stand once']],
  [
    'a pattern out of the folder',
    YAML,
    'paths: "../{year}/*.md"\n',
    ['1:8: a pattern starts from the folder of the config and stays below it'],
  ],
  ['wildcards without end', YAML, 'paths: "{year}/*a*b*c*d.md"\n', ['1:8: more than 3 wildcards in one place']],
  [
    'overrides',
    YAML,
    'overrides:\n  - files: "!発表/**"\n    rules: { duplicate-talks: off }\n  - file: x\n',
    [
      '2:12: a glob says which files are meant; it cannot begin with "!"',
      '3:14: unknown key "duplicate-talks" (did you mean "duplicate-talk"?)',
      '4:5: "files" is missing',
      '4:5: "rules" is missing',
      '4:5: unknown key "file" (did you mean "files"?)',
    ],
  ],
  ['a list as the whole', YAML, '- 発表\n', ['1:1: expected a map, found a list']],
  ['broken YAML', YAML, 'rules:\n\tmissing-tags: off\n', ['2:1: Tabs are not allowed as indentation']],
  ['a key twice', YAML, 'model: a.json\nmodel: 模型.json\n', ['2:1: Map keys must be unique']],
  [
    'two documents',
    YAML,
    'model: none\n---\nmodel: none\n',
    ['2:1: a config is one YAML document, here a second one begins'],
  ],
  [
    'code',
    YAML,
    'model: !!js/function "x"\n',
    ['1:8: the tag !!js/function is not known, and code is never run; write a plain value'],
  ],
  [
    'broken JSON',
    'mlops-tag.config.json',
    '{\n  "rules": {\n    "missing-tags" "off"\n  }\n}\n',
    ['3:20: Missing , or : between flow map items'],
  ],
  [
    'the key in package.json',
    'package.json',
    '{\n\t"name": "発表集",\n\t"mlops-tag": {\n\t\t"rules": { "missing-tagss": "off" }\n\t}\n}\n',
    ['4:14: unknown key "missing-tagss" (did you mean "missing-tags"?)'],
  ],
  ['text in package.json', 'package.json', '{"mlops-tag": "^1.0.0"}', ['1:15: expected a map, found "^1.0.0"']],
];

describe('mistakes', () => {
  it.each(CASES)('%s', (_, file, text, told) => {
    const lines = told.map((line) => `${file}:${line}`);
    expect(messageOf(() => configOf(file, text))).toBe(`the config cannot be used\n\n${lines.join('\n')}`);
  });

  it('is no mistake to say nothing', () => {
    expect(configOf(YAML, '# まだ何もない\n').values).toEqual({});
  });

  it('is one to name a package.json without a config', () => {
    expect(messageOf(() => configOf('package.json', '{"name": "発表"}'))).toBe(
      'package.json has no key "mlops-tag" with a config under it.',
    );
  });
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'no mistake';
}
