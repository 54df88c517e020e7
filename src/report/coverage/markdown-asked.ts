/** Trends, gaps, comparison, patch and targets in markdown, each where it was asked for. */
import { weighed } from '../../coverage/counts.ts';
import type { Change, Count, CoverageGroup, Example, Patch, PatchTalk } from '../../coverage/types.ts';
import { inlineCode, inlineProse, inlineText } from '../markdown-text.ts';
import {
  compared,
  moreTargets,
  PATCH_KINDS,
  PATCH_TALKS_SHOWN,
  patchTitle,
  scaleNote,
  shownTargets,
  signedCount,
  sizeRow,
  targetsTitle,
  testNote,
  tooFewYears,
  trendNote,
} from './asked-words.ts';
import { byStatus, unchanged } from './changes.ts';
import { bold, bullets, groupWords, section, table, words } from './markdown-lines.ts';
import { patchRows, patchTalkWords } from './patch-rows.ts';
import { sparkline } from './spark.ts';
import { lacksWords, targetText } from './target-words.ts';
import { trendTable } from './trend-rows.ts';
import type { View } from './view.ts';
import { chance, percent, points } from './words.ts';

/** Of a heading with two names in it. */
const TITLE_COLUMNS = 140;

export function trendSection(view: View): readonly string[] {
  const { trend, coverage } = view.report;
  if (trend === undefined) return [];
  const shown = trendTable(trend, view);
  if (shown === undefined) return section('By year', [tooFewYears(trend)]);
  const { first, last } = shown;
  const cellOf = (count: Count, { talks }: CoverageGroup): string =>
    `${weighed(count, coverage.weight)}/${talks} (${inlineText(percent(count.share))})`;
  const rows = shown.rows.map((row) => [
    row.isPart ? bold(words(row.label)) : words(row.label),
    inlineCode(sparkline(row.shares, shown.scale.top, true)),
    cellOf(row.first, first),
    cellOf(row.last, last),
  ]);
  const heads = ['', `${first.key}–${last.key}`, `> ${first.key}`, `> ${last.key}`];
  const sizes = sizeRow(shown, true);
  const ofYears =
    sizes === undefined ? [] : [[sizes.label, inlineCode(sizes.series), String(sizes.first), String(sizes.last)]];
  const notes = [inlineText(scaleNote(shown, true)), trendNote(trend)];
  return section('By year', [table(heads, [...ofYears, ...rows]), notes.join(' ')]);
}

export function comparisonSection({ report, label }: View): readonly string[] {
  const { comparison } = report;
  if (comparison === undefined) return [];
  const { before, after, parts, elements } = comparison;
  const cellsOf = (change: Change): readonly string[] => [
    `${change.before.talks}/${before.talks}`,
    `${change.after.talks}/${after.talks}`,
    inlineText(points(change.difference)),
    change.p === null ? '–' : inlineText(chance(change.p)) + (change.significant ? ' ★' : ''),
  ];
  const heads = [`> ${groupWords(before.name)}`, `> ${groupWords(after.name)}`, '> points', '> by chance'];
  const partRows = parts
    .filter(({ status }) => status !== 'none')
    .map((change) => [bold(words(label(change.id))), ...cellsOf(change)]);
  const elementRows = byStatus(elements).flatMap(({ title, changes }) =>
    changes.map((change) => [title, words(label(change.id)), ...cellsOf(change)]),
  );
  const left = unchanged(elements);
  return section(words(compared(comparison, '…'), TITLE_COLUMNS), [
    ...(partRows.length === 0 ? [] : [table(['', ...heads], partRows)]),
    ...(elementRows.length === 0 ? [] : [table(['', '', ...heads], elementRows)]),
    ...(left.length === 0 ? [] : [left.join(' · ')]),
    testNote(comparison, '★'),
  ]);
}

export function patchSection(view: View): readonly string[] {
  const { patch } = view.report;
  if (patch === undefined) return [];
  const talks = PATCH_KINDS.flatMap((kind) => talkItems(kind, patch, view));
  const rows = patchRows(patch, view).map(({ label, isPart, before, after }) => [
    isPart ? bold(words(label)) : words(label),
    String(before),
    String(after),
    bold(signedCount(after - before)),
  ]);
  return section(words(patchTitle(patch)), [
    ...(talks.length === 0 ? [] : [bullets(talks)]),
    rows.length === 0 ? 'No count of a part or element changes.' : table(['', '> before', '> after', '>'], rows),
  ]);
}

function talkItems(kind: (typeof PATCH_KINDS)[number], patch: Patch, view: View): readonly string[] {
  const talks: readonly (Example | PatchTalk)[] = patch[kind];
  const left = talks.length - PATCH_TALKS_SHOWN;
  const shown = talks
    .slice(0, PATCH_TALKS_SHOWN)
    .map((talk) => `${kind}: ${words(talk.title) || '(no title)'}${'elements' in talk ? treated(talk, view) : ''}`);
  return left > 0 ? [...shown, `${kind}: and ${left} more`] : shown;
}

/** The groups of a talk, and what it treats. */
function treated(talk: PatchTalk, view: View): string {
  const { groups, elements, inDoubt } = patchTalkWords(talk, view, '★');
  const where = groups.length === 0 ? '' : `, in ${groups.map(groupWords).join(', ')}`;
  return `${where}${inDoubt ? ' (in doubt)' : ''}: ${elements.map((element) => words(element)).join(' · ')}`;
}

export function targetSection(view: View): readonly string[] {
  const { targets, coverage } = view.report;
  if (targets === undefined || targets.length === 0) return [];
  const { shown, left } = shownTargets(targets);
  const rows = shown.map((result) => [
    result.met ? 'met' : bold('missed'),
    words(targetText(result, view)),
    words(lacksWords(result, coverage) ?? '') || (result.group === null ? '' : groupWords(result.group)),
    `${result.talks}/${result.of}`,
    inlineCode(result.origin),
  ]);
  return section(targetsTitle(targets), [
    table(['', 'target', 'group', '> talks', 'from'], rows),
    ...(left === 0 ? [] : [inlineProse(moreTargets(left))]),
  ]);
}
