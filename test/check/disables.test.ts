import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDisables, disablesIn } from '../../src/check/disables.ts';
import type { RuleId } from '../../src/check/rules/ids.ts';
import { RULE_IDS } from '../../src/check/rules/ids.ts';
import type { Disable, RuleFinding } from '../../src/check/types.ts';

interface Case {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly talks?: readonly number[];
  /** `line:column-line:column rules lines reason`, a line each. */
  readonly found: readonly string[];
}

function shown({ line, column, endLine, endColumn, rules, lines, reason }: Disable): string {
  const covered = lines === undefined ? 'file' : `${lines.from}-${lines.to}`;
  return `${line}:${column}-${endLine}:${endColumn} [${rules.join(' ')}] ${covered}${reason === undefined ? '' : ` ${reason}`}`;
}

const CASES: readonly Case[] = [
  {
    name: 'markdown',
    path: '発表.md',
    text: '# 監視\n\n<!-- mlops-tag-disable unsupported-tag: 登壇者が決めた -->\n本文\n',
    talks: [1],
    found: ['3:1-3:52 [unsupported-tag] 1-5 登壇者が決めた'],
  },
  {
    name: 'behind text, several rules, no reason',
    path: 'a.md',
    text: '# A\n\nText <!--mlops-tag-disable missing-event,unknown-tag、 missing-tags--> more',
    talks: [1],
    found: ['3:6-3:70 [missing-event unknown-tag missing-tags] 1-3'],
  },
  {
    name: 'over several lines, with a full-width colon',
    path: 'a.markdown',
    text: '<!--\nmlops-tag-disable missing-event：\n  毎年の\n  勉強会\n-->\n# A\n',
    talks: [6],
    found: ['1:1-5:4 [missing-event] file 毎年の 勉強会'],
  },
  {
    name: 'each in its own talk, and one above all',
    path: '複数.md',
    text: [
      '<!-- mlops-tag-disable missing-event -->',
      '## 一つ目',
      '<!-- mlops-tag-disable missing-tags -->',
      '## 二つ目',
      'x',
      '<!-- mlops-tag-disable drift -->',
    ].join('\n'),
    talks: [2, 4],
    found: ['1:1-1:41 [missing-event] file', '3:1-3:40 [missing-tags] 1-3', '6:1-6:33 [drift] 4-6'],
  },
  {
    name: 'code is no comment',
    path: 'a.md',
    text: [
      '# A',
      '',
      '```',
      '<!-- mlops-tag-disable missing-tags -->',
      '```',
      'Write `<!-- mlops-tag-disable missing-event -->`, or ``a ` <!-- mlops-tag-disable x -->``.',
      '',
      '    <!-- mlops-tag-disable unknown-tag -->',
      '',
      '本文 `code` <!-- mlops-tag-disable too-many-tags -->',
    ].join('\n'),
    talks: [1],
    found: ['10:11-10:51 [too-many-tags] 1-10'],
  },
  {
    name: 'not at the beginning of a comment, not closed, another word',
    path: 'a.md',
    text: '<!-- see mlops-tag-disable missing-tags -->\n<!-- mlops-tag-disabled x -->\n<!-- mlops-tag-disable-next x -->\n<!-- mlops-tag-disable 題',
    found: [],
  },
  {
    name: 'MDX',
    path: 'a.mdx',
    text: '# 監視\n\n{/* mlops-tag-disable missing-event: 社内 */}\n\n<!-- mlops-tag-disable missing-tags -->\n',
    talks: [1],
    found: ['3:1-3:44 [missing-event] 1-6 社内', '5:1-5:40 [missing-tags] 1-6'],
  },
  {
    name: 'comments of MDX are none elsewhere',
    path: 'a.md',
    text: '{/* mlops-tag-disable missing-event: 社内 */}\n',
    found: [],
  },
  {
    name: 'plain text',
    path: '要旨.txt',
    text: '監視\n\n    <!-- mlops-tag-disable missing-event -->\n',
    talks: [1],
    found: ['3:5-3:45 [missing-event] 1-4'],
  },
  {
    name: 'front matter in YAML',
    path: 'a.md',
    text: [
      '---',
      'title: "# mlops-tag-disable missing-title"',
      'mlops: [drift] # mlops-tag-disable unsupported-tag: 図だけ',
      'abstract: |',
      '  # mlops-tag-disable missing-event',
      '  本文',
      '# mlops-tag-disable missing-event',
      '---',
      '# mlops-tag-disable missing-tags is a heading here',
    ].join('\n'),
    talks: [1],
    found: ['3:16-3:56 [unsupported-tag] 1-9 図だけ', '7:1-7:34 [missing-event] 1-9'],
  },
  {
    name: 'front matter in YAML that is not plain',
    path: 'a.md',
    text: '---\ntitle: &t 監視\nalias: *t\n# mlops-tag-disable missing-event\n---\n<!-- mlops-tag-disable missing-tags -->\n',
    talks: [1],
    found: ['4:1-4:34 [missing-event] 1-7', '6:1-6:40 [missing-tags] 1-7'],
  },
  {
    name: 'front matter in TOML',
    path: 'a.md',
    text: [
      '+++',
      'title = "# mlops-tag-disable missing-title"',
      'note = """',
      '# mlops-tag-disable missing-tags',
      '"""',
      'mlops = ["drift"] # mlops-tag-disable unsupported-tag: 図だけ',
      '+++',
    ].join('\n'),
    talks: [1],
    found: ['6:19-6:59 [unsupported-tag] 1-7 図だけ'],
  },
  {
    name: 'front matter in TOML with a text below',
    path: '監視.md',
    text: '+++\ntitle = "監視"\n# mlops-tag-disable missing-event: 毎月\n+++\n\n本文\n',
    talks: [1],
    found: ['3:1-3:38 [missing-event] 1-7 毎月'],
  },
  {
    name: 'an empty front matter',
    path: 'a.md',
    text: '---\n---\n\n<!-- mlops-tag-disable missing-event -->\n# A\n',
    talks: [4],
    found: ['4:1-4:41 [missing-event] 1-6'],
  },
  {
    name: 'front matter in JSON has no comments, the body has',
    path: 'a.md',
    text: '{\n "title": "# mlops-tag-disable missing-title"\n}\n<!-- mlops-tag-disable missing-event: 例 -->\n',
    talks: [1],
    found: ['4:1-4:44 [missing-event] 1-5 例'],
  },
  {
    name: 'several front matters',
    path: 'a.md',
    text: '---\ntitle: 一\n---\nx\n\n---\ntitle: 二\n# mlops-tag-disable missing-event\n---\ny\n',
    talks: [1, 6],
    found: ['8:1-8:34 [missing-event] 6-11'],
  },
  {
    name: 'a list in YAML',
    path: '発表.yaml',
    text: [
      '# mlops-tag-disable missing-event: 一つの会',
      '- title: 監視 # mlops-tag-disable missing-tags',
      '  abstract: >',
      '    # mlops-tag-disable unknown-tag',
      "- title: '# mlops-tag-disable missing-title'",
      '  url: https://example.org/#mlops-tag-disable',
      '  # mlops-tag-disable missing-description',
    ].join('\r\n'),
    talks: [2, 5],
    found: [
      '1:1-1:40 [missing-event] file 一つの会',
      '2:13-2:45 [missing-tags] 1-4',
      '7:3-7:42 [missing-description] 5-7',
    ],
  },
  {
    name: 'broken YAML',
    path: 'a.yml',
    text: 'title: [監視\n# mlops-tag-disable missing-tags\n',
    found: ['2:1-2:33 [missing-tags] file'],
  },
  {
    name: 'JSON and CSV have no comments',
    path: 'a.json',
    text: '{"title": "監視", "note": "<!-- mlops-tag-disable missing-event -->"}',
    talks: [1],
    found: [],
  },
  {
    name: 'lines that end in carriage returns alone',
    path: 'a.md',
    text: '# 監視\r\r<!-- mlops-tag-disable missing-event -->\r',
    talks: [1],
    found: ['3:1-3:41 [missing-event] 1-4'],
  },
  { name: 'no rule', path: 'a.md', text: '<!-- mlops-tag-disable: 全部 -->', found: ['1:1-1:31 [] file 全部'] },
];

