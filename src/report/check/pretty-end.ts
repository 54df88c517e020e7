/** The end of the pretty report: what a person decided, what was not looked at, and the counts. */
import type { CheckReport } from '../../check/types.ts';
import { wrapItems } from '../layout.ts';
import { themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { type TextRun, wrapText } from '../wrap-text.ts';
import { besides, decided, found, lookedAt, mendable } from './words.ts';

/** Decisions shown for a run; json has them all. */
const DECISIONS_SHOWN = 20;

export function decisionLines({ decisions }: CheckReport, context: ReportContext): readonly string[] {
  const { dim } = themeOf(context);
  const rest = decisions.length - DECISIONS_SHOWN;
  return [
    ...decisions
      .slice(0, DECISIONS_SHOWN)
      .flatMap((decision) =>
        wrapText(
          [
            { text: 'decided by hand: ', paint: dim },
            { text: decided(decision) },
            { text: ` ${decision.path}:${decision.line}`, paint: dim },
          ],
          context.width,
          '',
        ),
      ),
    ...(rest > 0 ? wrapText([{ text: `and ${rest} more decided by hand`, paint: dim }], context.width, '') : []),
  ];
}

export function noteLines({ notes }: CheckReport, context: ReportContext): readonly string[] {
  const { review } = themeOf(context);
  return notes.flatMap((note) => wrapText([{ text: 'note: ', paint: review }, { text: note }], context.width, ''));
}

export function endLines({ summary }: CheckReport, context: ReportContext): readonly string[] {
  const { bold, dim, error, glyphs, mark, review } = themeOf(context);
  const verdict = summary.errors > 0 ? error : summary.warnings > 0 ? review : mark;
  const mend = mendable(summary);
  const runs: readonly TextRun[] = [
    { text: `${lookedAt(summary)}: `, paint: bold },
    { text: found(summary), paint: verdict, after: mend === '' ? '' : ';' },
    ...(mend === '' ? [] : [{ text: ` ${mend}` }]),
  ];
  return [
    ...wrapText(runs, context.width, ''),
    ...wrapItems(
      besides(summary).map((text) => [{ text, paint: dim }]),
      {
        width: context.width,
        indent: '',
        separator: { text: ` ${glyphs.dot} `, paint: dim },
        ellipsis: glyphs.ellipsis,
      },
    ),
  ];
}
