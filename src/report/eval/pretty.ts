/** For people at a terminal: the figures, then the tables that say where they come from. */
import { type Confusion, type ConfusionExample, isBetweenTwo } from '../../evaluate/confusions.ts';
import type { Evaluation, FarTalk, LanguageScores, StatusScores } from '../../evaluate/evaluation.ts';
import { FIGURES, figuresOf } from '../../evaluate/scores.ts';
import type { TalkSource } from '../../talk.ts';
import { line, type Span, wrapItems } from '../layout.ts';
import { visibleLine } from '../text.ts';
import { bar, themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { clip, clipStart } from '../width.ts';
import { changesPretty } from './changes.ts';
import { counted, type EvalReporter, FIGURE_NAMES, intervalNote, meaningOf, shown } from './document.ts';
import { type Column, table } from './table.ts';

/** Confusions and talks shown; the other formats have more. */
const SHOWN = 10;
const BAR_CELLS = 10;
const QUOTE_COLUMNS = 30;

export const evalPretty: EvalReporter = ({ evaluation, unlabelled, comparison }, context) => {
  const { taxonomy } = context;
  const { confusions } = evaluation;
  const { bold, glyphs } = themeOf(context);
  const left = unlabelled === 0 ? '' : ` ${glyphs.dot} ${unlabelled} without labels left out`;
  const head = `${counted(evaluation.talks, 'labelled talk')} ${glyphs.dot} ${visibleLine(taxonomy.id)} ${visibleLine(taxonomy.version)}${left}`;
  const sections = [
    [line([{ text: head, paint: bold }], context.width, glyphs.ellipsis), '', ...overall(evaluation, context)],
    ...(comparison === undefined ? [] : [changesPretty(comparison, context)]),
    section('By language', languages(evaluation.languages, context), context),
    section('By element', elements(evaluation, context), context),
    section('What a confidence means', reliability(evaluation, context), context),
    section('What "review" is worth', statuses(evaluation, context), context),
    section('Taken for one another', confusionLines(confusions.filter(isBetweenTwo), context), context),
    section(
      'Found without being labelled, or missed',
      confusionLines(
        confusions.filter((one) => !isBetweenTwo(one)),
        context,
      ),
      context,
    ),
    section(
      'Furthest from the labels',
      evaluation.furthest.slice(0, SHOWN).flatMap((one) => far(one, context)),
      context,
    ),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
};

/** A heading and its lines. */
export function section(title: string, lines: readonly string[], context: ReportContext): readonly string[] {
  const { bold } = themeOf(context);
  return [bold(title), ...(lines.length === 0 ? ['  none'] : lines)];
}

function overall(evaluation: Evaluation, context: ReportContext): readonly string[] {
  const { bold, dim, glyphs } = themeOf(context);
  const { scores, intervals, ceiling } = evaluation;
  const figures = figuresOf(scores);
  const second = ceiling === undefined ? undefined : figuresOf(ceiling.second);
  const there = ceiling === undefined || ceiling.talks === evaluation.talks ? undefined : figuresOf(ceiling.tool);
  const columns: Column[] = [
    { head: '' },
    { head: 'tool', right: true, paint: bold },
    ...(second === undefined ? [] : [{ head: '2nd reader', right: true }]),
    ...(there === undefined ? [] : [{ head: 'tool there', right: true }]),
    { head: `${Math.round(intervals.level * 100)} %` },
    { head: '', paint: dim },
  ];
  const rows = FIGURES.map((figure) => {
    const interval = intervals.figures[figure];
    return [
      FIGURE_NAMES[figure],
      shown(figures[figure], glyphs.dash),
      ...(second === undefined ? [] : [shown(second[figure], glyphs.dash)]),
      ...(there === undefined ? [] : [shown(there[figure], glyphs.dash)]),
      interval === null ? '' : interval.map((end) => shown(end)).join(glyphs.dash),
      meaningOf(figure, evaluation),
    ];
  });
  const notes = [
    intervalNote(evaluation),
    ...(ceiling === undefined ? [] : [`2nd reader: on the ${counted(ceiling.talks, 'talk')} that have one`]),
  ];
  return [
    ...table(columns, rows, context),
    ...notes.map((text) => line([{ text: `  ${text}`, paint: dim }], context.width, glyphs.ellipsis)),
  ];
}

function languages(groups: readonly LanguageScores[], context: ReportContext): readonly string[] {
  const { dash } = themeOf(context).glyphs;
  const columns = [
    { head: 'lang' },
    { head: 'talks', right: true },
    ...FIGURES.map((figure) => ({ head: figure === 'ece' ? 'ECE' : figure, right: true })),
  ];
  const rows = groups.map(({ lang, talks, scores }) => {
    const figures = figuresOf(scores);
    return [lang, String(talks), ...FIGURES.map((figure) => shown(figures[figure], dash))];
  });
  return table(columns, rows, context);
}

/** Those that neither the labels nor the tool name say nothing. */
function elements(evaluation: Evaluation, context: ReportContext): readonly string[] {
  const { glyphs, id, bar: paint } = themeOf(context);
  const columns = [
    { head: 'element', most: 28, paint: id },
    { head: 'labelled', right: true },
    { head: 'found', right: true },
    { head: 'P', right: true },
    { head: 'R', right: true },
    { head: 'F1', right: true },
    { head: '', paint },
  ];
  const used = evaluation.elements.filter(({ gold, found }) => gold + found > 0);
  const rows = used.map(({ id: name, gold, found, precision, recall, f1 }) => [
    visibleLine(name),
    String(gold),
    String(found),
    shown(precision),
    shown(recall),
    shown(f1),
    drawn(f1, context),
  ]);
  const unused = evaluation.elements.length - used.length;
  const rest = unused === 0 ? [] : [`  ${counted(unused, 'element')} neither labelled nor found`];
  return [...table(columns, rows, context), ...rest.map((text) => line([{ text }], context.width, glyphs.ellipsis))];
}

function reliability({ reliability: bins, scores }: Evaluation, context: ReportContext): readonly string[] {
  const { glyphs, bar: paint } = themeOf(context);
  if (bins.length === 0) return [];
  const columns = [
    { head: 'confidence' },
    { head: 'mean', right: true },
    { head: 'right', right: true },
    { head: 'tags', right: true },
    { head: '', paint },
  ];
  const rows = bins.map(({ low, high, confidence, right, tags }) => [
    `${low.toFixed(2)}${glyphs.dash}${high.toFixed(2)}`,
    shown(confidence),
    shown(right),
    String(tags),
    drawn(right, context),
  ]);
  return [
    ...table(columns, rows, context),
    line([{ text: `  off by ${shown(scores.ece)} on average (ECE)` }], context.width, glyphs.ellipsis),
  ];
}

function statuses({ status: { review, others } }: Evaluation, context: ReportContext): readonly string[] {
  const columns = [
    { head: 'status' },
    { head: 'talks', right: true },
    { head: 'micro F1', right: true },
    { head: 'talk F1', right: true },
    { head: 'mistakes a talk', right: true },
  ];
  const row = (name: string, { talks, micro, talk, mistakes }: StatusScores): readonly string[] =>
    talks === 0 ? [name, '0'] : [name, String(talks), shown(micro), shown(talk), mistakes.toFixed(2)];
  return table(columns, [row('review', review), row('others', others)], context);
}

function confusionLines(confusions: readonly Confusion[], context: ReportContext): readonly string[] {
  return confusions.slice(0, SHOWN).flatMap((one) => confusion(one, context));
}

function confusion({ gold, found, talks, examples }: Confusion, context: ReportContext): readonly string[] {
  const { glyphs, id, error, dim } = themeOf(context);
  const what =
    gold === null
      ? [
          { text: visibleLine(found ?? ''), paint: error },
          { text: ' found without being labelled', paint: dim },
        ]
      : found === null
        ? [
            { text: visibleLine(gold), paint: id },
            { text: ' missed', paint: dim },
          ]
        : [
            { text: visibleLine(gold), paint: id },
            { text: ` ${glyphs.arrow} ` },
            { text: visibleLine(found), paint: error },
          ];
  const head = [{ text: `${String(talks).padStart(5)}  ` }, ...what];
  return [line(head, context.width, glyphs.ellipsis), ...examples.flatMap((one) => example(one, context))];
}

function example({ title, source, words, near }: ConfusionExample, context: ReportContext): readonly string[] {
  const { glyphs, quote, dim } = themeOf(context);
  const [open, close] = glyphs.quotes('en');
  const quoted = words.map((word): readonly Span[] => [
    { text: open + clip(visibleLine(word), QUOTE_COLUMNS, glyphs.ellipsis) + close, paint: quote },
  ]);
  const nearly: readonly Span[][] =
    near === undefined
      ? []
      : [[{ text: `nearly: ${near.confidence.toFixed(2)} ${glyphs.dash} ${visibleLine(near.missing)}`, paint: dim }]];
  return titled(title, source, [...quoted, ...nearly], '       ', context);
}

function far({ title, source, status, f1, gold, found }: FarTalk, context: ReportContext): readonly string[] {
  const { glyphs, id, dim, review } = themeOf(context);
  const truth = new Set(gold);
  const named = (ids: readonly string[]): string => (ids.length === 0 ? 'nothing' : ids.map(visibleLine).join(', '));
  const wrong = found.filter((tag) => !truth.has(tag.id)).flatMap(({ words }) => words);
  const items: readonly Span[][] = [
    [
      { text: 'labelled ', paint: dim },
      { text: named(gold), paint: id },
    ],
    [{ text: 'found ', paint: dim }, { text: named(found.map((tag) => tag.id)) }],
    ...(status === 'review' ? [[{ text: 'review', paint: review }]] : []),
    ...(wrong.length === 0
      ? []
      : [
          [
            {
              text: `by ${wrong.map((word) => clip(visibleLine(word), QUOTE_COLUMNS, glyphs.ellipsis)).join(', ')}`,
              paint: dim,
            },
          ],
        ]),
  ];
  return titled(title, source, items, `  ${f1.toFixed(2)}  `, context);
}

/** The title, and below it the place and what there is to say. */
function titled(
  title: string,
  source: TalkSource,
  items: readonly (readonly Span[])[],
  lead: string,
  context: ReportContext,
): readonly string[] {
  const { glyphs, dim } = themeOf(context);
  const indent = ' '.repeat(lead.length + 2);
  const place = `${visibleLine(source.path)}:${source.line}`;
  const room = Math.max(0, context.width - indent.length);
  return [
    line([{ text: lead + (visibleLine(title) || '(no title)') }], context.width, glyphs.ellipsis),
    ...wrapItems([[{ text: clipStart(place, room, glyphs.ellipsis), paint: dim }], ...items], {
      width: context.width,
      indent,
      separator: { text: ` ${glyphs.dot} `, paint: dim },
      ellipsis: glyphs.ellipsis,
    }),
  ];
}

function drawn(share: number, context: ReportContext): string {
  const { glyphs } = themeOf(context);
  const { full, empty } = bar(share, BAR_CELLS, glyphs);
  return full + empty;
}
