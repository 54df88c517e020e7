/** One document with everything, `mlops-tag/report@1`. */
import { toFindingRecord } from '../findings.ts';
import { talkRecord } from './record.ts';
import { terminalSafeJson } from './text.ts';
import type { DocumentReporter, ReportContext, Summary } from './types.ts';

export const json: DocumentReporter = {
  streams: false,
  extension: 'json',
  whole({ summary, talks, findings }, context) {
    return jsonDocument({
      schema: 'mlops-tag/report@1',
      tool: toolRecord(context),
      summary: summaryRecord(summary),
      talks: talks.map(talkRecord),
      findings: findings.map(toFindingRecord),
    });
  },
};

/** Indented by two, with a line feed at its end. */
export function jsonDocument(value: Readonly<Record<string, unknown>>): string {
  return `${terminalSafeJson(JSON.stringify(value, null, 2))}\n`;
}

/** What made a report: the same in every document. */
export function toolRecord({ toolVersion, taxonomy: { id, version, hash } }: ReportContext) {
  return { version: toolVersion, taxonomy: { id, version, hash } };
}

function summaryRecord({ files, talks, tagged, untagged, review, parts, elements }: Summary) {
  return { files, talks, tagged, untagged, review, parts, elements };
}
