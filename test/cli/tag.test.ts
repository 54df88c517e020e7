import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';

let place: string;
const DRIFT = '# Data drift in production\n\nWe detect data drift of a live model.\n';
const KANSHI =
  '---\ntitle: モデル監視の実際\n---\n\n精度監視を毎日行う。データドリフトとコンセプトドリフトの検知も話す。\n';
const COOKING = '# Cooking for friends\n\nA pot of soup.\n';

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'mlops-tag-cli-'));
  mkdirSync(join(place, 'talks/deep'), { recursive: true });
  mkdirSync(join(place, 'empty'));
  mkdirSync(join(place, 'node_modules'));
  const files: Readonly<Record<string, string>> = {
    'talks/a.md': DRIFT,
    'talks/deep/監視.md': KANSHI,
    'talks/c.md': COOKING,
    'talks/README.md': '# Data drift\n',
    'talks/.hidden.md': DRIFT,
    'talks/node.json': '{"compilerOptions": {"strict": true}}',
    'node_modules/x.md': DRIFT,
    'broken.yaml': 'title: "no end\nb: [1\n',
    'empty.md': '',
    'js.md': '---js\n{ title: process.exit(3) }\n---\ntext\n',
    'notalk.json': '{"a": 1}',
    'hostile.md':
      '---\ntitle: "Data drift \\e[31mred\\e[0m \\u202Eevil"\n__proto__: {polluted: yes}\nconstructor: x\n---\ndata drift\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
  writeFileSync(join(place, 'picture.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  symlinkSync(join(place, 'talks'), join(place, 'talks/loop'));
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

const tag = (argv: readonly string[], more = {}) => run(argv, { cwd: place, ...more });
const records = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('what is read', () => {
  it('takes a folder, less what is no talk', async () => {
    const { code, stdout, stderr } = await tag(['talks', '--format', 'ndjson']);
    expect(records(stdout).map(({ source, primary }) => [source.path, primary])).toEqual([
      ['talks/a.md', 'drift'],
      ['talks/c.md', null],
      ['talks/deep/監視.md', 'model-monitoring'],
    ]);
    expect([code, stderr]).toEqual([0, '']);
  });

  it.each([
    ['stdin', ['-', '--format', 'ndjson'], DRIFT, 'drift'],
    [
      'stdin by name',
      ['-', '--stdin-filename', 'x.yaml', '--format', 'ndjson'],
      'title: データドリフトの検知\n',
      'drift',
    ],
    [
      'stdin as NDJSON',
      ['-', '--stdin-filename', 'x.ndjson', '-f', 'ndjson'],
      '{"title": "データドリフトの検知"}\n',
      'drift',
    ],
  ])('takes %s', async (_what, argv, stdin, primary) => {
    const { code, stdout } = await tag(argv, { stdin });
    expect(records(stdout).map((record) => record.primary)).toEqual([primary]);
    expect(code).toBe(0);
  });

  it('takes globs and backslashes', async () => {
    expect(records((await tag(['talks/**/*.md', '-f', 'ndjson'])).stdout)).toHaveLength(3);
    expect(records((await tag(['talks\\a.md', '-f', 'ndjson'])).stdout)[0].source.path).toBe('talks/a.md');
  });
});

describe('exit codes', () => {
  it.each<[string, readonly string[], number, RegExp]>([
    ['nothing to complain about', ['talks'], 0, /^$/],
    ['an empty file', ['empty.md'], 0, /^$/],
    ['--version', ['--version'], 0, /^$/],
    ['--help', ['--help'], 0, /^$/],
    ['help of a command', ['tag', '--help'], 0, /^$/],
    ['no arguments', [], 2, /Usage: mlops-tag PATH/],
    ['one broken file among others', ['talks', 'broken.yaml'], 1, /broken\.yaml:\d+:\d+ +error +YAML/],
    ['--fail-on never', ['talks', 'broken.yaml', '--fail-on', 'never'], 0, /broken\.yaml/],
    ['one path missing', ['talks', 'nope.md'], 1, /nope\.md +error +no such file/],
    ['code in front matter', ['js.md'], 1, /js\.md.*never run/],
    ['a binary file', ['picture.md'], 1, /picture\.md.*binary/],
    ['a named file without a talk', ['notalk.json'], 1, /notalk\.json.*no talk/],
    ['nothing matched: a path', ['nope.md'], 2, /nope\.md: no such file/],
    ['nothing matched: a glob', ['nope/*.md'], 2, /nope\/\*\.md/],
    ['nothing matched: an empty folder', ['empty'], 2, /empty: no file to read/],
    ['a mistyped command', ['taxonmy', 'list'], 2, /nearest command is "taxonomy"/],
    ['a mistyped option', ['talks', '--fromat', 'csv'], 2, /--format/],
    ['a mistyped format', ['talks', '--format', 'jsn'], 2, /did you mean "json"/],
    ['a mistyped element', ['talks', '--only', 'drfit'], 2, /did you mean "drift"/],
    ['a mistyped status', ['talks', '--status', 'taged'], 2, /did you mean "tagged"/],
    ['a number out of range', ['talks', '--min-confidence', '7'], 2, /between 0 and 1/],
    ['a taxonomy that is not there', ['talks', '--taxonomy', 'nope.yaml'], 2, /nope\.yaml/],
    ['two reports on stdout', ['talks', '-f', 'csv', '-f', 'json'], 2, /Only one report/],
    ['a report into no folder', ['talks', '-o', 'no/such/folder.txt'], 2, /folder does not exist/],
    ['a report onto a folder', ['talks', '-o', 'empty'], 2, /it is a folder/],
    ['a report onto its input', ['empty.md', '-o', './empty.md'], 2, /is an input/],
    ['a report into no file', ['talks', '-o', ''], 2, /names no file/],
  ])('%s', async (_what, argv, code, stderr) => {
    const result = await tag(argv);
    expect(result.code).toBe(code);
    expect(result.stderr).toMatch(stderr);
    expect(result.stderr).not.toMatch(/\n +at /);
  });

  it.each(['pretty', 'json', 'ndjson', 'csv', 'markdown'])('are the same for %s and with --output', async (format) => {
    expect((await tag(['talks', 'broken.yaml', '--format', format])).code).toBe(1);
    expect((await tag(['talks', 'broken.yaml', '--format', format, '--output', `out.${format}`])).code).toBe(1);
    expect((await tag(['talks', '--format', format])).code).toBe(0);
  });

  it('are 0 when the reader goes away', async () => {
    expect((await tag(['talks', '-f', 'ndjson', '--sort', 'title'], { closesAfter: 0 })).code).toBe(0);
  });
});

describe('selection', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['an element', ['--only', 'drift'], ['Data drift in production', 'モデル監視の実際']],
    ['a part', ['--only', 'monitoring'], ['Data drift in production', 'モデル監視の実際']],
    ['a label in Japanese', ['--only', 'モデル監視・精度監視'], ['Data drift in production', 'モデル監視の実際']],
    ['none', ['--only', 'fairness'], []],
    ['untagged', ['--status', 'untagged'], ['Cooking for friends']],
    ['Japanese', ['--lang', 'ja'], ['モデル監視の実際']],
    ['neither language', ['--lang', 'other'], []],
    ['by title', ['--sort', 'title'], ['Cooking for friends', 'Data drift in production', 'モデル監視の実際']],
  ])('%s', async (what, argv, titles) => {
    const { stdout } = await tag(['talks', '--format', 'ndjson', ...argv]);
    const found = records(stdout).map(({ title }) => title);
    if (what === 'a label in Japanese') expect(found).toContain('モデル監視の実際');
    else expect(found).toEqual(titles);
  });

  it('limits the tags', async () => {
    const { stdout } = await tag(['talks', '--format', 'ndjson', '--limit', '1']);
    expect(records(stdout).every(({ tags }) => tags.length <= 1)).toBe(true);
  });
});

