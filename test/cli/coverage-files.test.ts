/** What `coverage` tells of the files that it is given to compare, to count and to hold the counts against. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { DRIFT, type Folder, ndjson, newFolder } from './coverage-support.ts';

const JA = [{ id: 'z', title: 'ドリフト', text: DRIFT, event: '勉強会', year: 2021 }];
const wide = (text: string, encoding: 'utf16le' | 'utf16be', mark = true): Buffer => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return encoding === 'utf16le' ? bytes : bytes.swap16();
};

let folder: Folder;
let records: string;

beforeAll(async () => {
  folder = newFolder({ '談話.ndjson': ndjson(JA), 'plan.yaml': 'all: [talks >= 1]\n', 'room/a.json': '{}' });
  await folder.coverage(['談話.ndjson', '-f', 'json=今.json']);
  await folder.coverage(['談話.ndjson', '--weight', 'primary', '-f', 'json=primary.json']);
  records = (await run(['談話.ndjson', '--format', 'ndjson'], { cwd: folder.path })).stdout;
  folder.put('記録.ndjson', records);
  const report = folder.text('今.json');
  folder.put(
    '旧.json',
    report.replace(/"version": "[^"]*",\n(\s*)"hash"/, '"version": "0.9",\n$1"hash"').replace(/"hash": "/, '$&0'),
  );
  folder.put('hash.json', report.replace(/"hash": "/, '$&0'));
  folder.put('wide.json', wide(report, 'utf16le'));
  folder.put('wide-be.json', wide(report, 'utf16be'));
  folder.put('目標.yaml', wide('all: ["drift >= 9"] # 目標\n', 'utf16le'));
  folder.put(
    'sjis.yaml',
    Buffer.concat([
      Buffer.from('all: ["drift >= 9"] # '),
      Buffer.from('96da955782f0918e82ad', 'hex'),
      Buffer.from('\n'),
    ]),
  );
  folder.put('bytes.yaml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]));
  folder.put('be.ndjson', wide(records, 'utf16be', false));
  folder.put('le.ndjson', wide(records, 'utf16le', false));
});

afterAll(() => folder.remove());

describe('files compared', () => {
  it.each([
    ['alike', '今.json', '今.json', /^$/],
    [
      'another version',
      '旧.json',
      '今.json',
      /^note: 旧\.json was made with the taxonomy which-part 0\.9, 今\.json with which-part [\d.]+: what differs may be the taxonomy\n$/,
    ],
    [
      'another hash',
      '今.json',
      'hash.json',
      /^note: 今\.json was made with the taxonomy which-part \S+ \(\S{16}\), hash\.json with which-part \S+ \(0\S{15}\): what/,
    ],
    [
      'talks tagged now',
      '旧.json',
      '談話.ndjson',
      /^note: 旧\.json was made with the taxonomy which-part 0\.9, 談話\.ndjson with/,
    ],
    ['records, which do not say', '旧.json', '記録.ndjson', /^$/],
    [
      'another weight',
      'primary.json',
      '今.json',
      /^note: primary\.json was made with --weight primary, 今\.json with talk: both are compared by talk\n$/,
    ],
    ['UTF-16', 'wide.json', 'wide-be.json', /^$/],
    ['records in UTF-16 without a mark', 'be.ndjson', 'le.ndjson', /^$/],
  ])('%s', async (_name, before, after, said) => {
    const { code, stdout, stderr } = await folder.coverage(['--compare', before, after, '-f', 'json']);
    expect([code, JSON.parse(stdout).comparison.before.talks]).toEqual([0, 1]);
    expect(stderr).toMatch(said);
  });

  it.each([
    [
      ['x.json', '無い.yaml'],
      /--compare: "x\.json" is not there, "無い\.yaml" is not there; name two files \(\.json, \.ndjson, \.jsonl: reports/,
    ],
    [['room', 'plan.yaml'], /--compare: "room" is a folder, "plan\.yaml" has another ending; name two files/],
    [
      ['今.json', 'x.json'],
      /今\.json is a file and "x\.json" is none that can be compared: it is not there; name two files/,
    ],
    [
      ['今.json', '今.json', '--lang', 'ja'],
      /今\.json holds counts alone, so --lang cannot select among its talks; make it with --lang ja\./,
    ],
    [['今.json', '記録.ndjson', '--lang', 'en'], /今\.json holds counts alone, so --lang/],
    [['今.json', '今.json', '--weight', 'primary'], /made with --weight talk; make it with --weight primary/],
    [['今.json', '今.json', '--include-review'], /made without --include-review; make it with/],
  ])('refused: %j', async (argv, message) => {
    const { code, stdout, stderr } = await folder.coverage(['--compare', ...argv]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

describe('records', () => {
  it.each([
    [
      ['記録.ndjson', '--min-confidence', '0.9', '--limit', '1'],
      'note: records are counted as they were tagged: --min-confidence and --limit play no part\n',
    ],
    [['記録.ndjson', '--model', 'none'], 'note: records are counted as they were tagged: --model plays no part\n'],
    [
      ['--compare', '記録.ndjson', 'le.ndjson', '--limit', '1'],
      'note: records are counted as they were tagged: --limit plays no part\n',
    ],
    [['談話.ndjson', '--limit', '1'], ''],
    [['記録.ndjson'], ''],
  ])('%j', async (argv, note) => {
    expect(await folder.coverage([...argv, '-f', 'json'])).toMatchObject({ code: 0, stderr: note });
  });
});

it('records whose lines end in CR alone are told from what breaks off', async () => {
  folder.put('cr.ndjson', `${records}${records}`.replaceAll('\n', '\r'));
  const { code, stderr } = await folder.coverage(['cr.ndjson', '-f', 'csv']);
  expect(code).toBe(1);
  expect(stderr).toContain('NDJSON cannot be parsed: its lines end in CR alone; save it with LF or CRLF');
});

describe('a file of targets', () => {
  it.each([
    ['in UTF-16', '目標.yaml', 1, /^drift: 1 of 1 talk, fewer than asked \(目標\.yaml:1 drift >= 9\)\n$/],
    ['in Shift_JIS', 'sjis.yaml', 1, /^drift: 1 of 1 talk, fewer/],
    ['that is no text', 'bytes.yaml', 2, /--expect bytes\.yaml is a binary file, no text\.\n$/],
  ])('%s', async (_name, file, exit, said) => {
    const { code, stderr } = await folder.coverage(['談話.ndjson', '--expect', file]);
    expect(stderr).toMatch(said);
    expect(code).toBe(exit);
  });
});
