/** `learn` and `--model` from the command line: what they take, what they make, and every way in which they refuse. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { modelText } from '../../src/model/file.ts';
import type { TaggedTalk } from '../../src/talk.ts';
import { modelFor } from '../model/support.ts';
import { type Written, writtenTalks } from '../support/gold.ts';
import { ROOT, type RunOptions, type RunResult, run } from '../support/run.ts';

let place: string;
let model: string;

const TAXONOMY = `
id: trial
version: 1.0.0
title: {en: Trial, ja: 試し}
concepts:
  - {id: monitoring, prefLabel: {en: Monitoring, ja: 監視}}
  - {id: drift, broader: monitoring, prefLabel: {en: Data drift, ja: データドリフト}}
  - {id: alerts, broader: monitoring, prefLabel: {en: Alerting, ja: アラート}}
  - {id: development, prefLabel: {en: Development, ja: 開発}}
  - {id: training, broader: development, prefLabel: {en: Model training, ja: モデル学習}}
  - {id: pets, broader: development, prefLabel: {en: Pets, ja: 愛玩動物}}
`;
const record = ({ tags, ...talk }: Written, i: number): string =>
  `${JSON.stringify({ id: `発表-${i}`, event: `e${i % 7}`, ...talk, gold: { tags, primary: tags[0] ?? null } })}\n`;
const GOLD = writtenTalks(40).map(record);
const HAMSTER = { pets: 4 };
/** Written by hand: it knows one animal, and believes in it. */
const WORDS = modelFor(['drift', 'alerts', 'training', 'pets'], {
  hamsters: ['hamster', HAMSTER],
  ハムスター: ['ハムスタ', HAMSTER],
});

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'mlops-tag-learn-test-'));
  mkdirSync(join(place, '発表'));
  mkdirSync(join(place, 'many'));
  const hamster = (i: number): string => (i % 2 === 0 ? `Fluffy hamsters ${i}` : `ハムスターの飼育小屋 ${i}`);
  const files: Readonly<Record<string, string>> = {
    't.yaml': TAXONOMY,
    'renamed.yaml': TAXONOMY.replace('id: drift', 'id: shifts'),
    'more.yaml': `${TAXONOMY}  - {id: soup, broader: development, prefLabel: {en: Soup, ja: スープ}}\n`,
    'ours.yaml': 'id: ours\nversion: 1.0.0\ntitle: {en: Ours, ja: 私たち}\nextends: which-part\n',
    'gold.ndjson': GOLD.join(''),
    'turned.ndjson': GOLD.toReversed().join(''),
    'a.ndjson': GOLD.slice(0, 13).join(''),
    'b.ndjson': GOLD.slice(13).join(''),
    'few.ndjson': GOLD.slice(0, 19).join(''),
    'twice.ndjson': [...GOLD, ...GOLD.slice(0, 1)].join(''),
    'unlabelled.ndjson': `${GOLD.join('')}{"title": "ラベルのない発表"}\n`,
    'practice.ndjson': writtenTalks(10)
      .map((one, i) => record({ ...one, text: `${one.text} 練習` }, 100 + i))
      .join(''),
    'default.ndjson': GOLD.join('').replaceAll('"alerts"', '"drift"').replaceAll('"pets"', '"drift"'),
    '発表/crlf.md': '---\r\ntitle: 小さな話\r\n---\r\n\r\n一行目。\r\n私のハムスターの話。\r\n',
    '発表/folded.yaml': '- title: 小さな話\n  abstract: >\n    一行目の文。\n    二行目にﾊﾑｽﾀｰがいる。\n',
    '発表/wide.ndjson': `${JSON.stringify({ title: 'notes', abstract: '大きなﾊﾑｽﾀｰの話' })}\n`,
    '発表/empty.md': '---\ntitle: スープの話\n---\n',
    'words.json': modelText(WORDS),
    'empty.json': '',
    'half.json': '{"schema": "mlops-tag/mo',
    'nan.json': '{"bias": NaN}',
    'other.json': '{"schema": "mlops-tag/model@2"}',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
  for (let i = 0; i < 320; i++) writeFileSync(join(place, `many/${i}.md`), `---\ntitle: ${hamster(i)}\n---\n`);
  const { code, stderr } = await learning(['gold.ndjson', '-o', 'model.json']);
  expect([code, stderr]).toEqual([0, expect.stringContaining('learned from 40 talks (en 20, ja 20): ')]);
  model = readFileSync(join(place, 'model.json'), 'utf8');
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const command = (argv: readonly string[], more: RunOptions = {}): Promise<RunResult> =>
  run(argv, { cwd: place, ...more });
const learning = (argv: readonly string[], more: RunOptions = {}) =>
  command(['learn', '--taxonomy', 't.yaml', ...argv], more);
const made = () => readFileSync(join(place, 'out.json'), 'utf8');
const talks = async (argv: readonly string[]): Promise<readonly TaggedTalk[]> => {
  const { code, stdout, stderr } = await command([...argv, '-f', 'ndjson']);
  expect(code, stderr).toBe(0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};

beforeEach(() => rmSync(join(place, 'out.json'), { force: true }));

describe('learn', () => {
  it('says what it learned from, and what it is worth', async () => {
    const { code, stdout, stderr } = await learning(['gold.ndjson', '-o', 'out.json']);
    expect([code, stdout]).toEqual([0, '']);
    expect(made()).toBe(model);
    expect(stderr).toMatch(
      /cross-validated in 5 folds by event, each talk judged by a model that saw none of its event:/,
    );
    expect(stderr).toMatch(/^ {2}all +micro \d\.\d{3} {2}macro .*\n {2}en +micro .*\n {2}ja +micro .*\n$/m);
  });

  it.each<[string, readonly string[], RunOptions]>([
    ['to stdout', ['gold.ndjson'], {}],
    ['from stdin', ['-', '--stdin-filename', 'x.ndjson'], { stdin: GOLD.join('') }],
    ['with the talks in another order', ['turned.ndjson'], {}],
    ['from several files', ['b.ndjson', 'a.ndjson'], {}],
  ])('makes the same bytes %s', async (_, argv, more) => {
    const { code, stdout } = await learning(argv, more);
    expect([code, stdout]).toEqual([0, model]);
  });

  it('does not say "by event" of too few events', async () => {
    const few = GOLD.map((line, i) => line.replace(/"event":"e\d"/, `"event":"e${i % 3}"`)).join('');
    const { stderr } = await learning(['-', '--stdin-filename', 'x.ndjson', '-o', 'out.json'], { stdin: few });
    expect(stderr).toContain('a model that did not see it, but others of its event (too few events)');
  });

  it('does not say that events were unseen where most talks have none', async () => {
    const single = GOLD.map((line, i) => (i % 3 === 0 ? line : line.replace(/"event":"e\d",/, ''))).join('');
    const { stderr } = await learning(['-', '--stdin-filename', 'x.ndjson', '-o', 'out.json'], { stdin: single });
    expect(stderr).toContain('did not see it; single talks without an event are dealt out one by one:\n');
    expect(stderr).not.toContain('none of its event');
  });

  it('learns from practice talks without measuring on them', async () => {
    const { code, stderr } = await learning(['gold.ndjson', '--practice', 'practice.ndjson', '-o', 'out.json']);
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining('learned from 40 talks (en 20, ja 20) and 10 practice talks'),
    ]);
    expect(JSON.parse(made()).learned).toMatchObject({ talks: 40, practice: 10 });
  });

  it('leaves out a practice talk that is measured on', async () => {
    const { stderr } = await learning(['gold.ndjson', '--practice', 'a.ndjson', '-o', 'out.json']);
    expect(stderr).toContain('13 practice talks with the id of one that is measured on left out\n');
    expect(made()).toBe(model);
  });

  it('tells of talks without labels and of ids that stand twice', async () => {
    expect((await learning(['unlabelled.ndjson'])).stderr).toContain('1 talk without labels left out\n');
    const { code, stderr } = await learning(['twice.ndjson']);
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/twice\.ndjson:41 +warning +another talk has the id "発表-0" too/),
    ]);
  });

  it('learns on top of a model', async () => {
    const { code } = await learning(['a.ndjson', 'b.ndjson', '--lang', 'ja', '--from', 'model.json', '-o', 'out.json']);
    expect(code).toBe(0);
    const [before, after] = [JSON.parse(model), JSON.parse(made())];
    expect(after.learned).toMatchObject({ talks: 20, languages: { ja: 20 }, from: before.learned.gold });
    expect(after.threshold).toBe(before.threshold);
  });

  it('shows what the model learned on top of was worth on the same talks, as eval measures it', async () => {
    const { stderr } = await learning(['gold.ndjson', '--from', 'words.json', '-o', 'out.json']);
    const [, before = ''] = stderr.split('before, by the model learned on top of (which may have seen these talks):\n');
    expect(before.match(/^ {2}(all|en|ja) /gm)).toEqual(['  all ', '  en ', '  ja ']);
    const { stdout } = await command([
      'eval',
      'gold.ndjson',
      '--taxonomy',
      't.yaml',
      '--model',
      'words.json',
      '-f',
      'json',
    ]);
    const { micro, macro, primary } = JSON.parse(stdout).scores;
    expect(before).toContain(`all    micro ${micro.f1.toFixed(3)}  macro ${macro.toFixed(3)}  `);
    expect(before.split('\n')[0]).toContain(`primary ${primary.toFixed(3)}  `);
    expect((await learning(['gold.ndjson', '-o', 'out.json'])).stderr).not.toContain('before');
  });

  it('has no figure where no talk supports one', async () => {
    const talks = GOLD.map((line) => line.replace(/"primary":"[a-z]+"/, '"primary":null')).join('');
    const { stderr } = await learning(['-', '--stdin-filename', 'x.ndjson', '-o', 'out.json'], { stdin: talks });
    expect(stderr).toMatch(/^ {2}all .* primary - {2}untagged \d/m);
    expect(JSON.parse(made()).crossValidated.all).toMatchObject({ primary: null, micro: expect.any(Number) });
  });

  it("learns on top of the model that ships, for a taxonomy of one's own that extends its taxonomy", async () => {
    const { code, stderr } = await command([
      'learn',
      'default.ndjson',
      '--from',
      'default',
      '--taxonomy',
      'ours.yaml',
      '-o',
      'out.json',
    ]);
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining('the model that ships was learned with another state of the taxonomy'),
    ]);
    const after = JSON.parse(made());
    expect(after).toMatchObject({
      taxonomy: { id: 'ours' },
      learned: { talks: 40, from: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(after.words.length).toBeGreaterThan(1000);
    const [talk] = await talks(['発表/crlf.md', '--taxonomy', 'ours.yaml', '--model', 'out.json']);
    expect(talk?.title).toBe('小さな話');
  });

  it.each<[string, readonly string[], string]>([
    ['too few talks', ['few.ndjson'], '19 labelled talks: too few to learn from, 20 are the least.'],
    ['too few in a language', ['few.ndjson', '--lang', 'ja'], '9 labelled talks in ja: too few'],
    ['no path', ['ない.ndjson'], 'ない.ndjson: no such file or folder'],
    ['no practice', ['gold.ndjson', '--practice', 'ない.ndjson'], 'ない.ndjson: no such file or folder'],
    ['stdin twice', ['-', '--practice', '-'], 'standard input ("-") can be read once only.'],
    ['a language that there is not', ['gold.ndjson', '--lang', 'jp'], '--lang: "jp" is none of en, ja, other'],
    ['a model to judge by', ['gold.ndjson', '--model', 'model.json'], "unknown option '--model'"],
    ['an output without a name', ['gold.ndjson', '-o', ''], '--output names no file.'],
    ['the gold as output', ['gold.ndjson', '-o', './gold.ndjson'], './gold.ndjson is an input'],
    [
      'the practice as output',
      ['gold.ndjson', '--practice', 'practice.ndjson', '-o', 'practice.ndjson'],
      'is an input',
    ],
    ['the taxonomy as output', ['gold.ndjson', '-o', 't.yaml'], 't.yaml is an input'],
    [
      'the model before as output',
      ['gold.ndjson', '--from', 'model.json', '-o', 'model.json'],
      'model.json is an input',
    ],
    ['a folder as output', ['gold.ndjson', '-o', '発表'], '発表 cannot be written: it is a folder.'],
    [
      'a folder that is not there',
      ['gold.ndjson', '-o', 'ない/m.json'],
      'ない/m.json cannot be written: its folder does not exist.',
    ],
    ['no model before', ['gold.ndjson', '--from', 'ない.json'], 'the model ない.json cannot be read: no such file.'],
    [
      'the shipped model for other elements',
      ['gold.ndjson', '--from', 'default'],
      'the model that ships does not fit the taxonomy "trial"',
    ],
  ])('refuses %s', async (_, argv, message) => {
    const before = readdirSync(place);
    const { code, stdout, stderr } = await learning(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n +at |internal error/);
    expect(readdirSync(place)).toEqual(before);
    expect(readFileSync(join(place, 'model.json'), 'utf8')).toBe(model);
  });

  it('leaves no file when it is interrupted', async () => {
    const before = readdirSync(place);
    const interrupted = new AbortController();
    const running = learning(['gold.ndjson', '-o', 'out.json'], { signal: interrupted.signal });
    while (!readdirSync(place).some((name) => name.endsWith('.tmp')))
      await new Promise((resolve) => setImmediate(resolve));
    interrupted.abort();
    expect((await running).code).toBe(2);
    expect(readdirSync(place)).toEqual(before);
  });
});

