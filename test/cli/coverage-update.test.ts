/** `coverage --update`: the report between two markers of a file, and nothing else of it changed. */
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { regionOf, withReport } from '../../src/commands/coverage-markers.ts';
import { type Folder, ndjson, newFolder, TALKS } from './coverage-support.ts';

const BEGIN = '<!-- mlops-tag coverage -->';
const END = '<!-- /mlops-tag coverage -->';

let folder: Folder;

beforeEach(() => {
  folder = newFolder({ 'talks.ndjson': ndjson(TALKS) });
});

afterEach(() => folder.remove());

const update = (name: string, ...more: string[]) => folder.coverage(['talks.ndjson', '--update', name, ...more]);
const bytesOf = (name: string): Buffer => readFileSync(join(folder.path, name));

describe('the report takes the place of the earlier one', () => {
  const before = '# はじめに\n\n概要 — 表\n\n';
  const after = '\n\n## 次\nno line feed at the end';
  it.each([
    ['line feeds', '\n', (text: string) => Buffer.from(text)],
    ['carriage returns', '\r\n', (text: string) => Buffer.from(text)],
    ['a byte order mark', '\r\n', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', '\r\n', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('%s', async (_name, lineEnd, encode) => {
    const lines = (text: string): string => text.replaceAll('\n', lineEnd);
    folder.put('README.md', encode(lines(`${before}${BEGIN}\nan earlier report\n${END}${after}`)));
    expect(await update('README.md')).toEqual({ code: 0, stdout: '', stderr: 'README.md updated\n' });
    const written = bytesOf('README.md');
    const head = encode(lines(`${before}${BEGIN}\n\n`));
    const tail = encode(lines(`\n\n${END}${after}`)).subarray(encode('').length);
    expect(written.subarray(0, head.length)).toEqual(head);
    expect(written.subarray(-tail.length)).toEqual(tail);
    expect(written.includes(encode('5 talks').subarray(encode('').length))).toBe(true);
    expect(await update('README.md')).toEqual({ code: 0, stdout: '', stderr: 'README.md is up to date\n' });
    expect(bytesOf('README.md')).toEqual(written);
  });

  it('with permissions kept, and only when every report could be written', async () => {
    folder.put('表.md', `${BEGIN}\n${END}\n`);
    chmodSync(join(folder.path, '表.md'), 0o640);
    const broken = await update('表.md', '-f', 'json=no/such/folder.json');
    expect([broken.code, folder.text('表.md')]).toEqual([2, `${BEGIN}\n${END}\n`]);
    const both = await update('表.md', '-f', 'json');
    expect([both.code, both.stderr, JSON.parse(both.stdout).talks]).toEqual([0, '表.md updated\n', 5]);
    expect(statSync(join(folder.path, '表.md')).mode & 0o777).toBe(0o640);
  });

  it('the same whatever the locale', async () => {
    folder.put('a.md', `${BEGIN}\n${END}\n`);
    folder.put('b.md', `${BEGIN}\n${END}\n`);
    await folder.coverage(['talks.ndjson', '--trend', 'year', '--update', 'a.md'], { env: { LC_ALL: 'C' } });
    await folder.coverage(['talks.ndjson', '--trend', 'year', '--update', 'b.md'], { env: { LC_ALL: 'ja_JP.UTF-8' } });
    expect(folder.text('a.md')).toBe(folder.text('b.md'));
  });

  it('which is not there where the exit code is 1', async () => {
    folder.put('README.md', `${BEGIN}\n${END}\n`);
    const { code, stderr } = await update('README.md', '--min', '監視・運用 >= 9');
    expect([code, stderr]).toEqual([
      1,
      'README.md updated\n監視・運用: 3 of 5 talks, fewer than asked (--min 監視・運用 >= 9)\n',
    ]);
  });
});

describe('files that cannot be updated', () => {
  const PASTE = new RegExp(`Paste these two lines .*\n\n${BEGIN}\n${END}\n`);
  it.each([
    ['no marker', '# 表\n', PASTE],
    ['an empty file', '', PASTE],
    ['a marker within a sentence', `Put ${BEGIN} and ${END} there.\n`, PASTE],
    [
      'markers in a code block',
      `\n\`\`\`md\n${BEGIN}\n${END}\n\`\`\`\n`,
      /^mlops-tag: README\.md:3: in a code block .*\n\n<!--/,
    ],
    ['markers in a longer fence', `~~~~\n~~~\n${BEGIN}\n${END}\n~~~~\n`, /README\.md:3: in a code block/],
    [
      'no end',
      `表\n${BEGIN}\n`,
      /README\.md:2: <!-- mlops-tag coverage --> has no <!-- \/mlops-tag coverage --> below it; paste/,
    ],
    ['an end in a code block', `${BEGIN}\n\`\`\`\n${END}\n\`\`\`\n`, /README\.md:1: .* below it; paste/],
    ['no beginning', `${END}\n`, /README\.md:1: .* above it; paste/],
    ['the end first', `${END}\n\n${BEGIN}\n`, /README\.md:1: .* stands above .*; change the two lines about/],
    ['two pairs', `${BEGIN}\n${END}\n\n表\n${BEGIN}\n${END}\n`, /at the lines 1, 2, 5, 6; keep one pair/],
    ['two beginnings', `${BEGIN}\n${BEGIN}\n`, /at the lines 1, 2; keep one pair/],
    ['ISO-2022-JP', iconv.encode('日本', 'utf8').toString().replace('日本', '\x1b$BF|K\\\x1b(B'), /it is ISO-2022-JP/],
  ])('%s', async (_name, text, message) => {
    folder.put('README.md', text);
    const { code, stdout, stderr } = await update('README.md');
    expect([code, stdout, folder.text('README.md')]).toEqual([2, '', text]);
    expect(stderr).toMatch(message);
  });

  it.each([
    [['--update', '無い.md'], /--update 無い\.md: /],
    [['--update', '.'], /--update \.: /],
    [['--update', ''], /--update names no file/],
    [['--update', 'talks.ndjson'], /talks\.ndjson is an input/],
    [['--update', 'x.md', '-f', 'markdown=x.md'], /--update and --format markdown would both write x\.md/],
  ])('%j', async (flags, message) => {
    const { code, stdout, stderr } = await folder.coverage(['talks.ndjson', ...flags]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('letters that its encoding lacks', async () => {
    const text = Buffer.from(
      iconv.encode(`# 発表の一覧と、その割合\n\n${BEGIN}\n${END}\n\n監視の話が多い。\n`, 'Shift_JIS'),
    );
    folder.put('README.md', text);
    const { code, stderr } = await update('README.md', '-f', 'json=other.json');
    expect([code, bytesOf('README.md').equals(text)]).toEqual([2, true]);
    expect(existsSync(join(folder.path, 'other.json'))).toBe(false);
    expect(stderr).toMatch(/--update README\.md: its encoding lacks letters of the report; save it as UTF-8/);
  });
});

describe('the region of a text', () => {
  it('is replaced, and the rest kept, whatever stands around it', () => {
    const line = fc.constantFrom('# 見出し', '', 'text', '   - list', '> 引用', '```', '~~~', '\t', '<!-- other -->');
    const eol = fc.constantFrom('\n', '\r\n');
    const report = fc.stringMatching(/^[a-z監視|#]+(?:\n[a-z監視|#]{1,9}){0,3}$/);
    fc.assert(
      fc.property(fc.array(line), fc.array(line), eol, report, (above, below, end, text) => {
        const whole = [...above, BEGIN, 'old', END, ...below].join(end);
        fc.pre(above.filter((one) => one === '```' || one === '~~~').length === 0);
        const once = withReport(whole, regionOf(whole, 'x.md'), text);
        expect(once).toBe([...above, BEGIN, '', ...text.split('\n'), '', END, ...below].join(end));
        expect(withReport(once, regionOf(once, 'x.md'), text)).toBe(once);
      }),
    );
  });

  it('is found behind code blocks that end', () => {
    fc.assert(
      fc.property(fc.constantFrom('`', '~'), fc.integer({ min: 3, max: 6 }), fc.boolean(), (mark, length, inside) => {
        const fence = mark.repeat(length);
        const block = [`${fence}${mark === '~' ? ' 例`' : ' 例'}`, inside ? mark.repeat(length - 1) : BEGIN, fence];
        const text = [...block, BEGIN, END].join('\n');
        expect(text.slice(0, regionOf(text, 'x.md').start)).toBe(`${[...block, BEGIN].join('\n')}\n`);
      }),
    );
  });
});