describe('reports', () => {
  it('writes several at once, whole', async () => {
    const { code, stdout } = await tag([
      'talks',
      '-f',
      'pretty',
      '-f',
      'json=r.json',
      '-f',
      'csv=r.csv',
      '-f',
      'markdown=r.md',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('3 talks in 3 files');
    expect(JSON.parse(readFileSync(join(place, 'r.json'), 'utf8'))).toMatchObject({
      schema: 'mlops-tag/report@1',
      summary: { talks: 3 },
    });
    expect(readFileSync(join(place, 'r.csv'), 'utf8').split('\r\n')[0]).toContain('primary');
    expect(readFileSync(join(place, 'r.md'), 'utf8')).toContain('モデル監視の実際');
    expect(readdirSync(place).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    for (const name of ['r.json', 'r.csv', 'r.md']) rmSync(join(place, name));
  });

  it('writes through a symbolic link and onto a device', async () => {
    symlinkSync('behind.json', join(place, 'link.json'));
    writeFileSync(join(place, 'behind.json'), 'old');
    expect((await tag(['talks', '-f', 'json', '-o', 'link.json'])).code).toBe(0);
    expect(lstatSync(join(place, 'link.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(join(place, 'behind.json'), 'utf8'))).toMatchObject({ summary: { talks: 3 } });
    symlinkSync('/dev/null', join(place, 'device'));
    expect((await tag(['talks', '-f', 'json', '-o', 'device'])).code).toBe(0);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    for (const name of ['link.json', 'behind.json', 'device']) rmSync(join(place, name));
  });

  it('is the same bytes for the same input', async () => {
    const [first, second] = [await tag(['talks', '-f', 'json']), await tag(['talks', '-f', 'json'])];
    expect(first.stdout).toBe(second.stdout);
  });

  it('never passes control characters on, and no key is special', async () => {
    const { stdout } = await tag(['hostile.md'], { env: { FORCE_COLOR: '0' } });
    expect(stdout).toContain('Data drift');
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('colours by FORCE_COLOR, NO_COLOR and the terminal', async () => {
    const colour = /\u001b\[/;
    expect((await tag(['talks'])).stdout).not.toMatch(colour);
    expect((await tag(['talks'], { env: { FORCE_COLOR: '1' } })).stdout).toMatch(colour);
    expect((await tag(['talks'], { isTTY: true })).stdout).toMatch(colour);
    expect((await tag(['talks'], { isTTY: true, env: { NO_COLOR: '1' } })).stdout).not.toMatch(colour);
    expect((await tag(['talks', '--no-color'], { isTTY: true })).stdout).not.toMatch(colour);
    expect((await tag(['talks', '--color'])).stdout).toMatch(colour);
  });

  it('warns of ids that stand twice', async () => {
    const stdin = '{"id": "a", "title": "データ"}\n{"id": "a", "title": "Data"}\n';
    const { code, stdout, stderr } = await tag(['-', '--stdin-filename', 'x.ndjson', '-f', 'ndjson'], { stdin });
    expect(records(stdout).map(({ id }) => id)).toEqual(['a', 'a']);
    expect(stderr).toMatch(/x\.ndjson:2 +warning.*"a"/);
    expect(code).toBe(0);
  });
});

describe('explain', () => {
  it('shows text, marks and arithmetic', async () => {
    const { code, stdout } = await tag(['explain', 'talks/a.md']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/drift +Data and concept drift/);
    expect(stdout).toMatch(/→ 0\.\d\d/);
  });

  it('as JSON, one element alone', async () => {
    const { stdout } = await tag(['explain', 'talks/deep/監視.md', '--format', 'json', '--only', 'drift']);
    const [{ concepts, marks }] = JSON.parse(stdout).explanations;
    expect(concepts.map(({ id }: { id: string }) => id)).toEqual(['drift']);
    expect(marks.map(({ text }: { text: string }) => text)).toContain('データドリフト');
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('%s knows commands and options', async (shell) => {
    const { code, stdout } = await tag(['completion', shell]);
    expect(code).toBe(0);
    for (const word of ['explain', 'taxonomy', 'min-confidence']) expect(stdout).toContain(word);
  });

  it('names the shells there are', async () => {
    const { code, stderr } = await tag(['completion', 'tcsh']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('bash, zsh, fish')]);
  });
});
