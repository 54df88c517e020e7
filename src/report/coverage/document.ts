/** What reports of `coverage` share. */
import type { CoverageReport } from '../../coverage/types.ts';
import type { ReportContext } from '../types.ts';

export type CoverageReporter = (report: CoverageReport, context: ReportContext) => string;

/** The same in pieces, for there may be more than one text can hold. */
export type PiecewiseReporter = (report: CoverageReport, context: ReportContext) => Iterable<string>;
