/** One record a line, for shells and programs. */
import { talkRecord } from './record.ts';
import { terminalSafeJson } from './text.ts';
import type { StreamingReporter } from './types.ts';

export const ndjson: StreamingReporter = {
  streams: true,
  extension: 'ndjson',
  begin: () => '',
  talk: (talk) => `${terminalSafeJson(JSON.stringify(talkRecord(talk)))}\n`,
  end: () => '',
};
