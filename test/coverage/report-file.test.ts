/** Reports of coverage, read again. */
import { describe, expect, it } from 'vitest';
import { readCoverageFile } from '../../src/coverage/report-file.ts';
import { UsageError } from '../../src/findings.ts';
import { coverageJson } from '../../src/report/coverage/json.ts';
import { type Counting, coverageOf, TAXONOMY, type Written } from './support.ts';

const TALKS: readonly Written[] = [
  { event: '勉強会', year: 2020, tags: ['drift', 'constructor', '見知らぬ'], organisations: ['株式会社見本'] },
  { event: 'OpML', tags: ['canary'], products: { canary: ['見本基盤'] } },
  {},
];

function written(counting: Counting): string {
  const context = { taxonomy: TAXONOMY, toolVersion: '1', color: 0, width: 80, unicode: true } as const;
  const shows = { tools: false, organisations: false, groups: 12 };
  return coverageJson({ coverage: coverageOf(TALKS, counting), shows }, context);
}

describe('readCoverageFile', () => {
  it.each<[string, Counting]>([
    ['all talks', {}],
    ['by event', { by: 'event' }],
    ['by two keys', { by: 'event', and: 'year', weight: 'primary', includeReview: true }],
  ])('gives back what was written: %s', (_, counting) => {
    const expected: unknown = JSON.parse(JSON.stringify(coverageOf(TALKS, counting)));
    expect(JSON.parse(JSON.stringify(readCoverageFile(written(counting), '前回.json')))).toEqual(expected);
    expect(readCoverageFile(`\ufeff${written(counting)}`, '前回.json').talks).toBe(3);
  });

  it('takes more keys than it knows, and does without examples and names', () => {
    const count = { talks: 1, primary: 1, share: 1, low: 0.2, high: 1, more: true };
    const group = { key: '', talks: 1, tagged: 1, untagged: 0, review: 0, parts: {}, elements: { drift: count } };
    const report = { schema: 'mlops-tag/coverage@1', by: null, weight: 'talk', includeReview: false, talks: 1 };
    const read = readCoverageFile(JSON.stringify({ ...report, all: group, groups: [group], later: 1 }), '前回.json');
    expect(read.all.elements['drift']).toEqual({ talks: 1, primary: 1, share: 1, low: 0.2, high: 1, examples: [] });
    expect([read.and, read.all.tools, read.all.organisations]).toEqual([null, [], []]);
  });

  it.each<[string, string, string | RegExp]>([
    ['broken JSON', '{\n  "schema": 監視\n}', '前回.json:2:13: is no JSON: a word that is no JSON value; coverage'],
    ['nothing', '', '前回.json:1:1: is no JSON: a value is missing here'],
    ['what breaks off', written({}).slice(0, 400), 'is no JSON: '],
    ['deep nesting', '['.repeat(100_000), 'is nested too deep'],
    ['a list', '[]', '前回.json is no report of coverage: it has no "schema"; coverage --compare takes what'],
    [
      'another version',
      '{"schema": "mlops-tag/coverage@2"}',
      'is a report of another version of coverage (2; this one',
    ],
    ['a report of tag', '{"schema": "mlops-tag/report@1"}', '前回.json is a report of tag; coverage --compare takes'],
    ['a report of check', '{"schema": "mlops-tag/check@1"}', 'is a report of check'],
    ['a report of eval', '{"schema": "mlops-tag/eval@1"}', 'is a report of eval'],
    [
      'records',
      '{"schema": "mlops-tag/talk@1", "id": "発表-1"}\n{"schema": "mlops-tag/talk@1"}\n',
      'is a file of records of tag',
    ],
    ['something else', '{"schema": "別物"}', 'its schema is "別物"'],
    ['a key missing', '{"schema": "mlops-tag/coverage@1"}', '前回.json:1:1: '],
    ['a wrong count', written({}).replace('"talks": 3', '"talks": -3'), /前回\.json:\d+:12: talks: /],
    ['a share beyond 1', written({}).replace('"share": 0.33', '"share": 1.33'), /share: /],
  ])('refuses %s', (_, text, message) => {
    const call = () => readCoverageFile(text, '前回.json');
    expect(call).toThrow(UsageError);
    expect(call).toThrow(message);
  });
});
