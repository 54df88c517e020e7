/** The pieces that sections of the terminal report are made of. */
import { wrapItems } from '../layout.ts';
import { themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { type TextRun, wrapText } from '../wrap-text.ts';

/** A heading and its lines; nothing where there are none. */
export function section(title: string, lines: readonly string[], context: ReportContext): readonly string[] {
  return lines.length === 0 ? [] : [...sentence([{ text: title, paint: themeOf(context).bold }], context), ...lines];
}

/** Running text, dim. */
export function note(text: string, context: ReportContext, indent = ''): readonly string[] {
  return sentence([{ text, paint: themeOf(context).dim }], context, indent);
}

/** Running text in which a number and its % are never parted. */
export function sentence(runs: readonly TextRun[], context: ReportContext, indent = ''): readonly string[] {
  return wrapText(runs.flatMap(withWholePercents), context.width, indent);
}

function withWholePercents(run: TextRun): readonly TextRun[] {
  const pieces = run.text.split(/(?<=\S) %(?=\W|$)/);
  return pieces.flatMap((text, i) => {
    if (i === pieces.length - 1) return text === '' && i > 0 ? [] : [{ ...run, text }];
    const start = text.lastIndexOf(' ') + 1;
    return [
      { ...run, text: text.slice(0, start) },
      { ...run, text: text.slice(start), after: ' %' },
    ];
  });
}

/** Behind a longer word facts begin a line of their own. */
const HANGING_AT_MOST = 10;

/** Short facts side by side behind a word, under one another. */
export function facts(intro: string, items: readonly string[], context: ReportContext): readonly string[] {
  if (items.length === 0) return [];
  const { dim, glyphs } = themeOf(context);
  const hangs = intro.length <= HANGING_AT_MOST;
  const indent = ' '.repeat(intro === '' ? 0 : hangs ? intro.length + 1 : 2);
  const lines = wrapItems(
    items.map((text) => [{ text, paint: dim }]),
    { width: context.width, indent, separator: { text: ` ${glyphs.dot} `, paint: dim }, ellipsis: glyphs.ellipsis },
  );
  if (intro === '') return lines;
  const [first = '', ...rest] = lines;
  return hangs ? [dim(intro) + first.slice(intro.length), ...rest] : [...note(intro, context), ...lines];
}
