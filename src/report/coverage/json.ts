/** The document `mlops-tag/coverage@1`: the counts for programs, keys in the contract's order. */
import { jsonDocument, toolRecord } from '../json.ts';
import type { CoverageReporter } from './document.ts';

export const coverageJson: CoverageReporter = (report, context) => {
  const { schema, ...coverage } = report.coverage;
  const { trend = null, gaps = null, comparison = null, patch = null, targets = null } = report;
  return jsonDocument({ schema, tool: toolRecord(context), ...coverage, trend, gaps, comparison, patch, targets });
};
