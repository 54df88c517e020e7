/** A report as texts for people look at it: labels in the reader's language, the talks in its words. */
import type { CoverageReport } from '../../coverage/types.ts';
import { labelLanguage } from '../labels.ts';
import type { ReportContext } from '../types.ts';
import { labelsOf, type Outline, outlineOf } from './outline.ts';

export interface View {
  readonly report: CoverageReport;
  readonly context: ReportContext;
  readonly outline: Outline;
  /** Of a part or element by its id. */
  label(id: string): string;
}

export function viewOf(report: CoverageReport, context: ReportContext): View {
  const lang = labelLanguage(context, report.lang);
  return {
    report,
    context,
    outline: outlineOf(report.coverage, context.taxonomy, lang),
    label: labelsOf(context.taxonomy, lang),
  };
}
