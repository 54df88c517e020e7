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
  const { width } = context;
  const theme = themeOf(context);
  const idColumns = Math.min(ID_COLUMNS, Math.max(0, ...talk.tags.map(({ id }) => displayWidth(id))));
  const tags = talk.tags.flatMap((tag) => tagLines(tag, talk, idColumns, context));
  const look = lookSpans(talk, context);
  return look.length === 0 ? tags : [...tags, line([{ text: '  ' }, ...look], width, theme.glyphs.ellipsis)];
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
  const distinct = [...new Set(evidence.map(({ text }) => visibleLine(text)))];
  const shown = distinct.slice(0, EVIDENCE_SHOWN);
  const [open, close] = glyphs.quotes(labelLanguage({ ...context, lang: talk.lang ?? 'en' }, undefined));
  const items = shown.map((text): readonly Span[] => {
    const first = evidence.find((one) => visibleLine(one.text) === text);
    return [
      { text: open + clip(text, QUOTE_COLUMNS, glyphs.ellipsis) + close, paint: quote },
      { text: first === undefined ? '' : ` ${placeOf(first)}`, paint: dim },
    ];
  });
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

/** Where to look: the field where it says enough, the line where it is known. */
export function placeOf({ field, exact, line }: Pick<Evidence, 'field' | 'exact' | 'line'>): string {
  return field === 'title' || field === 'keywords' || !exact ? field : `line ${line}`;
}
