import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyBaseline,
  type BaselineScope,
  parseBaseline,
  prunedBaseline,
  updatedBaseline,
} from '../../src/check/baseline.ts';
import { fingerprint } from '../../src/check/fingerprint.ts';
import { RULE_IDS, type RuleId } from '../../src/check/rules/ids.ts';
import type { CheckFinding } from '../../src/check/types.ts';

function finding(
  rule: RuleId,
  path: string,
  more: { readonly tag?: string; readonly line?: number } = {},
): CheckFinding {
  const { line = 1, ...named } = more;
  const span = { line, column: 1, endLine: line, endColumn: 9 };
  const identity = '監視の話';
  const mark = fingerprint({ path, rule, identity, ...named });
  const rest = { talk: '監視', message: 'm', identity, severity: 'error', fixable: false, fingerprint: mark } as const;
  return { rule, path, ...named, ...span, ...rest };
}

function scope(paths: readonly string[], more: Partial<BaselineScope> = {}): BaselineScope {
  return { paths: new Set(paths), whole: true, ...more };
}

const same = (path: string): string => path;
const EVERYWHERE = scope(['talks/監視.md', 'talks/b.md', 'talks/c.md']);

const KNOWN = [
  finding('unsupported-tag', 'talks/監視.md', { tag: 'drift' }),
  finding('missing-event', 'talks/b.md'),
  finding('duplicate-talk', 'talks/c.md'),
];

const FILE = `{
  "schema": "mlops-tag/baseline@1",
  "findings": [
    {"fingerprint":"${KNOWN[1]?.fingerprint}","rule":"missing-event","path":"talks/b.md","talk":"監視"},
    {"fingerprint":"${KNOWN[2]?.fingerprint}","rule":"duplicate-talk","path":"talks/c.md","talk":"監視"},
    {"fingerprint":"${KNOWN[0]?.fingerprint}","rule":"unsupported-tag","path":"talks/監視.md","talk":"監視","tag":"drift"}
  ]
}
`;

it('a finding a line, in an order of their own, each once', () => {
  expect(updatedBaseline([...KNOWN, ...KNOWN], undefined, EVERYWHERE, same)).toBe(FILE);
  expect(updatedBaseline(KNOWN.toReversed(), undefined, EVERYWHERE, same)).toBe(FILE);
  expect(updatedBaseline([], undefined, EVERYWHERE, same)).toBe(
    '{\n  "schema": "mlops-tag/baseline@1",\n  "findings": []\n}\n',
  );
});

it('paths are from the root', () => {
  const text = updatedBaseline([finding('missing-event', '../b.md')], undefined, EVERYWHERE, () => 'talks/b.md');
  expect(text).toContain('"path":"talks/b.md"');
});

