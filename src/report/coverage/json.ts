/** The document `mlops-tag/coverage@1`: the counts for programs, keys in the contract's order. */
import type { CoverageGroup, CoverageReport } from '../../coverage/types.ts';
import { jsonDocument, toolRecord } from '../json.ts';
import { terminalSafeJson } from '../text.ts';
import type { ReportContext } from '../types.ts';
import type { CoverageReporter } from './document.ts';

/** In no text of the document: there a quotation mark is escaped. */
const NO_GROUPS = '\n  "groups": []';

export const coverageJson: CoverageReporter = (report, context) => [...coverageJsonPieces(report, context)].join('');

/** Group by group: 50,000 of them are more than one text can hold. */
export function* coverageJsonPieces(report: CoverageReport, context: ReportContext): Generator<string> {
  const { schema, groups, ...coverage } = report.coverage;
  const { trend = null, gaps = null, comparison = null, patch = null, targets = null } = report;
  const tool = toolRecord(context);
  const around = jsonDocument({ schema, tool, ...coverage, groups: [], trend, gaps, comparison, patch, targets });
  const [head = '', tail = ''] = around.split(NO_GROUPS);
  if (groups.length === 0) yield around;
  else {
    yield `${head}\n  "groups": [`;
    for (const [index, group] of groups.entries()) yield `${index === 0 ? '' : ','}\n${indented(group)}`;
    yield `\n  ]${tail}`;
  }
}

function indented(group: CoverageGroup): string {
  return terminalSafeJson(JSON.stringify(group, null, 2)).replaceAll(/^/gm, '    ');
}
