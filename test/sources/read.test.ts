import { execFileSync } from 'node:child_process';
import { chmodSync, createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileReader } from '../../src/sources/file-reader.ts';
import { isFinding, readTalks } from '../../src/sources/index.ts';
import { fileTalks, type ReadOptions, readStreamTalks } from '../../src/sources/read.ts';
import { gather, type Outcome, read } from './read-support.ts';

let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'mlops-tag-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true });
});

function open(name: string, content: string | Uint8Array, named = true, options: ReadOptions = {}): Promise<Outcome> {
  writeFileSync(join(cwd, name), content);
  return gather(fileTalks({ path: name, file: join(cwd, name), named }, options));
}

describe('files', () => {
  it.each([
    ['a.json', '{"title":"監視"}', 1, false, undefined],
    ['a.md', '# 監視\n', 1, false, undefined],
    ['a.json', '{"v":1}', 0, true, 'no-talk'],
    ['a.yaml', 'v: 1\n', 0, true, 'no-talk'],
    ['a.csv', 'v\n1\n', 0, true, 'no-talk'],
    ['a.ndjson', '{"v":1}\n', 0, true, 'no-talk'],
    ['a.json', '', 0, false, undefined],
    ['a.md', '', 0, false, undefined],
    ['a.ndjson', '', 0, false, undefined],
    ['a.ndjson', ' \n\n', 0, false, undefined],
  ])('%s holding %j', async (name, content, talks, skipped, code) => {
    const inFolder = await open(name, content, false);
    expect(inFolder.findings).toEqual([]);
    expect(inFolder.done).toEqual({ kind: 'file', path: name, talks, skipped });
    const named = await open(name, content, true);
    expect(named.findings.map((finding) => finding.code)).toEqual(code === undefined ? [] : [code]);
    expect(named.done).toEqual({ kind: 'file', path: name, talks, skipped: false });
  });

  it('the size limit, NDJSON exempt', async () => {
    const content = JSON.stringify({ title: '監視', abstract: 'x'.repeat(300) });
    const options = { maxFileSize: 200 };
    for (const name of ['a.json', 'a.md', 'a.yaml', 'a.csv']) {
      expect((await open(name, content, true, options)).findings).toEqual([
        { code: 'too-large', path: name, bytes: Buffer.byteLength(content), limit: 200 },
      ]);
      expect((await read(name, content, options)).findings).toMatchObject([{ code: 'too-large', limit: 200 }]);
    }
    expect((await open('a.ndjson', content, true, options)).talks).toHaveLength(1);
  });

  it('unknown endings, named', async () => {
    expect((await open('a.pdf', 'x')).findings).toEqual([{ code: 'unknown-format', path: 'a.pdf' }]);
    expect((await read('a.docx', 'x')).findings).toEqual([{ code: 'unknown-format', path: 'a.docx' }]);
    expect((await open('notes', '# 監視\n')).talks).toHaveLength(1);
    expect((await open('talk.rst', '# 監視\n')).talks).toHaveLength(1);
  });

  it('what the system refuses is a finding', async () => {
    const folder = await gather(fileTalks({ path: 'x', file: cwd, named: true }));
    expect(folder.findings).toEqual([{ code: 'unreadable-file', path: 'x', reason: 'it is a folder' }]);
    const gone = await gather(fileTalks({ path: 'x.md', file: join(cwd, 'x.md'), named: true }));
    expect(gone.findings).toEqual([{ code: 'unreadable-file', path: 'x.md', reason: 'it is not there' }]);
    expect(gone.done).toMatchObject({ talks: 0 });
  });

  it.skipIf(process.platform === 'win32')('a pipe is not opened, since nobody may ever write to it', async () => {
    const path = join(cwd, '監視.md');
    execFileSync('mkfifo', [path]);
    const { findings, done } = await gather(fileTalks({ path: '監視.md', file: path, named: true }));
    expect(findings).toMatchObject([
      { code: 'unreadable-file', path: '監視.md', reason: expect.stringContaining('no regular file') },
    ]);
    expect(done).toMatchObject({ talks: 0 });
    expect((await gather(fileTalks({ path: 'null.md', file: '/dev/null', named: true }))).findings).toHaveLength(1);
  });

  it('a folder as standard input', async () => {
    for (const name of ['stdin.md', 'stdin.ndjson', undefined]) {
      const { findings, done } = await gather(readStreamTalks(createReadStream(cwd), name));
      expect(findings).toEqual([{ code: 'unreadable-file', path: name ?? 'stdin.md', reason: 'it is a folder' }]);
      expect(done).toMatchObject({ talks: 0 });
    }
  });

  it.skipIf(process.getuid?.() === 0)('no permission (not as root, whom nothing stops)', async () => {
    writeFileSync(join(cwd, 'a.md'), '# A\n');
    chmodSync(join(cwd, 'a.md'), 0);
    const { findings } = await gather(fileTalks({ path: 'a.md', file: join(cwd, 'a.md'), named: true }));
    expect(findings).toEqual([{ code: 'unreadable-file', path: 'a.md', reason: 'permission denied' }]);
  });

  it('NDJSON in other encodings', async () => {
    const content = '{"title":"モデルの監視と運用"}\n{"title":"データの品質"}\n';
    for (const encoding of ['Shift_JIS', 'EUC-JP', 'utf-16le', 'utf8']) {
      const { talks, findings } = await open(
        'a.ndjson',
        iconv.encode(content, encoding, { addBOM: encoding === 'utf-16le' }),
      );
      expect(findings).toEqual([]);
      expect(talks.map(({ title }) => title)).toEqual(['モデルの監視と運用', 'データの品質']);
    }
  });

  it.each([
    ['a byte that no text holds', Buffer.from('{"title":"監視"}\n\0\n\n{"title":"B"}\n'), 'binary-file'],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, at) => ((at * at * 7 + at) % 251) + 1)), 'binary-file'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 10, 10, 255, 10]), 'binary-file'],
    ['an encoding unknown here', Buffer.from(Array.from({ length: 5000 }, (_, at) => 128 + (at % 127))), 'undecodable'],
  ])('NDJSON that is %s is refused at once', async (_what, content, code) => {
    for (const { talks, findings } of [
      await open('a.ndjson', content),
      await open('a.ndjson', content, true, { maxFileSize: 5 }),
      await read('a.ndjson', content),
    ]) {
      expect(talks).toEqual([]);
      expect(findings).toMatchObject([{ code, path: 'a.ndjson' }]);
    }
  });

  it('NDJSON longer than one read, with a broken line', async () => {
    const lines = Array.from({ length: 3000 }, (_, n) =>
      n === 2000 ? '{"title"' : JSON.stringify({ id: n, title: `監視 ${n}`, text: 'あ'.repeat(200) }),
    );
    const { talks, findings, done } = await open('a.ndjson', lines.join('\n'));
    expect(talks).toHaveLength(2999);
    expect(talks.at(-1)).toMatchObject({ id: '2999', source: { line: 3000 } });
    expect(findings).toMatchObject([{ code: 'syntax-error', line: 2001 }]);
    expect(done?.talks).toBe(2999);
  });
});

