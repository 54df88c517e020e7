/** `eval --parity` for people: the figures, the concepts that stand on one side, and the pairs that differ with the words of it. */
import {
  type ConceptParity,
  isAlike,
  type OneSidedTag,
  type Parity,
  type ParityFigures,
  type ParityPair,
} from '../../evaluate/parity.ts';
import type { Half } from '../../evaluate/parity-pairs.ts';
import { labelIn } from '../labels.ts';
import { line, type Span, wrapItems } from '../layout.ts';
import { confidenceSpans } from '../pretty.ts';
import { counted } from '../taxonomy/counts.ts';
import { visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { clip, clipStart, padEnd } from '../width.ts';
import { wordings } from './parity-wordings.ts';

/** Wordings quoted for a tag, each of at most so many columns. */
const WORDINGS_SHOWN = 4;
const QUOTE_COLUMNS = 36;
/** Bars and rules read badly when they stretch over a very wide terminal. */
const WIDEST = 100;
const ID_COLUMNS = 24;
const NUMBER_COLUMNS = 9;
const INDENT = ' '.repeat(11);

export function parityPretty(parity: Parity, context: ReportContext): string {
  const unlike = parity.pairs.filter((pair) => !isAlike(pair));
  const blocks = [figures(parity, context), conceptTable(parity.concepts, context)];
  const pairs = unlike.map((pair) => pairBlock(pair, context));
  return `${[...blocks, ...pairs]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function figures({ all, tagged }: Parity, context: ReportContext): readonly string[] {
  const { glyphs, dim } = themeOf(context);
  const width = Math.min(context.width, WIDEST);
  return [
    ...figureLines(`${counted(all.pairs, 'pair')} in English and Japanese`, all, context),
    ...(tagged.pairs < all.pairs ? figureLines(`${tagged.pairs} of them with a tag`, tagged, context) : []),
    line([{ text: glyphs.rule.repeat(width), paint: dim }], width, ''),
  ];
}

function figureLines(
  head: string,
  { alike, share, jaccard, primary }: ParityFigures,
  context: ReportContext,
): readonly string[] {
  const { glyphs, bold, dim } = themeOf(context);
  const items: readonly (readonly Span[])[] = [
    [{ text: head, paint: bold }],
    [{ text: `${alike} alike (${percent(share)})` }],
    [{ text: `Jaccard ${jaccard.toFixed(3)}` }],
    [{ text: `same primary ${percent(primary)}` }],
  ];
  return wrapItems(items, {
    width: Math.min(context.width, WIDEST),
    indent: '',
    separator: { text: ` ${glyphs.dot} `, paint: dim },
    ellipsis: glyphs.ellipsis,
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function conceptTable(concepts: readonly ConceptParity[], context: ReportContext): readonly string[] {
  if (concepts.length === 0) return [];
  const { glyphs, dim, id: paint } = themeOf(context);
  const columns = Math.max(1, Math.min(ID_COLUMNS, context.width - 2 - 3 * NUMBER_COLUMNS));
  const row = (name: string, cells: readonly (string | number)[], look: Span['paint'] = dim): string =>
    line(
      [
        { text: `  ${padEnd(clip(visibleLine(name), columns, glyphs.ellipsis), columns)}`, paint: look },
        { text: cells.map((cell) => String(cell).padStart(NUMBER_COLUMNS)).join('') },
      ],
      context.width,
      glyphs.ellipsis,
    );
  return [
    row('tags of', ['both', 'en alone', 'ja alone']),
    ...concepts.map(({ id, both, en, ja }) => row(id, [both, en, ja], paint)),
  ];
}

function pairBlock({ en, ja, shared, oneSided }: ParityPair, context: ReportContext): readonly string[] {
  const { glyphs, dim } = themeOf(context);
  const both =
    shared.length === 0
      ? []
      : wrapItems(
          shared.map((id) => [{ text: visibleLine(id) }]),
          {
            width: context.width,
            indent: '  both  ',
            separator: { text: ` ${glyphs.dot} `, paint: dim },
            ellipsis: glyphs.ellipsis,
          },
        );
  return [
    ...halfLines(en, context),
    ...halfLines(ja, context),
    ...both,
    ...oneSided.flatMap((tag) => oneSidedLines(tag, context)),
  ];
}

function halfLines({ talk: { title, source } }: Half, context: ReportContext): readonly string[] {
  const { glyphs, bold, dim } = themeOf(context);
  const place = `${visibleLine(source.path)}:${source.line}`;
  return [
    line([{ text: visibleLine(title) || '(no title)', paint: bold }], context.width, glyphs.ellipsis),
    line([{ text: `  ${clipStart(place, context.width - 2, glyphs.ellipsis)}`, paint: dim }], context.width, ''),
  ];
}

/** The tag with what it rests on, and below it what the translation has instead. */
function oneSidedLines(tag: OneSidedTag, context: ReportContext): readonly string[] {
  const theme = themeOf(context);
  const { glyphs, dim, id: paint, review } = theme;
  const lacks = tag.has === 'en' ? 'ja' : 'en';
  const head: readonly Span[] = [
    { text: `  ${tag.has} alone ` },
    ...confidenceSpans(tag.confidence, theme),
    { text: '  ' },
    { text: visibleLine(tag.id), paint },
    { text: `  ${labelIn(tag.label, context.lang)}` },
  ];
  const missing: readonly Span[] = [{ text: `${lacks} ${nearness(tag, glyphs.dash)}`, paint: review }];
  const quotes = (lang: string, texts: readonly string[]): readonly (readonly Span[])[] => {
    const [open, close] = glyphs.quotes(lang);
    const shown = texts
      .slice(0, WORDINGS_SHOWN)
      .map((text) => [{ text: open + clip(text, QUOTE_COLUMNS, glyphs.ellipsis) + close, paint: theme.quote }]);
    const rest = texts.length - shown.length;
    return rest > 0 ? [...shown, [{ text: `+${rest} more`, paint: dim }]] : shown;
  };
  const wrapped = (items: readonly (readonly Span[])[]): readonly string[] =>
    wrapItems(items, {
      width: context.width,
      indent: INDENT,
      separator: { text: ` ${glyphs.dot} `, paint: dim },
      ellipsis: glyphs.ellipsis,
    });
  return [
    line(head, context.width, glyphs.ellipsis),
    ...wrapped(quotes(tag.has, wordings(tag.evidence).map(visibleLine))),
    ...wrapped([missing, ...quotes(lacks, wordings(tag.near?.evidence ?? []).map(visibleLine))]),
  ];
}

function nearness({ near }: OneSidedTag, dash: string): string {
  return near === undefined ? 'has no term of it' : `${near.confidence.toFixed(2)} ${dash} needs ${near.missing}`;
}
