/** What a report on an evaluation is made of, and the words that its formats share. */
import type { Comparison } from '../../evaluate/comparison.ts';
import type { Evaluation } from '../../evaluate/evaluation.ts';
import { type Figure, MACRO_FROM } from '../../evaluate/scores.ts';
import type { ReportContext } from '../types.ts';

export interface EvalReport {
  readonly evaluation: Evaluation;
  /** Talks without labels, which nothing was measured on. */
  readonly unlabelled: number;
  /** With an earlier report. */
  readonly comparison?: Comparison;
}

export type EvalReporter = (report: EvalReport, context: ReportContext) => string;

export const FIGURE_NAMES: Readonly<Record<Figure, string>> = {
  micro: 'micro F1',
  macro: 'macro F1',
  parts: 'parts F1',
  primary: 'primary',
  untagged: 'untagged F1',
  talk: 'talk F1',
  ece: 'ECE',
};

/** What a figure says and rests on, in a few words. */
export function meaningOf(figure: Figure, { scores, support }: Evaluation): string {
  const of = support[figure];
  const rates = ({ precision, recall }: { readonly precision: number; readonly recall: number }): string =>
    `precision ${shown(precision)}, recall ${shown(recall)}`;
  switch (figure) {
    case 'micro':
      return rates(scores.micro);
    case 'macro':
      return `mean of ${counted(of, 'element')} on ${MACRO_FROM} talks or more`;
    case 'parts':
      return rates(scores.parts);
    case 'primary':
      return `of ${counted(of, 'talk')} with a primary element`;
    case 'untagged':
      return `${counted(of, 'talk')} labelled with nothing`;
    case 'talk':
      return 'mean over the talks';
    case 'ece':
      return `of ${counted(of, 'tag')}; the lower the better`;
    default:
      return figure satisfies never;
  }
}

/** How the intervals were made. */
export function intervalNote({ intervals: { level, rounds, by, groups } }: Evaluation): string {
  return `${Math.round(level * 100)} % intervals: bootstrap, ${rounds} rounds over ${counted(groups, by === 'event' ? 'event' : 'talk')}`;
}

/** Three decimals; a dash for what is not known. */
export function shown(value: number | null, dash = '–'): string {
  return value === null ? dash : value.toFixed(3);
}

/** With its sign. */
export function signed(value: number | undefined, dash = '–'): string {
  if (value === undefined) return dash;
  return value > 0 ? `+${value.toFixed(3)}` : value.toFixed(3);
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
