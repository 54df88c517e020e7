/** Files of records are told from files of talks by how they begin, whatever stands in front. */
import { describe, expect, it } from 'vitest';
import { ourFile } from '../../../src/coverage/records/told-apart.ts';
import { RECORD, record } from './support.ts';

const sorted = JSON.stringify(Object.fromEntries(Object.entries(RECORD).sort(([a], [b]) => (a < b ? -1 : 1))));
const report = { schema: 'mlops-tag/report@1', talks: [RECORD] };
const wide = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('what holds records', () => {
  it.each<[string, string | undefined, string | Buffer, string | undefined]>([
    ['a line', 'a.ndjson', `${record()}\n`, 'lines'],
    ['a line without an end, of any name', 'part-00000', record(), 'lines'],
    ['a line whose keys are sorted', undefined, `${sorted}\n${sorted}\n`, 'lines'],
    ['a line behind a mark and empty lines', 'a.jsonl', `\ufeff\r\n \n${record()}\n`, 'lines'],
    ['a line in UTF-16', 'a.ndjson', wide(`${record()}\r\n`), 'wide-lines'],
    ['the same without a mark', 'a.ndjson', wide(`${record()}\r\n`).subarray(2), 'wide-lines'],
    ['the same, the other bytes first', 'a.ndjson', wide(`${record()}\r\n`).subarray(2).swap16(), 'wide-lines'],
    ['a line behind what is left of another', 'a.ndjson', `ドリフト"}]}\n${record()}\n`, 'lines'],
    ['the same on standard input', undefined, `ドリフト"}]}\n${record()}\n`, 'lines'],
    ['a later version', 'a.ndjson', record({ schema: 'mlops-tag/talk@2' }), 'lines'],
    ['a record over several lines', 'a.json', JSON.stringify(RECORD, null, 2), 'document'],
    ['a report', 'a.json', JSON.stringify(report, null, 2), 'document'],
    ['a report on one line', undefined, JSON.stringify(report), 'document'],
    ['a list of records', 'a.json', JSON.stringify([RECORD], null, 1), 'document'],
    ['a report of another command', 'a.json', '{"tool": {}, "schema" : "mlops-tag/check@1"}', 'other'],
    ['a talk', 'a.ndjson', '{"title": "ドリフト", "abstract": "schema"}\n', undefined],
    ['a talk in front of a record', 'a.ndjson', `{"title": "ドリフト"}\n${record()}\n`, undefined],
    ['a talk with a schema of its own', 'a.json', '{"schema": "https://schema.org", "title": "監視"}', undefined],
    ['a talk that speaks of records', 'a.json', '{"title": "\\"schema\\":\\"mlops-tag/talk@1\\""}', undefined],
    ['the schema inside a value', 'a.json', '{"a": {"schema": "mlops-tag/talk@1"}, "title": "監視"}', undefined],
    ['the value "schema"', 'a.json', '{"title": "schema", "id": "監視"}', undefined],
    ['markdown', 'a.md', '# ドリフト\n\n本文\n', undefined],
    ['markdown that shows a record', 'a.md', `# ドリフト\n${record()}\n`, undefined],
    ['nothing', undefined, '', undefined],
    ['marks that never end', undefined, '{"'.repeat(20_000), undefined],
  ])('%s', (_what, name, text, form) => {
    expect(ourFile(typeof text === 'string' ? Buffer.from(text) : text, name)?.form).toBe(form);
  });
});
