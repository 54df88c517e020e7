/** The end of the pretty report: how many talks each part has, as bars, and what nobody talks about. */
import { labelIn, labelLanguage, type PartOfTree, partsOf } from './labels.ts';
import { line, wrapItems } from './layout.ts';
import { nothingFound } from './review.ts';
import { bar, themeOf } from './theme.ts';
import type { ReportContext, Summary } from './types.ts';
import { clip, displayWidth, padEnd } from './width.ts';

const BAR_CELLS = 24;
const LABEL_COLUMNS = 36;
/** Bars read badly when they stretch over a very wide terminal. */
const WIDEST = 100;

export function prettySummary(summary: Summary, context: ReportContext): string {
  const { glyphs, dim } = themeOf(context);
  const width = Math.min(context.width, WIDEST);
  const lines = [
    line([{ text: glyphs.rule.repeat(width), paint: dim }], width, ''),
    ...totals(summary, context, width),
    ...partLines(summary, context, width),
  ];
  return `${lines.join('\n')}\n`;
}

function totals(summary: Summary, context: ReportContext, width: number): readonly string[] {
  const { glyphs, bold, dim, review } = themeOf(context);
  const { talks, files, tagged, untagged, review: look, skipped } = summary;
  const items = [
    [{ text: `${counted(talks, 'talk')} in ${counted(files, 'file')}`, paint: bold }],
    [{ text: `${tagged} tagged` }],
    ...(look > 0 ? [[{ text: `${look} worth a look`, paint: review }]] : []),
    ...(untagged > 0 ? [[{ text: `${untagged} with ${nothingFound(context.taxonomy)}`, paint: review }]] : []),
    ...(skipped > 0
      ? [[{ text: `${counted(skipped, 'file')} skipped (no talk in ${skipped === 1 ? 'it' : 'them'})`, paint: dim }]]
      : []),
  ];
  return wrapItems(items, {
    width,
    indent: '',
    separator: { text: ` ${glyphs.dot} `, paint: dim },
    ellipsis: glyphs.ellipsis,
  });
}

function partLines(summary: Summary, context: ReportContext, width: number): readonly string[] {
  const { glyphs, dim } = themeOf(context);
  const lang = labelLanguage(context, summary.lang);
  const tree = partsOf(context.taxonomy);
  const treated = tree.filter(({ part }) => countOf(summary.parts, part.id) > 0);
  const missing = tree.filter(({ part }) => countOf(summary.parts, part.id) === 0);
  if (treated.length === 0) return [];
  const labels = treated.map(({ part }) => labelIn(part.prefLabel, lang));
  const most = Math.max(...treated.map(({ part }) => countOf(summary.parts, part.id)));
  const layout: PartLayout = {
    width,
    most,
    labelColumns: Math.min(LABEL_COLUMNS, Math.floor(width / 2), Math.max(...labels.map(displayWidth))),
  };
  const nothingOn = wrapItems(
    missing.map(({ part }) => [{ text: labelIn(part.prefLabel, lang), paint: dim }]),
    { width, indent: '    ', separator: { text: ` ${glyphs.dot} `, paint: dim }, ellipsis: glyphs.ellipsis },
  );
  return [
    '',
    ...treated.flatMap((branch) => partBlock(branch, summary, context, layout)),
    ...(nothingOn.length > 0
      ? ['', line([{ text: '  nothing on', paint: dim }], width, glyphs.ellipsis), ...nothingOn]
      : []),
  ];
}

interface PartLayout {
  readonly width: number;
  readonly labelColumns: number;
  /** Talks of the part with most of them: the full bar. */
  readonly most: number;
}

function partBlock(
  { part, elements }: PartOfTree,
  summary: Summary,
  context: ReportContext,
  layout: PartLayout,
): readonly string[] {
  const { glyphs, bold, bar: paint, dim } = themeOf(context);
  const { width, labelColumns, most } = layout;
  const count = countOf(summary.parts, part.id);
  const label = clip(labelIn(part.prefLabel, labelLanguage(context, summary.lang)), labelColumns, glyphs.ellipsis);
  const cells = Math.max(0, Math.min(BAR_CELLS, width - labelColumns - 6 - String(most).length));
  const { full, empty } = bar(count / most, cells, glyphs);
  const spans = [
    { text: `  ${padEnd(label, labelColumns)}  `, paint: bold },
    { text: full, paint },
    { text: empty, paint: dim },
    { text: ` ${String(count).padStart(String(most).length)}` },
  ];
  const items = elements
    .map(({ id }) => ({ id, count: countOf(summary.elements, id) }))
    .filter((element) => element.count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map((element) => [{ text: `${element.id} ${element.count}`, paint: dim }]);
  const separator = { text: ` ${glyphs.dot} `, paint: dim };
  return [
    line(spans, width, glyphs.ellipsis),
    ...wrapItems(items, { width, indent: '    ', separator, ellipsis: glyphs.ellipsis }),
  ];
}

function countOf(counts: Readonly<Record<string, number>>, id: string): number {
  return Object.hasOwn(counts, id) ? (counts[id] ?? 0) : 0;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
