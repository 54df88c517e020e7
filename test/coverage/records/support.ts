/** Records of tag as tests write them. */

import { type RecordEvent, RecordReader } from '../../../src/coverage/records/reader.ts';
import type { Finding } from '../../../src/findings.ts';
import { toFindingRecord } from '../../../src/findings.ts';
import { isFinding } from '../../../src/sources/document.ts';
import type { FileDone } from '../../../src/sources/read.ts';
import { isFileDone } from '../../../src/tagging.ts';

export const RECORD = {
  schema: 'mlops-tag/talk@1',
  id: '監視の会/drift',
  title: 'データドリフトの検知',
  event: '監視の会',
  year: 2024,
  lang: 'ja',
  source: { path: 'talks/ドリフト.md', line: 1 },
  status: 'tagged',
  primary: 'drift',
  tags: [
    {
      id: 'drift',
      part: 'monitoring',
      label: { en: 'Drift', ja: 'ドリフト' },
      confidence: 0.9,
      evidence: [
        {
          term: 'Evidently',
          kind: 'product',
          text: 'Evidently',
          field: 'abstract',
          line: 3,
          column: 1,
          exact: true,
          weight: 1,
        },
      ],
    },
  ],
  near: [],
};

export const record = (changes: object = {}): string => JSON.stringify({ ...RECORD, ...changes });

/** All that the pieces of a file of records yield. */
export async function readPieces(pieces: readonly Uint8Array[], maxLineSize?: number) {
  const reader = new RecordReader('記録.ndjson', maxLineSize);
  const events: (Exclude<RecordEvent, { kind: 'wait' }> | FileDone)[] = [];
  const steps = [...pieces.map((piece) => () => reader.lines(Buffer.from(piece))), () => reader.lastLine()];
  for (const step of steps)
    for (const event of step()) {
      if ('load' in event) await event.load();
      else events.push(event);
    }
  return [...events, ...reader.end()];
}

/** Ids and places of the talks, findings as lines, of what was read. */
export function shown(events: Awaited<ReturnType<typeof readPieces>>) {
  return {
    talks: events.flatMap((event) => ('talk' in event ? [`${event.talk.id}:${event.line}`] : [])),
    findings: events.filter((event): event is Finding => isFinding(event)).map(lineOf),
    counted: events.find((event): event is FileDone => isFileDone(event))?.talks,
  };
}

function lineOf(finding: Finding): string {
  const { line, column, code, message } = toFindingRecord(finding);
  return `${[line, column].filter((piece) => piece !== undefined).join(':')} ${message} [${code}]`;
}