it.each([
  ['a.yaml', 'title: 監視\rabstract: |\r  一行目\r  drift\r', 'abstract', 'drift', { line: 4, column: 3 }],
  ['a.md', '---\rtitle: 監視\r---\r\rFirst.\r\rdrift\r', 'body', 'drift', { line: 7, column: 1 }],
  ['a.csv', 'title,abstract\r監視,data drift\r', 'abstract', 'drift', { line: 2, column: 9 }],
] as const)('%s with lines that end in CR alone', async (name, content, field, word, place) => {
  const { talks, findings } = await read(name, content);
  expect([talks.map(({ title }) => title), findings]).toEqual([['監視'], []]);
  const [talk] = talks;
  expect(talk?.placements?.[field]?.locate(talk[field]?.indexOf(word) ?? -1)).toEqual(place);
});

it('what no parser has foreseen costs its own file alone', () => {
  const bottomless = (): never[] => bottomless();
  const format = { structured: true, streams: false, parser: () => bottomless };
  const events = [...new FileReader('監視.md', true, {}).whole(Buffer.from('x'), format)];
  expect(events).toMatchObject([{ code: 'too-deep', path: '監視.md' }]);
});

describe('values', () => {
  it('control characters and lone surrogates stay in the data', async () => {
    const { talks } = await read('a.json', '{"title":"A\\u001b[31m\\ud800監視","abstract":"b\\u0000"}');
    expect(talks[0]?.title).toBe('A\u001b[31m\ud800監視');
    expect(talks[0]?.abstract).toBe('b\0');
  });
});

describe('readTalks', () => {
  it('reads folders in order, with findings between', async () => {
    writeFileSync(join(cwd, 'b.md'), '# 監視\n\n運用の話。\n');
    writeFileSync(join(cwd, 'a.json'), '[{"title":"A"},{"title":"B"}]');
    writeFileSync(join(cwd, 'c.json'), '{');
    const seen: string[] = [];
    for await (const item of readTalks(['.', 'missing'], { cwd }))
      seen.push(isFinding(item) ? `${item.code} ${item.path}` : `${item.title} ${item.source.path}`);
    expect(seen).toEqual(['missing-path missing', 'A a.json', 'B a.json', '監視 b.md', 'syntax-error c.json']);
  });

  it('reads standard input under a name', async () => {
    const stdin = (async function* () {
      yield Buffer.from('title,abs');
      yield Buffer.from('tract\n監視,a\n');
    })();
    const titles: string[] = [];
    for await (const item of readTalks(['-'], { cwd, stdin, stdinFilename: 'x.csv' }))
      if (!isFinding(item)) titles.push(item.title);
    expect(titles).toEqual(['監視']);
  });
});
