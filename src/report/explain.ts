/** The `explain` command's answer: a talk's text with its evidence marked in place, and the arithmetic of every concept that had a hit. */
import type { ExplainedConcept, Explanation, Mark, Verdict } from '../classify/index.ts';
import { arithmetic } from './arithmetic.ts';
import { jsonDocument, toolRecord } from './json.ts';
import { labelIn, labelLanguage } from './labels.ts';
import { line, type Span } from './layout.ts';
import { fieldText, type MarkedField, markedFields, type Piece } from './marked-text.ts';
import { confidenceSpans, heading, lookLines } from './pretty.ts';
import { talkRecord } from './record.ts';
import { type Theme, themeOf } from './theme.ts';
import type { ReportContext } from './types.ts';
import { type TextRun, wrapText } from './wrap-text.ts';

/** Lines in a row without evidence from which their middle is left out … */
const QUIET_LINES = 40;
/** … and how many stay on either side. */
const QUIET_EDGE = 5;

const VERDICTS: Readonly<Record<Verdict, string>> = {
  tag: 'tag',
  'below-threshold': 'below the threshold',
  overshadowed: 'overshadowed by stronger tags',
  'over-limit': 'beyond --limit',
};

/** For people: the marked text, then the concepts, numbered as the marks are. */
export function explainPretty(explanation: Explanation, context: ReportContext): string {
  const { tagged, concepts } = explanation;
  const numbers = new Map(concepts.map(({ id }, index) => [id, index + 1]));
  const blocks = [
    heading(tagged, context),
    ...textBlocks(explanation, numbers, context),
    [...lookLines(tagged, context), ...scaleLines(explanation, context)],
    ...concepts.map((concept, index) => conceptBlock(concept, index + 1, explanation, context)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n\n`;
}

/** For programs: `mlops-tag/explanations@1`; each mark with the text it covers, offsets in UTF-16 code units of its field. */
export function explainJson(explanations: readonly Explanation[], context: ReportContext): string {
  return jsonDocument({
    schema: 'mlops-tag/explanations@1',
    tool: toolRecord(context),
    explanations: explanations.map(({ tagged, domain, threshold, concepts, marks }) => ({
      talk: talkRecord(tagged),
      domain,
      threshold,
      concepts,
      marks: marks.map((mark) => ({ ...mark, text: fieldText(tagged, mark.field).slice(mark.start, mark.end) })),
    })),
  });
}

type Numbers = ReadonlyMap<string, number>;

function textBlocks(
  { tagged, marks }: Explanation,
  numbers: Numbers,
  context: ReportContext,
): readonly (readonly string[])[] {
  const { dim } = themeOf(context);
  const counted = marks.filter(({ concept }: Mark) => numbers.has(concept));
  return markedFields(tagged, counted).map((marked) => [
    dim(`  ${marked.field}`),
    ...fieldLines(marked, numbers, context),
  ]);
}

function fieldLines({ pieces }: MarkedField, numbers: Numbers, context: ReportContext): readonly string[] {
  const theme = themeOf(context);
  const lines: { text: string; evidence: boolean }[] = [];
  for (const paragraph of paragraphsOf(pieces)) {
    const evidence = paragraph.some(({ concepts }) => concepts.length > 0);
    const runs = paragraph.map((piece) => runOf(piece, numbers, theme, context.unicode));
    for (const text of wrapText(runs, context.width, '    ')) lines.push({ text, evidence });
  }
  const inked = ({ text }: { text: string }): boolean => text !== '';
  return withoutQuiet(lines.slice(lines.findIndex(inked), lines.findLastIndex(inked) + 1), theme);
}

/** Pieces by line of the source; evidence that crosses a line end counts to the line it begins on. */
function paragraphsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const paragraphs: Piece[][] = [[]];
  for (const piece of pieces) {
    const parts = piece.concepts.length > 0 ? [piece.text] : piece.text.split(/\r\n|[\n\r]/);
    parts.forEach((text, index) => {
      if (index > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ ...piece, text });
    });
  }
  return paragraphs;
}

function runOf({ text, concepts }: Piece, numbers: Numbers, { mark }: Theme, unicode: boolean): TextRun {
  if (concepts.length === 0) return { text };
  const ids = concepts
    .map((id) => numbers.get(id) ?? 0)
    .toSorted((a, b) => a - b)
    .map((number) => reference(number, unicode));
  return { text, paint: mark, before: '[', after: unicode ? `]${ids.join('⁺')}` : `]{${ids.join(',')}}` };
}

function reference(number: number, unicode: boolean): string {
  return unicode ? [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('') : String(number);
}

/** Long stretches without evidence (transcripts) shortened, and said to be. */
function withoutQuiet(
  lines: readonly { readonly text: string; readonly evidence: boolean }[],
  { dim, glyphs }: Theme,
): readonly string[] {
  const shown: string[] = [];
  let quiet: string[] = [];
  const flush = (): void => {
    const left = quiet.length - 2 * QUIET_EDGE;
    const note = dim(`    ${glyphs.ellipsis} ${left} lines without evidence ${glyphs.ellipsis}`);
    shown.push(
      ...(quiet.length < QUIET_LINES ? quiet : [...quiet.slice(0, QUIET_EDGE), note, ...quiet.slice(-QUIET_EDGE)]),
    );
    quiet = [];
  };
  for (const { text, evidence } of lines) {
    if (!evidence) quiet.push(text);
    else {
      flush();
      shown.push(text);
    }
  }
  flush();
  return shown;
}

const MODEL_LEGEND = '; the model adds up log-odds: of the hits, of other elements beside them, of learned [word]s';

/** What all the arithmetic below hangs on, and how to read it. */
function scaleLines({ domain, threshold, concepts }: Explanation, context: ReportContext): readonly string[] {
  const { dim, glyphs } = themeOf(context);
  const scale = `a tag from ${threshold.toFixed(2)} ${glyphs.dot} domain ${domain.toFixed(2)} (words of IT at large count by it)`;
  const judged = concepts.some(({ logOdds }) => logOdds !== undefined);
  const legend = `a row a label: its weight, its best place, how often it stands, what it adds${judged ? MODEL_LEGEND : ''}`;
  return [scale, ...(concepts.length > 0 ? [legend] : [])].flatMap((text) =>
    wrapText([{ text, paint: dim }], context.width, '  '),
  );
}

function conceptBlock(
  concept: ExplainedConcept,
  number: number,
  explanation: Explanation,
  context: ReportContext,
): readonly string[] {
  const theme = themeOf(context);
  const { glyphs } = theme;
  const known = context.taxonomy.concepts.find(({ id }) => id === concept.id);
  const label = known === undefined ? '' : labelIn(known.prefLabel, labelLanguage(context, explanation.tagged.lang));
  const isPrimary = concept.id === explanation.tagged.primary;
  const head: readonly Span[] = [
    { text: `${isPrimary ? glyphs.primary : ' '} ${reference(number, context.unicode)} `, paint: theme.primary },
    { text: concept.id, paint: concept.verdict === 'tag' ? theme.id : theme.dim },
    { text: label === '' ? '' : `  ${label}` },
  ];
  const verdict: readonly Span[] = [
    { text: '    ' },
    ...confidenceSpans(concept.confidence, theme),
    { text: `  ${VERDICTS[concept.verdict]}`, paint: concept.verdict === 'tag' ? theme.bold : theme.review },
  ];
  const missing =
    concept.missing === '' ? [] : wrapText([{ text: `missing: ${concept.missing}` }], context.width, '    ');
  const rows = arithmetic(concept, known, context);
  return [
    line(head, context.width, glyphs.ellipsis),
    line(verdict, context.width, glyphs.ellipsis),
    ...missing,
    ...rows,
  ];
}
