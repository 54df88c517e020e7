/** A concept's arithmetic as a table: what each label adds, and what it comes to. */
import type { ExplainedConcept, ExplainedEvidence } from '../classify/index.ts';
import type { LogOdds } from '../classify/model.ts';
import type { Evidence } from '../talk.ts';
import type { Concept } from '../taxonomy/types.ts';
import { line, type Span } from './layout.ts';
import { placeOf } from './pretty.ts';
import { visibleLine } from './text.ts';
import { themeOf } from './theme.ts';
import type { ReportContext } from './types.ts';
import { clip, displayWidth, padEnd } from './width.ts';

const INDENT = '      ';
const GAP = '  ';
/** Columns of a wording that differs from its label. */
const WORDING_COLUMNS = 30;

interface Row {
  readonly name: string;
  /** What the taxonomy gives the label; empty where it is not at hand. */
  readonly given: string;
  readonly place: string;
  readonly times: string;
  readonly adds: string;
}

/** A row a label: what it is, its own weight, its best place, how often it stands, what it adds; then the sum, and what a model makes of it. */
export function arithmetic(
  { evidence, score, confidence, logOdds }: ExplainedConcept,
  concept: Concept | undefined,
  context: ReportContext,
): readonly string[] {
  const { glyphs, dim, bold } = themeOf(context);
  const rows = evidence.map((one) => rowOf(one, concept, context));
  const sum = score.toFixed(2);
  const result = logOdds === undefined ? ` ${glyphs.arrow} ${confidence.toFixed(2)}` : '';
  const givens = widest(rows, 'given');
  const places = widest(rows, 'place');
  const times = widest(rows, 'times');
  const adds = Math.max(sum.length, widest(rows, 'adds'));
  const numbers = givens + places + times + adds + 4 * GAP.length;
  const room = context.width - INDENT.length - numbers - result.length;
  const names = Math.max(1, Math.min(widest(rows, 'name'), room));
  const shown = rows.map((row) => [
    { text: INDENT + padEnd(clip(row.name, names, glyphs.ellipsis), names) },
    {
      text: [GAP, row.given.padStart(givens), GAP, padEnd(row.place, places), GAP, padEnd(row.times, times)].join(''),
      paint: dim,
    },
    { text: GAP + row.adds.padStart(adds) },
  ]);
  const total = [
    { text: ' '.repeat(INDENT.length + names + numbers - adds) + sum.padStart(adds) + result, paint: bold },
  ];
  const isWord = (row: number): boolean => evidence[row]?.kind === 'word';
  const judged = logOdds === undefined ? [] : modelRows(logOdds, confidence, context);
  return [...shown.filter((_, row) => !isWord(row)), total, ...shown.filter((_, row) => isWord(row)), ...judged].map(
    (spans) => line(spans, context.width, glyphs.ellipsis),
  );
}

/** The log-odds that a model adds up, and the confidence that they come to. */
function modelRows(
  { hits, beside, words, calibrated }: LogOdds,
  confidence: number,
  context: ReportContext,
): readonly (readonly Span[])[] {
  const { glyphs, dim, bold } = themeOf(context);
  const parts = [`hits ${signed(hits)}`, `beside ${signed(beside)}`, `words ${signed(words)}`].join(` ${glyphs.dot} `);
  const sum = ` ${glyphs.arrow} line ${signed(calibrated)} ${glyphs.arrow} `;
  return [
    [
      { text: `${INDENT}log-odds ${parts}`, paint: dim },
      { text: sum, paint: dim },
      { text: confidence.toFixed(2), paint: bold },
    ],
  ];
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(2)}`;
}

function rowOf(evidence: ExplainedEvidence, concept: Concept | undefined, context: ReportContext): Row {
  return {
    name: nameOf(evidence, context),
    given: concept?.labels.find(({ text }) => text === evidence.term)?.weight.toFixed(2) ?? '',
    place: placeOf(evidence),
    times: timesOf(evidence, themeOf(context).glyphs.times),
    adds: evidence.kind === 'word' ? signed(evidence.weight) : evidence.weight.toFixed(2),
  };
}

/** How often it stands, and for a word of IT at large how far the talk is about the domain. */
function timesOf({ count, weight, full }: ExplainedEvidence, times: string): string {
  return weight === full ? `${times}${count}` : `${times}${count} ${times}${(weight / full).toFixed(2)} domain`;
}

/** The label, and the wording where it differs; what is no term of the vocabulary is said to be something else. */
function nameOf({ term, text, kind }: Evidence, context: ReportContext): string {
  const label = visibleLine(term);
  const wording = visibleLine(text);
  const named =
    label === wording ? label : `${label} (${clip(wording, WORDING_COLUMNS, themeOf(context).glyphs.ellipsis)})`;
  return kind === 'term' ? named : `${named} [${kind}]`;
}

function widest(rows: readonly Row[], column: keyof Row): number {
  return Math.max(0, ...rows.map((row) => displayWidth(row[column])));
}
