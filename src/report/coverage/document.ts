/** What reports of `coverage` share. */
import type { CoverageReport } from '../../coverage/types.ts';
import type { ReportContext } from '../types.ts';

export type CoverageReporter = (report: CoverageReport, context: ReportContext) => string;
