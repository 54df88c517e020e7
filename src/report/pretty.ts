/** For people at a terminal: a block a talk, then what the talks are about as a whole. */
import type { Evidence, Tag, TaggedTalk } from '../talk.ts';
import { labelIn, labelLanguage, occasion } from './labels.ts';
import { line, type Span, wrapItems } from './layout.ts';
import { prettySummary } from './pretty-summary.ts';
import { lookSpans } from './review.ts';
import { visibleLine } from './text.ts';
import { bar, type Theme, themeOf } from './theme.ts';
import type { ReportContext, StreamingReporter } from './types.ts';
import { clip, clipStart, displayWidth, padEnd } from './width.ts';
import { wrapText } from './wrap-text.ts';

const BAR_CELLS = 10;
/** Wordings quoted for each tag … */
const EVIDENCE_SHOWN = 3;
/** … each of at most so many columns. */
const QUOTE_COLUMNS = 36;
/** Ids beyond this do not push the labels of the others aside. */
const ID_COLUMNS = 24;
/** Where ids begin, and the evidence below them: marker, bar, confidence. */
const TAG_INDENT = '  '.length + '★ '.length + BAR_CELLS + ' 0.00  '.length;

export const pretty: StreamingReporter = {
  streams: true,
  extension: 'txt',
  begin: () => '',
  talk: (talk, context) => `${[...heading(talk, context), ...answer(talk, context)].join('\n')}\n\n`,
  end: prettySummary,
};

/** The title, and below it where the talk stands and what it belongs to. */
export function heading(talk: TaggedTalk, { width, ...context }: ReportContext): readonly string[] {
  const { glyphs, bold, dim } = themeOf(context);
  const title = visibleLine(talk.title) || '(no title)';
  const facts = [occasion(talk), talk.lang ?? '']
    .map(visibleLine)
    .filter((fact) => fact !== '')
    .map((fact) => ` ${glyphs.dot} ${clip(fact, Math.floor(width / 2), glyphs.ellipsis)}`)
    .join('');
  const place = `${visibleLine(talk.source.path)}:${talk.source.line}`;
  const room = Math.max(0, width - 2 - displayWidth(facts));
  return [
    line([{ text: title, paint: bold }], width, glyphs.ellipsis),
    line([{ text: `  ${clipStart(place, room, glyphs.ellipsis)}${facts}`, paint: dim }], width, glyphs.ellipsis),
  ];
}

function answer(talk: TaggedTalk, context: ReportContext): readonly string[] {
  const idColumns = Math.min(ID_COLUMNS, Math.max(0, ...talk.tags.map(({ id }) => displayWidth(id))));
  const tags = talk.tags.flatMap((tag) => tagLines(tag, talk, idColumns, context));
  return [...tags, ...lookLines(talk, context)];
}

/** What is to be said of a talk without tags or up for review; it is a sentence, so it wraps. */
export function lookLines(talk: TaggedTalk, context: ReportContext): readonly string[] {
  const look = lookSpans(talk, context);
  return look.length === 0 ? [] : wrapText(look, context.width, '  ');
}

function tagLines(tag: Tag, talk: TaggedTalk, idColumns: number, context: ReportContext): readonly string[] {
  const theme = themeOf(context);
  const isPrimary = tag.id === talk.primary;
  const spans: readonly Span[] = [
    { text: isPrimary ? `  ${theme.glyphs.primary} ` : '    ', paint: theme.primary },
    ...confidenceSpans(tag.confidence, theme),
    { text: '  ' },
    { text: padEnd(tag.id, idColumns), paint: isPrimary ? theme.primary : theme.id },
    { text: `  ${labelIn(tag.label, labelLanguage(context, talk.lang))}` },
  ];
  return [line(spans, context.width, theme.glyphs.ellipsis), ...evidenceLines(tag.evidence, talk, context)];
}

/** The bar and the number behind it. */
export function confidenceSpans(confidence: number, { glyphs, bar: paint, dim }: Theme): readonly Span[] {
  const { full, empty } = bar(confidence, BAR_CELLS, glyphs);
  return [{ text: full, paint }, { text: empty, paint: dim }, { text: ` ${confidence.toFixed(2)}` }];
}

function evidenceLines(evidence: readonly Evidence[], talk: TaggedTalk, context: ReportContext): readonly string[] {
  const { glyphs, dim, quote } = themeOf(context);
  const distinct = distinctTexts(evidence);
  const shown = distinct.slice(0, EVIDENCE_SHOWN);
  const [open, close] = glyphs.quotes(talk.lang ?? 'en');
  const items = shown.map(({ text, first }): readonly Span[] => [
    { text: open + clip(text, QUOTE_COLUMNS, glyphs.ellipsis) + close, paint: quote },
    { text: ` ${placeOf(first)}`, paint: dim },
  ]);
  const wrapping = {
    width: context.width,
    indent: ' '.repeat(Math.min(TAG_INDENT, Math.floor(context.width / 3))),
    separator: { text: ` ${glyphs.dot} `, paint: dim },
    ellipsis: glyphs.ellipsis,
  };
  const lines = wrapItems(items, wrapping);
  if (distinct.length === shown.length) return lines;
  const withRest = wrapItems([...items, [{ text: `+${distinct.length - shown.length} more`, paint: dim }]], wrapping);
  return withRest.length === lines.length ? withRest : lines;
}

/** The wordings as they are shown, each at its strongest place. */
function distinctTexts(evidence: readonly Evidence[]) {
  const byText = new Map<string, Evidence>();
  for (const one of evidence) {
    const text = visibleLine(one.text);
    if (!byText.has(text)) byText.set(text, one);
  }
  return Array.from(byText, ([text, first]) => ({ text, first }));
}

/** Where to look: the field where it says enough, the line where it is known. */
export function placeOf({ field, exact, line }: Pick<Evidence, 'field' | 'exact' | 'line'>): string {
  return field === 'title' || field === 'keywords' || !exact ? field : `line ${line}`;
}