describe('known findings', () => {
  const moved = finding('missing-event', 'talks/b.md', { line: 40 });
  const other = finding('unsupported-tag', 'talks/監視.md', { tag: 'serving' });

  it('are left out on whatever line, and one is not taken for another', async () => {
    const { kept, baselined, stale } = applyBaseline(
      [...KNOWN.slice(0, 1), moved, ...KNOWN.slice(2), other],
      await parseBaseline(FILE, '基準.json'),
      EVERYWHERE,
    );
    expect({ kept, baselined, stale }).toEqual({ kept: [other], baselined: 3, stale: [] });
  });

  it('that are found no more are told where the baseline has them', async () => {
    const { stale } = applyBaseline([other], await parseBaseline(FILE, '基準.json'), EVERYWHERE);
    expect(stale.map(({ path, line, column, endColumn, message }) => [path, line, column, endColumn, message])).toEqual(
      [
        [
          '基準.json',
          4,
          20,
          54,
          'missing-event is found no more in talks/b.md; take it out of the baseline with mlops-tag baseline prune',
        ],
        [
          '基準.json',
          5,
          20,
          54,
          'duplicate-talk is found no more in talks/c.md; take it out of the baseline with mlops-tag baseline prune',
        ],
        [
          '基準.json',
          6,
          20,
          54,
          'unsupported-tag ("drift") is found no more in talks/監視.md; take it out of the baseline with mlops-tag baseline prune',
        ],
      ],
    );
  });

  const SCOPES: readonly (readonly [string, BaselineScope, readonly string[]])[] = [
    ['all', EVERYWHERE, ['talks/b.md', 'talks/c.md', 'talks/監視.md']],
    ['one file', scope(['talks/監視.md']), ['talks/監視.md']],
    [
      'what changed: rules across files saw only some',
      scope(['talks/b.md', 'talks/c.md'], { whole: false }),
      ['talks/b.md'],
    ],
    ['nothing, but a file is gone', scope([], { isGone: (path) => path === 'talks/監視.md' }), ['talks/監視.md']],
    [
      'all, with a rule switched off',
      { ...EVERYWHERE, isOn: (rule, path) => rule !== 'missing-event' && path !== 'talks/監視.md' },
      ['talks/c.md'],
    ],
  ];

  it.each(SCOPES)('are stale only where the run looked: %s', async (_, looked, paths) => {
    const baseline = await parseBaseline(FILE, '基準.json');
    const stale = applyBaseline([], baseline, looked).stale;
    expect(stale.map(({ message }) => paths.find((path) => message.includes(path)))).toEqual(paths);
    const left = await parseBaseline(prunedBaseline(baseline, [], looked), '基準.json');
    expect(left.entries).toEqual(baseline.entries.filter(({ path }) => !paths.includes(path)));
    const updated = updatedBaseline([other], baseline, looked, same);
    expect((await parseBaseline(updated, '基準.json')).entries.map(({ path }) => path).toSorted()).toEqual(
      [...left.entries.map(({ path }) => path), 'talks/監視.md'].toSorted(),
    );
  });

  it('of the baseline itself are never in it', () => {
    const stale = finding('stale-baseline', '基準.json');
    expect(updatedBaseline([stale], undefined, EVERYWHERE, same)).toContain('"findings": []');
  });
});

