/** Pages of invented talks, with the script and style sheet as they are built. */
import { resolve } from 'node:path';
import { bundlePage } from '../../scripts/page.mjs';
import { CoverageCounter } from '../../src/coverage/counter.ts';
import { gapsOf } from '../../src/coverage/gaps.ts';
import type { CountedTalk, CoverageReport, PageAssets, Weight } from '../../src/coverage/types.ts';
import { coverageHtml } from '../../src/report/coverage/html/index.ts';
import type { Taxonomy } from '../../src/taxonomy/types.ts';
import { NINE } from './coverage-text-talks.ts';
import { contextOf } from './support.ts';

export const ASSETS: PageAssets = await bundlePage(resolve(import.meta.dirname, '../..'));

export interface PageSketch extends Partial<CoverageReport> {
  readonly by?: string;
  readonly and?: string;
  readonly taxonomy?: Taxonomy;
  readonly weight?: Weight;
  readonly includeReview?: boolean;
}

/** Counted from the talks, so that every number on the page is true. */
export function reportOf(
  talks: readonly CountedTalk[],
  { by = 'event', and, taxonomy = NINE, weight = 'talk', includeReview = false, ...more }: PageSketch = {},
): CoverageReport {
  const options = { by, weight, includeReview, taxonomy };
  const counter = new CoverageCounter(and === undefined ? options : { ...options, and });
  for (const talk of talks) counter.add(talk);
  const coverage = counter.coverage();
  const shows = { tools: true, organisations: true, groups: 12 };
  return { coverage, gaps: gapsOf(coverage, taxonomy), shows, talks, page: ASSETS, lang: 'en', ...more };
}

export function pageOf(talks: readonly CountedTalk[], sketch: PageSketch = {}): string {
  return coverageHtml(reportOf(talks, sketch), contextOf({ taxonomy: sketch.taxonomy ?? NINE }));
}
