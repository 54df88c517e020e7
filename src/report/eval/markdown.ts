/** For a README, a pull request or an issue: the same tables. */

import type { Comparison } from '../../evaluate/comparison.ts';
import { type Confusion, isBetweenTwo } from '../../evaluate/confusions.ts';
import type { Evaluation, FarTalk, StatusScores } from '../../evaluate/evaluation.ts';
import { FIGURES, figuresOf } from '../../evaluate/scores.ts';
import type { TalkSource } from '../../talk.ts';
import { inlineCode, inlineText } from '../markdown-text.ts';
import { plainLine } from '../text.ts';
import type { ReportContext } from '../types.ts';
import { clip } from '../width.ts';
import { earlierNote } from './changes.ts';
import { counted, type EvalReporter, FIGURE_NAMES, intervalNote, meaningOf, shown, signed } from './document.ts';

const TITLE_COLUMNS = 120;
const WORD_COLUMNS = 60;

export const evalMarkdown: EvalReporter = ({ evaluation, unlabelled, comparison }, context) => {
  const { taxonomy } = context;
  const left = unlabelled === 0 ? '' : ` · ${unlabelled} without labels left out`;
  const sections = [
    `# ${counted(evaluation.talks, 'labelled talk')}\n\n${inlineText(taxonomy.id)} ${inlineText(taxonomy.version)} · ${intervalNote(evaluation)}${left}`,
    overall(evaluation),
    ...(comparison === undefined ? [] : changes(comparison, context)),
    `## By language\n\n${languages(evaluation)}`,
    `## By element\n\n${elements(evaluation)}`,
    `## What a confidence means\n\n${reliability(evaluation)}`,
    `## What "review" is worth\n\n${statuses(evaluation)}`,
    `## Taken for one another\n\n${confusions(evaluation.confusions.filter(isBetweenTwo))}`,
    `## Found without being labelled, or missed\n\n${confusions(evaluation.confusions.filter((one) => !isBetweenTwo(one)))}`,
    `## Furthest from the labels\n\n${furthest(evaluation.furthest)}`,
  ];
  return `${sections.join('\n\n')}\n`;
};

function overall(evaluation: Evaluation): string {
  const { scores, intervals, ceiling } = evaluation;
  const figures = figuresOf(scores);
  const others =
    ceiling === undefined
      ? []
      : [
          { head: `second reader (${counted(ceiling.talks, 'talk')})`, figures: figuresOf(ceiling.second) },
          ...(ceiling.talks === evaluation.talks ? [] : [{ head: 'tool there', figures: figuresOf(ceiling.tool) }]),
        ];
  return table(
    ['', '> tool', `${Math.round(intervals.level * 100)} %`, ...others.map(({ head }) => `> ${head}`), ''],
    FIGURES.map((figure) => [
      FIGURE_NAMES[figure],
      `**${shown(figures[figure])}**`,
      intervals.figures[figure]?.map((end) => shown(end)).join('–') ?? '',
      ...others.map((other) => shown(other.figures[figure])),
      meaningOf(figure, evaluation),
    ]),
  );
}

function changes(comparison: Comparison, context: ReportContext): readonly string[] {
  const figures = comparison.figures.map(({ figure, before, now, change }) => [
    FIGURE_NAMES[figure],
    shown(before),
    shown(now),
    `**${signed(change)}**`,
  ]);
  const changed = comparison.elements.map(({ id, gold, before, now, change }) => [
    inlineText(id),
    String(gold),
    shown(before),
    shown(now),
    `**${signed(change)}**`,
  ]);
  return [
    `## Since the earlier evaluation\n\n${inlineText(earlierNote(comparison, context))}`,
    table(['', '> before', '> now', '> change'], figures),
    table(['element', '> labelled', '> before', '> now', '> change'], changed),
  ];
}

function languages(evaluation: Evaluation): string {
  return table(
    ['lang', '> talks', ...FIGURES.map((figure) => `> ${FIGURE_NAMES[figure]}`)],
    evaluation.languages.map(({ lang, talks, scores }) => {
      const figures = figuresOf(scores);
      return [lang, String(talks), ...FIGURES.map((figure) => shown(figures[figure]))];
    }),
  );
}

function elements(evaluation: Evaluation): string {
  return table(
    ['element', '> labelled', '> found', '> precision', '> recall', '> F1'],
    evaluation.elements.map(({ id, gold, found, precision, recall, f1 }) => [
      inlineText(id),
      String(gold),
      String(found),
      shown(precision),
      shown(recall),
      shown(f1),
    ]),
  );
}

function reliability({ reliability: bins }: Evaluation): string {
  return table(
    ['confidence', '> mean', '> right', '> tags'],
    bins.map(({ low, high, confidence, right, tags }) => [
      `${low.toFixed(2)}–${high.toFixed(2)}`,
      shown(confidence),
      shown(right),
      String(tags),
    ]),
  );
}

function statuses({ status: { review, others } }: Evaluation): string {
  const row = (name: string, { talks, micro, talk, mistakes }: StatusScores): readonly string[] => [
    name,
    String(talks),
    ...(talks === 0 ? ['', '', ''] : [shown(micro), shown(talk), mistakes.toFixed(2)]),
  ];
  return table(
    ['status', '> talks', '> micro F1', '> talk F1', '> mistakes a talk'],
    [row('review', review), row('others', others)],
  );
}

function confusions(all: readonly Confusion[]): string {
  return table(
    ['> talks', 'labelled', 'found', 'for instance'],
    all.map(({ talks, gold, found, examples }) => [
      String(talks),
      gold === null ? '–' : inlineText(gold),
      found === null ? '–' : inlineText(found),
      examples.map(({ title, source, words }) => [talkCell(title, source), wordCell(words)].join('')).join('<br>'),
    ]),
  );
}

function furthest(talks: readonly FarTalk[]): string {
  const named = (ids: readonly string[]): string => (ids.length === 0 ? '–' : ids.map(inlineText).join(', '));
  return table(
    ['> F1', 'talk', 'labelled', 'found', 'status'],
    talks.map(({ f1, title, source, gold, found, status }) => [
      f1.toFixed(2),
      talkCell(title, source),
      named(gold),
      found.length === 0
        ? '–'
        : found
            .map(({ id, words }) => (gold.includes(id) ? inlineText(id) : inlineText(id) + wordCell(words)))
            .join('<br>'),
      status,
    ]),
  );
}

function talkCell(title: string, source: TalkSource): string {
  const shownTitle = inlineText(clip(plainLine(title), TITLE_COLUMNS, '…')) || '(no title)';
  return `${shownTitle} ${inlineCode(`${source.path}:${source.line}`)}`;
}

function wordCell(words: readonly string[]): string {
  return words.length === 0
    ? ''
    : ` (${words.map((word) => `“${inlineText(clip(plainLine(word), WORD_COLUMNS, '…'))}”`).join(', ')})`;
}

/** Heads that begin with `> ` are those of numbers, which stand at the right. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(heads.map((head) => head.replace(/^> /, ''))),
    row(heads.map((head) => (head.startsWith('> ') ? '---:' : '---'))),
    ...rows.map(row),
  ].join('\n');
}