it('what was found is known, whatever it is', async () => {
  const some = fc.record({
    rule: fc.constantFrom(...RULE_IDS.filter((rule) => rule !== 'stale-baseline')),
    path: fc.string({ unit: 'grapheme', minLength: 1 }),
    tag: fc.string({ unit: 'binary' }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(some), async (sketches) => {
      const findings = sketches.map(({ rule, path, tag }) => finding(rule, path, { tag }));
      const text = updatedBaseline(findings, undefined, EVERYWHERE, same);
      const baseline = await parseBaseline(text, '基準.json');
      expect(applyBaseline(findings, baseline, scope(findings.map(({ path }) => path)))).toEqual({
        kept: [],
        baselined: findings.length,
        stale: [],
      });
      expect(updatedBaseline(findings, baseline, EVERYWHERE, same)).toBe(text);
    }),
    { numRuns: 40 },
  );
});

describe('mistakes in the file', () => {
  const MISTAKES: readonly (readonly [name: string, text: string, message: string])[] = [
    ['broken JSON', FILE.replace(/,\n/, '\n'), '基準.json:3:3: a comma is missing here'],
    ['a merge conflict', '<<<<<<< HEAD\n{}\n', '基準.json:1:1: a word that is no JSON value'],
    [
      'an unknown key',
      FILE.replace('"talk":', '"talks":'),
      '基準.json:4:98: unknown key "talks" (did you mean "talk"?)',
    ],
    ['a key missing', FILE.replace('"path":"talks/b.md",', ''), '基準.json:4:5: "path" is missing'],
    ['no fingerprint', FILE.replace(/"[0-9a-f]{32}"/, '"監視"'), '基準.json:4:20: must be 32 hexadecimal digits'],
    ['an unknown key with an escape', FILE.replace('"talk":', '"\\"札":'), '基準.json:4:98: unknown key ""札"'],
    [
      'a mistake behind a byte order mark',
      `\ufeff${FILE.replace('{\n', '{\n  "図": 1,\n')}`,
      '基準.json:2:3: unknown key "図"',
    ],
    ['brackets that never close', '['.repeat(200_000), '基準.json:1:201: nested too deep'],
    ['brackets that do', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, '基準.json:1:201: nested too deep'],
    [
      'deep maps in an entry',
      FILE.replace('"監視"', `${'{"監視":'.repeat(9_000)}1${'}'.repeat(9_000)}`),
      '基準.json:4:1287: nested too deep',
    ],
    ['something else', '[]', '基準.json:1:1: expected a map, found a list'],
  ];

  it.each(MISTAKES)('%s', async (_, text, message) => {
    await expect(parseBaseline(text, '基準.json')).rejects.toMatchObject({
      name: 'UsageError',
      message: `the baseline cannot be used\n\n${message}`,
    });
  });

  it('a rule that there is not: the nearest is told', async () => {
    await expect(parseBaseline(FILE.replace('missing-event', 'missing-evnt'), '基準.json')).rejects.toThrow(
      /^the baseline cannot be used\n\n基準\.json:4:62: .*found "missing-evnt" \(did you mean "missing-event"\?\)$/,
    );
  });
});

describe('many mistakes', () => {
  const told = async (text: string): Promise<readonly string[]> => {
    const error: unknown = await parseBaseline(text, '基準.json').catch((thrown: unknown) => thrown);
    return error instanceof Error ? error.message.split('\n').slice(2) : [];
  };
  const fileOf = (findings: readonly unknown[]): string =>
    JSON.stringify({ schema: 'mlops-tag/baseline@1', findings }).replaceAll('},{', '},\n{');
  const right = JSON.parse(FILE).findings[0];
  const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`札${i}`, i]));

  it.each<readonly [name: string, findings: readonly unknown[], first: RegExp, more: string | undefined]>([
    ['20', Array(20).fill(1), /^基準\.json:1:\d+: expected a map, found 1/, undefined],
    ['21', Array(21).fill(1), /^基準\.json:1:\d+: expected a map/, 'and 1 more mistake'],
    [
      '30,000 entries with four',
      Array(30_000).fill({ 札: '監視' }),
      /^基準\.json:1:\d+: /,
      'and at least 99984 more mistakes',
    ],
    ['9,000 entries with four', Array(9_000).fill({ 札: '監視' }), /^基準\.json:1:\d+: /, 'and 35980 more mistakes'],
    [
      'some behind 5,000 right ones',
      [...Array(5_000).fill(right), ...Array(30).fill({ ...right, path: 1 })],
      /^基準\.json:5001:\d+: /,
      'and 10 more mistakes',
    ],
    [
      'keys that there are not',
      [{ ...right, ...keys(5_000) }],
      /^基準\.json:1:\d+: unknown key "札0"$/,
      'and 4980 more mistakes',
    ],
  ])('%s: the first are told, the others counted', async (_name, findings, first, more) => {
    const lines = await told(fileOf(findings));
    expect(lines[0]).toMatch(first);
    expect([lines.length, lines[20]]).toEqual([more === undefined ? 20 : 21, more]);
  });

  it('more entries than any baseline has are one mistake', async () => {
    expect(await told(fileOf(Array(1_000_001).fill(0)))).toEqual([
      '基準.json:1:1: more than 1000000 findings: no baseline has as many',
    ]);
  });
});

it('every one of very many stale entries has a place of its own', async () => {
  const count = 40_000;
  const entries = Array.from({ length: count }, (_, i) => ({
    fingerprint: i.toString(16).padStart(32, '0'),
    rule: 'missing-event',
    path: `発表/${i}.md`,
  }));
  const text = `{"schema":"mlops-tag/baseline@1","findings":[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}]}`;
  const { stale } = applyBaseline([], await parseBaseline(text, '基準.json'), scope([], { isGone: () => true }));
  expect(stale.map(({ line, column }) => [line, column])).toEqual(entries.map((_, i) => [i + 2, 16]));
});

it('an entry stands where its fingerprint is written, not where the same digits come before', async () => {
  const mark = KNOWN[1]?.fingerprint;
  const text = FILE.replace('"talks/b.md"', `"${KNOWN[2]?.fingerprint}"`).replace(
    `"${mark}"`,
    `"\\u00${mark?.charCodeAt(0).toString(16)}${mark?.slice(1)}"`,
  );
  const { stale } = applyBaseline([], await parseBaseline(text, '基準.json'), scope([], { isGone: () => true }));
  expect(stale.map(({ line, column }) => [line, column])).toEqual([
    [4, 20],
    [5, 20],
    [6, 20],
  ]);
});

it('a byte order mark does no harm', async () => {
  expect((await parseBaseline(`\ufeff${FILE}`, '基準.json')).entries).toHaveLength(3);
});
