/** Reports of coverage, read again. */
import { describe, expect, it } from 'vitest';
import { readCoverageFile } from '../../src/coverage/report-file.ts';
import type { Coverage } from '../../src/coverage/types.ts';
import { UsageError } from '../../src/findings.ts';
import { coverageJson } from '../../src/report/coverage/json.ts';
import { type Counting, coverageOf, TAXONOMY, type Written } from './support.ts';

const TALKS: readonly Written[] = [
  {
    event: '勉強会',
    year: 2020,
    tags: ['drift', 'constructor', '__proto__', '見知らぬ'],
    organisations: ['株式会社見本'],
  },
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
    const expected = coverageOf(TALKS, counting);
    const { coverage } = readCoverageFile(written(counting), '前回.json');
    expect(JSON.parse(JSON.stringify(coverage))).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(Object.keys(coverage.all.elements)).toEqual(Object.keys(expected.all.elements));
    expect(Object.entries(coverage.all.elements).find(([id]) => id === '__proto__')?.[1]).toMatchObject({ talks: 1 });
  });

  it('takes more keys than it knows, and does without examples and names', () => {
    const count = { talks: 1, primary: 1, share: 1, low: 0.2, high: 1, more: true };
    const group = { key: '', talks: 1, tagged: 1, untagged: 0, review: 0, parts: {}, elements: { drift: count } };
    const report = { schema: 'mlops-tag/coverage@1', by: null, weight: 'talk', includeReview: false, talks: 1 };
    const file = readCoverageFile(JSON.stringify({ ...report, all: group, groups: [group], later: 1 }), '前回.json');
    const { coverage: read } = file;
    expect(file.taxonomy).toBeUndefined();
    expect(read.all.elements['drift']).toEqual({ talks: 1, primary: 1, share: 1, low: 0.2, high: 1, examples: [] });
    expect([read.and, read.all.tools, read.all.organisations]).toEqual([null, [], []]);
  });

  it('says what the talks were tagged with', () => {
    const { id, version, hash } = TAXONOMY;
    expect(readCoverageFile(written({}), '前回.json').taxonomy).toEqual({ id, version, hash });
  });

  const misfits: readonly [string, (report: Coverage) => void, RegExp][] = [
    [
      'more talks of an element than talks',
      ({ all }) => Object.assign(all.elements['見知らぬ'] ?? {}, { talks: 999 }),
      /前回\.json:\d+:18: all\.elements\.見知らぬ\.talks is 999, more than the group's 3 talks\.$/,
    ],
    [
      'more primary talks than talks, of a part of a group',
      ({ groups }) => Object.assign(Object.values(groups[0]?.parts ?? {})[0] ?? {}, { talks: 0, primary: 1 }),
      /: groups\.0\.parts\.[\w-]+\.primary is 1, more than its 0 talks\.$/,
    ],
    [
      'statuses that are not all',
      ({ all }) => Object.assign(all, { tagged: 7 }),
      /: all\.talks is 3, and tagged, untagged and review add up to \d+\.$/,
    ],
    [
      'another total',
      (report) => Object.assign(report, { talks: 5 }),
      /: all\.talks is 3, and the report's talks are 5\.$/,
    ],
    [
      'a larger group than all',
      ({ groups }) => Object.assign(groups[0] ?? {}, { talks: 4, tagged: 4, untagged: 0, review: 0 }),
      /: groups\.0\.talks is 4, more than the report's 3\.$/,
    ],
    [
      'more talks of a tool than talks',
      ({ all }) => Object.assign(all.tools[0] ?? {}, { talks: 4 }),
      /: all\.tools\.0\.talks is 4, more than the group's 3 talks\.$/,
    ],
    [
      'more talks of an organisation and element than of the organisation',
      ({ all }) => Object.assign(all.organisations[0]?.elements ?? {}, { ドリフト: 2 }),
      /: all\.organisations\.0\.elements\.ドリフト is 2, more than its 1 talks\.$/,
    ],
  ];
  it.each(misfits)('refuses %s', (_, spoil, message) => {
    const report: Coverage = JSON.parse(written({ by: 'event' }));
    spoil(report);
    const call = () => readCoverageFile(JSON.stringify(report, null, 2), '前回.json');
    expect(call).toThrow(UsageError);
    expect(call).toThrow(message);
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
    [
      'a share beyond 1',
      written({}).replace('"share": 0.33', '"share": 1.33'),
      /前回\.json:\d+:18: all\.parts\.monitoring\.share: /,
    ],
  ])('refuses %s', (_, text, message) => {
    const call = () => readCoverageFile(text, '前回.json');
    expect(call).toThrow(UsageError);
    expect(call).toThrow(message);
  });
});
