/** How shares move over the years: small charts of one scale, one a part or element, and before them the talks that they are shares of. */
import { countAt, weighed } from '../../../coverage/counts.ts';
import type { Count, CoverageGroup, Trend } from '../../../coverage/types.ts';
import type { Concept, Taxonomy } from '../../../taxonomy/types.ts';
import { xmlText } from '../../check/xml.ts';
import { labelIn, partsOf } from '../../labels.ts';
import { thousands } from '../thousands.ts';
import { FEW_TALKS } from '../trend-rows.ts';
import { percent } from '../words.ts';
import { niceShare } from './scale.ts';
import type { SharesOptions } from './shares.ts';
import { CHART_WORDS, chartNote, countOf, type Language, listed } from './words.ts';
import { yearChart } from './year-chart.ts';

/** A year's share, and what it is of. */
interface Point {
  readonly year: number;
  readonly of: number;
  readonly count: Count;
}

interface Line {
  readonly name: string;
  readonly points: readonly Point[];
}

/** From so many talks a year on, its whole interval is in the picture; those of fewer would flatten all lines, and are cut off. */
const ENOUGH_TALKS = 10;

/** Parts, or with `part` its elements, that any talk treats; empty for fewer than two years, which show no movement. */
export function trendChart(trend: Trend, taxonomy: Taxonomy, options: SharesOptions): string {
  if (trend.points.length < 2) return '';
  const lines = conceptsOf(taxonomy, options.part)
    .map((concept) => lineOf(concept, trend.points, options))
    .filter(({ points }) => points.some(({ count }) => weighed(count, options.weight) > 0));
  const points = lines.flatMap((line) => line.points);
  const top = topOf(points);
  const charts = lines.map((line, at) =>
    figure(line.name, lineChart(line, top, { ...options, id: `${options.id}-${at}` })),
  );
  const note = chartNote(notesOn(points, top, options.lang), options.lang);
  return `<div class="c-charts">${talksFigure(trend.points, options)}${charts.join('')}</div>${note}`;
}

/** Where the scale of all lines ends: years of few talks stretch it only where there are no others. */
function topOf(points: readonly Point[]): number {
  const certain = points.filter((point) => !isFew(point));
  if (certain.length === 0) return niceShare(points.map(({ count }) => count.share));
  return niceShare(certain.map(({ of, count }) => (of < ENOUGH_TALKS ? count.share : count.high)));
}

/** Such a year's share says too little for an interval to be drawn. */
function isFew({ of }: Point): boolean {
  return of < FEW_TALKS;
}

/** What the charts' signs say, of those that they have. */
function notesOn(points: readonly Point[], top: number, lang: Language): readonly string[] {
  const [few, certain] = [points.filter(isFew), points.filter((point) => !isFew(point))];
  const years = [...new Set(points.map(({ year }) => year))];
  const isBroken = years.some((year, at) => at > 0 && years[at - 1] !== year - 1);
  const { bands, cut, fewTalks, beyond, broken } = CHART_WORDS.trendNotes;
  const notes = [
    ...(certain.length > 0 ? [bands] : []),
    ...(certain.some(({ count }) => count.high > top) ? [cut] : []),
    ...(few.length > 0 ? [fewTalks] : []),
    ...(few.some(({ count }) => count.share > top) ? [beyond] : []),
    ...(isBroken ? [broken] : []),
  ];
  return notes.map((note) => note[lang]);
}

function figure(name: string, chart: string): string {
  return `<figure class="c-figure"><figcaption>${xmlText(name)}</figcaption>${chart}</figure>`;
}

function conceptsOf(taxonomy: Taxonomy, asked: string | undefined): readonly Concept[] {
  const parts = partsOf(taxonomy);
  if (asked === undefined) return parts.map(({ part }) => part);
  return parts.find(({ part }) => part.id === asked)?.elements ?? [];
}

function lineOf({ id, prefLabel }: Concept, groups: readonly CoverageGroup[], { lang, part }: SharesOptions): Line {
  const points = groups.flatMap(({ key, talks, parts, elements }) => {
    const count = countAt(part === undefined ? parts : elements, id);
    return count === undefined ? [] : [{ year: Number(key), of: talks, count }];
  });
  return { name: labelIn(prefLabel, lang), points };
}

function lineChart({ name, points }: Line, top: number, { id, lang, weight }: SharesOptions): string {
  return yearChart({
    id,
    kind: 'line',
    values: points.map((point) => ({
      year: point.year,
      value: point.count.share,
      text: percent(point.count.share),
      range: point.count,
      isFew: isFew(point),
    })),
    top,
    topText: percent(top),
    title: CHART_WORDS.shareOverYears[lang](name),
    description: listed(
      points.map(({ year, of, count }) => `${year}: ${countOf(weighed(count, weight), of, lang)}`),
      lang,
    ),
  });
}

function talksFigure(points: readonly CoverageGroup[], { id, lang }: SharesOptions): string {
  const title = CHART_WORDS.talksAYear[lang];
  const chart = yearChart({
    id: `${id}-talks`,
    kind: 'bars',
    values: points.map(({ key, talks }) => ({ year: Number(key), value: talks, text: thousands(talks) })),
    top: points.reduce((most, { talks }) => Math.max(most, talks), 1),
    title,
    description: listed(
      points.map(({ key, talks }) => `${key}: ${thousands(talks)}`),
      lang,
    ),
  });
  return figure(title, chart);
}