it.each(CASES)('$name', async ({ path, text, talks = [], found }) => {
  expect((await disablesIn(text, path, talks)).map(shown)).toEqual(found);
});

it('a comment anywhere between lines of prose is found where it stands', async () => {
  const line = fc.constantFrom('本文です。', 'Some text.', '', '- item', '> quoted', '**bold** `code`', '😀');
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(line), async (above, below) => {
      const text = ['# T', ...above, '<!-- mlops-tag-disable missing-event: 理由 -->', ...below].join('\n');
      expect((await disablesIn(text, 'x.md', [1])).map(({ line: at }) => at)).toEqual([above.length + 2]);
    }),
  );
});

it('hostile text takes no more than its length', async () => {
  const word = '<!-- mlops-tag-disable x -->';
  for (const text of [
    '<!--'.repeat(200_000),
    `${'`'.repeat(9)} a `.repeat(50_000),
    '{/*'.repeat(200_000),
    '"'.repeat(400_000),
  ])
    for (const path of ['a.mdx', 'a.md', 'a.yaml'])
      expect(Array.isArray(await disablesIn(`${word}\n${text}`, path, []))).toBe(true);
});

function finding(rule: RuleId, line: number): RuleFinding {
  return { rule, path: '発表.md', line, column: 1, endLine: line, endColumn: 2, message: 'm', identity: '監視' };
}

