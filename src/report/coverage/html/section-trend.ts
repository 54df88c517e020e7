/** How shares move over the years, as charts and as a table. */
import { CoverageCounter } from '../../../coverage/counter.ts';
import type { CoverageReport, Trend } from '../../../coverage/types.ts';
import type { ReportContext } from '../../types.ts';
import { trendChart } from '../charts/trend.ts';
import { matrixTable } from './matrix.ts';
import { h } from './node.ts';
import { type Drawn, inBoth, type Section } from './section.ts';
import { undated } from './sentences.ts';
import { WORDS } from './words.ts';
import { toHtml } from './write.ts';

export function trendSection({ report, context, data }: Drawn): Section {
  const section = { id: 'trend', heading: WORDS.trend };
  const trend = report.trend ?? trendOf(report, context);
  if (trend === undefined || trend.points.length < 2) return { ...section, content: '' };
  const { weight, all } = report.coverage;
  const charts = inBoth((lang) => trendChart(trend, context.taxonomy, { id: `trend-${lang}`, lang, weight }));
  const tables = matrixTable({
    id: 'years',
    caption: WORDS.trendCaption,
    of: WORDS.year,
    rows: trend.points.map((group) => ({ name: group.key, group })),
    concepts: data.concepts.filter(({ id }) => Object.hasOwn(all.parts, id)),
    coverage: report.coverage,
  });
  const note = trend.undated === 0 ? [] : [h('p', { class: 'note' }, undated(trend.undated))];
  return { ...section, content: `${charts}${toHtml(...tables, ...note)}` };
}

/** The page shows how shares move wherever talks say their years. */
function trendOf({ talks, coverage }: CoverageReport, { taxonomy }: ReportContext): Trend | undefined {
  if (talks === undefined) return undefined;
  const { weight, includeReview } = coverage;
  const counter = new CoverageCounter({ weight, includeReview, taxonomy });
  for (const talk of talks) counter.add(talk);
  return counter.trend();
}
