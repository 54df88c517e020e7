/** Documents of `coverage --format json` obey their schema, whatever was asked for. */
import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../src/coverage/compare.ts';
import { gapsOf } from '../../src/coverage/gaps.ts';
import { held, parseTarget } from '../../src/coverage/targets.ts';
import type { CoverageReport, Patch } from '../../src/coverage/types.ts';
import { coverageJson } from '../../src/report/coverage/json.ts';
import { coverageRecordSchema } from '../../src/schema/coverage-record.ts';
import { type Counting, counterOf, TAXONOMY, talksOf, type Written } from './support.ts';

const TALKS: readonly Written[] = [
  { event: '勉強会', year: 2020, tags: ['drift', 'canary'], products: { drift: ['見本基盤'] } },
  { event: 'OpML', year: 2019, tags: ['canary'], organisations: ['株式会社見本'] },
  {},
];

function document(report: Partial<CoverageReport>, counting: Counting): unknown {
  const counter = counterOf(talksOf(TALKS), counting);
  const shows = { tools: true, organisations: true, groups: 12 };
  const context = { taxonomy: TAXONOMY, toolVersion: '1', color: 0, width: 80, unicode: true } as const;
  return JSON.parse(coverageJson({ coverage: counter.coverage(), trend: counter.trend(), shows, ...report }, context));
}

const counter = counterOf(talksOf(TALKS), { by: 'event' });
const coverage = counter.coverage();
const patch: Patch = {
  ref: 'origin/main',
  added: [
    {
      id: '発表-9',
      title: '監視',
      status: 'tagged',
      primary: 'drift',
      elements: ['drift'],
      groups: [{ key: '勉強会', and: '2020' }],
    },
  ],
  changed: [{ id: '発表-8', title: '懇親会', status: 'untagged', primary: null, elements: [] }],
  removed: [],
  talks: { before: 2, after: 3 },
  parts: { monitoring: { before: 0, after: 1 } },
  elements: { drift: { before: 0, after: 1 } },
};

describe('coverage --format json', () => {
  it.each<[string, Partial<CoverageReport>, Counting]>([
    ['counts alone', {}, {}],
    ['by two keys', {}, { by: 'event', and: 'year', weight: 'primary', includeReview: true }],
    ['gaps', { gaps: gapsOf(coverage, TAXONOMY) }, { by: 'event' }],
    [
      'comparison',
      { comparison: comparisonOf({ name: '甲', group: coverage.all }, { name: '乙', group: coverage.all }, 'talk') },
      {},
    ],
    ['targets', { targets: held([parseTarget('drift >= 1', '--min')], coverage, TAXONOMY) }, {}],
    ['patch', { patch }, {}],
  ])('obeys its schema: %s', (_, report, counting) => {
    expect(() => coverageRecordSchema.parse(document(report, counting))).not.toThrow();
  });
});