function disable(rules: readonly string[], lines?: readonly [from: number, to: number]): Disable {
  const span = { line: 3, column: 1, endLine: 3, endColumn: 40 };
  const covered = lines === undefined ? {} : { lines: { from: lines[0], to: lines[1] } };
  return { path: '発表.md', ...span, rules, ...covered };
}

describe('what disables do', () => {
  const ALL: ReadonlySet<string> = new Set(RULE_IDS);
  const CASES_OF_USE: readonly {
    readonly name: string;
    readonly findings: readonly RuleFinding[];
    readonly disables: readonly Disable[];
    readonly judged?: ReadonlySet<string>;
    readonly kept: readonly string[];
    readonly unused: readonly string[];
  }[] = [
    {
      name: 'switch a rule off for a talk and not for the next',
      findings: [finding('missing-event', 2), finding('missing-event', 9), finding('missing-tags', 2)],
      disables: [disable(['missing-event'], [1, 5])],
      kept: ['missing-event:9', 'missing-tags:2'],
      unused: [],
    },
    {
      name: 'switch a rule off for the file',
      findings: [finding('missing-event', 2), finding('missing-event', 9)],
      disables: [disable(['missing-event'])],
      kept: [],
      unused: [],
    },
    {
      name: 'are told when they switch nothing off, rule by rule',
      findings: [finding('missing-event', 2)],
      disables: [disable(['missing-event', 'missing-tags'], [1, 5]), disable(['unknown-tag'])],
      kept: [],
      unused: [
        '"missing-tags" finds nothing in this talk; take it out of the comment',
        '"unknown-tag" finds nothing in this file; take it out of the comment',
      ],
    },
    {
      name: 'are not told of where the rule is off or saw only some',
      findings: [],
      disables: [disable(['missing-tags', 'duplicate-talk'])],
      judged: new Set(['unknown-tag']),
      kept: [],
      unused: [],
    },
    {
      name: 'are not told of in a file that cannot be read',
      findings: [finding('invalid-file', 4)],
      disables: [disable(['missing-tags'])],
      kept: ['invalid-file:4'],
      unused: [],
    },
    {
      name: 'name rules that there are',
      findings: [],
      disables: [disable(['mising-tags', '理由']), disable([])],
      kept: [],
      unused: [
        '"mising-tags" is no rule (did you mean "missing-tags"?); a reason stands behind a colon',
        '"理由" is no rule; a reason stands behind a colon',
        'names no rule; write mlops-tag-disable rule: reason',
      ],
    },
    {
      name: 'do not switch themselves off',
      findings: [],
      disables: [disable(['unused-disable'])],
      kept: [],
      unused: ['"unused-disable" is switched off in the config, not in place'],
    },
  ];

  it.each(CASES_OF_USE)('they $name', ({ findings, disables, judged = ALL, kept, unused }) => {
    const result = applyDisables(findings, disables, judged);
    expect(result.kept.map(({ rule, line }) => `${rule}:${line}`)).toEqual(kept);
    expect(result.disabled).toBe(findings.length - kept.length);
    expect(result.unused.map(({ message }) => message)).toEqual(unused);
    for (const { rule, path, line } of result.unused)
      expect({ rule, path, line }).toEqual({ rule: 'unused-disable', path: '発表.md', line: 3 });
  });
});