describe('--model', () => {
  const judged = (...argv: string[]) => talks([...argv, '--taxonomy', 't.yaml', '--model', 'words.json']);

  it('shows the words that a tag rests on, as the source writes them and where', async () => {
    const found = (await judged('発表')).map(({ title, source, tags }) => [
      source.path,
      title,
      tags[0]?.id,
      tags[0]?.evidence.find(({ term }) => term === 'ハムスター'),
    ]);
    const word = { term: 'ハムスター', kind: 'word', weight: expect.any(Number) };
    expect(found).toEqual([
      [
        '発表/crlf.md',
        '小さな話',
        'pets',
        { ...word, text: 'ハムスター', field: 'body', line: 6, column: 3, exact: true },
      ],
      ['発表/empty.md', 'スープの話', undefined, undefined],
      [
        '発表/folded.yaml',
        '小さな話',
        'pets',
        { ...word, text: 'ﾊﾑｽﾀｰ', field: 'abstract', line: 3, column: 5, exact: false },
      ],
      [
        '発表/wide.ndjson',
        'notes',
        'pets',
        { ...word, text: 'ﾊﾑｽﾀｰ', field: 'abstract', line: 1, column: 33, exact: true },
      ],
    ]);
  });

  it.each<[string, string]>([
    ['pretty', '「ﾊﾑｽﾀｰ」'],
    ['markdown', 'ﾊﾑｽﾀｰ'],
    ['json', '"kind": "word"'],
  ])('shows them in %s', async (format, shown) => {
    const { code, stdout } = await command(['発表', '--taxonomy', 't.yaml', '--model', 'words.json', '-f', format]);
    expect(code).toBe(0);
    expect(stdout).toContain(shown);
  });

  it('shows them in csv', async () => {
    const { stdout } = await command(['発表', '--taxonomy', 't.yaml', '--model', 'words.json', '-f', 'csv']);
    const rows: readonly Record<string, string>[] = parse(stdout, { columns: true, bom: true });
    expect(rows.map(({ evidence }) => evidence?.includes('ﾊﾑｽﾀｰ'))).toEqual([false, false, true, true]);
  });

  it('shows them in explain, with their share of the log-odds', async () => {
    const { code, stdout } = await command([
      'explain',
      '発表/wide.ndjson',
      '--taxonomy',
      't.yaml',
      '--model',
      'words.json',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ハムスター \(ﾊﾑｽﾀｰ\) \[word\] +line 1 +×1 +\+6.33/);
    expect(stdout).toMatch(/log-odds hits \S+ · beside \S+ · words \+\d/);
  });

  it('gives the old arithmetic without one', async () => {
    const without = await talks(['発表', '--taxonomy', 't.yaml', '--model', 'none']);
    // The model that ships knows elements that this taxonomy has not.
    expect(await talks(['発表', '--taxonomy', 't.yaml'])).toEqual(without);
    expect(without.flatMap(({ tags }) => tags)).toEqual([]);
    const { stdout } = await command(['explain', '発表', '--taxonomy', 't.yaml', '--model', 'none', '-f', 'json']);
    expect(stdout).not.toContain('logOdds');
  });

  it('fits a taxonomy that has more, and the one that ships fits what extends its own', async () => {
    const more = await talks([
      '発表/empty.md',
      '--taxonomy',
      'more.yaml',
      '--model',
      'words.json',
      '--min-confidence',
      '0.01',
    ]);
    expect([...(more[0]?.tags ?? []), ...(more[0]?.near ?? [])].map(({ id }) => id)).toContain('soup');
    const explanations = async (argv: readonly string[]): Promise<unknown> =>
      JSON.parse((await command(['explain', 'a.ndjson', '-f', 'json', ...argv])).stdout).explanations;
    const found = await explanations([]);
    expect(found).toHaveLength(13);
    expect(JSON.stringify(found)).toContain('logOdds');
    expect(await explanations(['--taxonomy', 'ours.yaml'])).toEqual(found);
  });

  it.each([
    ["a model of one's own", ['--taxonomy', 't.yaml', '--model', 'words.json']],
    ['the model that ships', []],
  ])('tags the same with and without threads, as the build does it: %s', (_, argv) => {
    const tagged = (threads: string): string => {
      const words = [join(ROOT, 'bin/mlops-tag.js'), 'many', ...argv, '-f', 'ndjson', '--threads', threads];
      const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: place, encoding: 'utf8' });
      expect(status, stderr).toBe(0);
      return stdout;
    };
    const one = tagged('1');
    expect(one.trimEnd().split('\n')).toHaveLength(320);
    expect(one.match(/"kind":"word"/g)?.length ?? 0).toBe(argv.length === 0 ? 0 : 320);
    expect(tagged('2')).toBe(one);
  });

  it.each<[string, string, string]>([
    ['no file', 'ない.json', 'the model ない.json cannot be read: no such file.'],
    ['a folder', '発表', 'the model 発表 cannot be read: it is a folder.'],
    ['an empty file', 'empty.json', 'empty.json is no JSON: '],
    ['broken JSON', 'half.json', 'half.json is no JSON: '],
    ['NaN', 'nan.json', 'nan.json is no JSON: '],
    ['another schema', 'other.json', 'other.json is no model of mlops-tag (mlops-tag/model@1) at schema: '],
  ])('refuses %s', async (_, file, message) => {
    for (const argv of [['発表'], ['explain', '発表'], ['eval', 'gold.ndjson'], ['learn', 'gold.ndjson']]) {
      const flag = argv[0] === 'learn' ? '--from' : '--model';
      const { code, stdout, stderr } = await command([...argv, '--taxonomy', 't.yaml', flag, file]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`mlops-tag: ${message}`);
      expect(stderr.trimEnd()).not.toContain('\n');
    }
  });

  it('refuses one that was learned for other elements, and says which', async () => {
    const { code, stderr } = await command(['発表', '--taxonomy', 'renamed.yaml', '--model', 'words.json']);
    expect([code, stderr]).toEqual([
      2,
      'mlops-tag: words.json does not fit the taxonomy "trial": it was learned with "small", whose element "drift" is none here. Learn one for it: mlops-tag learn GOLD --taxonomy FILE -o MODEL\n',
    ]);
  });
});
