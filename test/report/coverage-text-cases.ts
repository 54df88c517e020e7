/** Situations that the text reports of coverage are held to, counted from talks that are made by hand. */
import { comparisonOf } from '../../src/coverage/compare.ts';
import { type CounterOptions, CoverageCounter } from '../../src/coverage/counter.ts';
import { gapsOf } from '../../src/coverage/gaps.ts';
import { groupNamed } from '../../src/coverage/group-named.ts';
import { patchOf } from '../../src/coverage/patch.ts';
import { held, parseTarget } from '../../src/coverage/targets.ts';
import type { CountedTalk, CoverageReport } from '../../src/coverage/types.ts';
import type { ReportContext } from '../../src/report/types.ts';
import {
  HOSTILE_TALKS,
  JAPANESE_TALKS,
  NINE,
  SERIES_TALKS,
  SPOKEN_TALKS,
  sketch,
  TALKS,
} from './coverage-text-talks.ts';
import { contextOf } from './support.ts';

export interface Asked extends Partial<CounterOptions> {
  readonly trend?: boolean;
  readonly gaps?: boolean;
  readonly compare?: readonly [string, string];
  readonly targets?: readonly string[];
  readonly patch?: { readonly before: readonly CountedTalk[]; readonly after: readonly CountedTalk[] };
  readonly tools?: boolean;
  readonly organisations?: boolean;
  readonly groups?: number;
}

/** What the command makes of talks. */
export function reportOf(talks: readonly CountedTalk[], asked: Asked = {}): CoverageReport {
  const { by, and, weight = 'talk', includeReview = false } = asked;
  const counter = new CoverageCounter({
    ...(by === undefined ? {} : { by }),
    ...(and === undefined ? {} : { and }),
    weight,
    includeReview,
    taxonomy: NINE,
  });
  for (const talk of talks) counter.add(talk);
  const coverage = counter.coverage();
  const lang = counter.lang();
  const side = (name: string) => ({ name, group: groupNamed(coverage, name) });
  const { compare, targets, patch, tools = false, organisations = false, groups = 12 } = asked;
  return {
    coverage,
    ...(lang === undefined ? {} : { lang }),
    ...(asked.trend === true ? { trend: counter.trend() } : {}),
    ...(asked.gaps === true ? { gaps: gapsOf(coverage, NINE) } : {}),
    ...(compare === undefined ? {} : { comparison: comparisonOf(side(compare[0]), side(compare[1]), weight) }),
    ...(patch === undefined ? {} : { patch: patchOf('origin/main', patch, coverage) }),
    ...(targets === undefined
      ? {}
      : {
          targets: held(
            targets.map((text) => parseTarget(text, '--min')),
            coverage,
            NINE,
          ),
        }),
    shows: { tools, organisations, groups },
  };
}

interface Case {
  readonly report: CoverageReport;
  readonly context: ReportContext;
  /** Formats beside pretty and markdown that the situation says something about. */
  readonly files?: readonly ('csv' | 'csv-wide' | 'json')[];
}

function looks(overrides: Partial<ReportContext> = {}): ReportContext {
  return contextOf({ taxonomy: NINE, ...overrides });
}

const EVERYTHING = {
  by: 'event',
  trend: true,
  gaps: true,
  compare: ["Pipelines '19", "Pipelines '20"],
  targets: ['monitoring >= 3', 'each: drift >= 10%', '本番化 >= 9'],
  patch: {
    before: [sketch('Labels by committee', 'annotation'), sketch('Gone with the slot', 'serving')],
    after: [
      sketch('Labels by committee', 'annotation data-quality', { event: "Pipelines '19" }),
      sketch('A schema for every table', 'data-quality', { event: "Pipelines '19" }),
    ],
  },
  tools: true,
  organisations: true,
} satisfies Asked;

const COLOURED: Asked = {
  by: 'event',
  trend: true,
  gaps: true,
  compare: EVERYTHING.compare,
  targets: ['drift >= 3', 'each: serving >= 1'],
};

export const CASES: Readonly<Record<string, Case>> = {
  'all-talks': {
    report: reportOf(TALKS, { tools: true, targets: ['monitoring >= 3', 'agents >= 1'], trend: true }),
    context: looks(),
    files: ['csv', 'json'],
  },
  'by-event': { report: reportOf(TALKS, EVERYTHING), context: looks(), files: ['csv', 'csv-wide'] },
  'by-event-ascii': { report: reportOf(TALKS, EVERYTHING), context: looks({ unicode: false, width: 60 }) },
  'by-event-colours': { report: reportOf(TALKS.slice(0, 16), COLOURED), context: looks({ color: 1 }) },
  japanese: {
    report: reportOf(JAPANESE_TALKS, {
      by: 'event',
      gaps: true,
      trend: true,
      compare: ['現場の機械学習', 'エージェント勉強会'],
    }),
    context: looks(),
    files: ['csv'],
  },
  'many-groups-narrow': {
    report: reportOf(SERIES_TALKS, { by: 'event', and: 'year', groups: 5, trend: true, gaps: true }),
    context: looks({ width: 40 }),
  },
  'many-groups-wide': {
    report: reportOf(SERIES_TALKS, { by: 'year', trend: true, gaps: true }),
    context: looks({ width: 120 }),
    files: ['csv-wide'],
  },
  'by-speaker-primary': {
    report: reportOf(SPOKEN_TALKS, { by: 'speaker', weight: 'primary', includeReview: true }),
    context: looks({ lang: 'ja' }),
    files: ['csv-wide'],
  },
  hostile: {
    report: reportOf(HOSTILE_TALKS, { by: 'event', gaps: true, tools: true, organisations: true, trend: true }),
    context: looks(),
    files: ['csv', 'csv-wide'],
  },
  'no-talks': { report: reportOf([], { by: 'event', gaps: true, trend: true, tools: true }), context: looks() },
};
