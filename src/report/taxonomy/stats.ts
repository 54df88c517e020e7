/** `taxonomy stats`: what each label does on a set of talks. */
import { type LabelStats, type TaxonomyStats, TOO_COMMON } from '../../taxonomy/stats.ts';
import { row } from '../csv.ts';
import { line, wrapItems } from '../layout.ts';
import { terminalSafeJson, visibleLine } from '../text.ts';
import { type Theme, themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { clip, padEnd } from '../width.ts';
import { counted } from './counts.ts';

/** Columns of the label at most, and of each number. */
const LABEL = 40;
const NUMBER = 8;

export function statsPretty(stats: TaxonomyStats, context: Pick<ReportContext, 'color' | 'unicode' | 'width'>): string {
  const theme = themeOf(context);
  const matched = stats.labels.filter(({ talks }) => talks > 0);
  const head = tableRow('label', ['talks', 'alone', 'others'], context, theme.dim);
  const tables = byConcept(matched).flatMap(([concept, labels]) => [
    theme.bold(concept),
    ...labels.toSorted((a, b) => b.talks - a.talks).map((label) => labelRow(label, context)),
  ]);
  const never = byConcept(stats.never).flatMap(([concept, labels]) => [
    `${theme.bold(concept)} (${labels.length})`,
    ...wrapItems(
      labels.map(({ label }) => [{ text: visibleLine(label.text) }]),
      { width: context.width, indent: '  ', separator: { text: ', ' }, ellipsis: theme.glyphs.ellipsis },
    ),
  ]);
  return `${[
    `${stats.taxonomy}: ${counted(stats.labels.length, 'label')} on ${counted(stats.talks, 'talk')}; ${matched.length} match, ${stats.never.length} never do`,
    ...section(
      `On more than ${TOO_COMMON * 100} % of the talks`,
      stats.common.map((label) => labelRow(label, context)),
      theme,
    ),
    ...section('Labels that match', tables.length === 0 ? [] : [head, ...tables], theme),
    ...section('Labels that never match', never, theme),
  ].join('\n')}\n`;
}

function section(title: string, lines: readonly string[], { bold }: Theme): readonly string[] {
  return ['', bold(title), ...(lines.length === 0 ? ['  none'] : lines)];
}

function labelRow(
  { label, talks, alone, withOthers }: LabelStats,
  context: Pick<ReportContext, 'color' | 'unicode' | 'width'>,
): string {
  return tableRow(visibleLine(label.text), [talks, alone, withOthers], context);
}

function tableRow(
  name: string,
  numbers: readonly (string | number)[],
  context: Pick<ReportContext, 'color' | 'unicode' | 'width'>,
  paint?: (text: string) => string,
): string {
  const { ellipsis } = themeOf(context).glyphs;
  const columns = Math.min(LABEL, context.width - 2 - numbers.length * NUMBER);
  const text = `  ${padEnd(clip(name, columns, ellipsis), columns)}${numbers.map((number) => String(number).padStart(NUMBER)).join('')}`;
  return line([{ text, ...(paint === undefined ? {} : { paint }) }], context.width, ellipsis);
}

function byConcept(labels: readonly LabelStats[]): readonly (readonly [string, readonly LabelStats[]])[] {
  const groups = new Map<string, LabelStats[]>();
  for (const label of labels) {
    const group = groups.get(label.concept) ?? [];
    groups.set(label.concept, group);
    group.push(label);
  }
  return [...groups];
}

export function statsJson(stats: TaxonomyStats): string {
  const shown = {
    ...stats,
    labels: stats.labels.map(flat),
    never: stats.never.map(flat),
    common: stats.common.map(flat),
  };
  return `${terminalSafeJson(JSON.stringify(shown, null, 2))}\n`;
}

export function statsCsv({ labels }: TaxonomyStats): string {
  const columns = ['concept', 'label', 'lang', 'role', 'talks', 'alone', 'with_others'];
  return [columns, ...labels.map((label) => Object.values(flat(label)))].map(row).join('');
}

function flat({ concept, label: { text, lang, role }, talks, alone, withOthers }: LabelStats) {
  return { concept, label: text, lang, role, talks, alone, withOthers };
}
