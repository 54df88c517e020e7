/** `eval` from the command line: what it takes, what it answers, and with which exit code. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evalRecordSchema } from '../../src/schema/eval-record.ts';
import { run } from '../support/run.ts';

let place: string;

interface Line {
  readonly title: string;
  readonly tags: readonly string[];
  readonly text?: string;
  readonly lang?: string;
  readonly second?: readonly string[];
}

const record = ({ title, tags, text, lang, second }: Line, i: number): string =>
  JSON.stringify({
    id: `t${i}`,
    title,
    ...(text === undefined ? {} : { text }),
    ...(lang === undefined ? {} : { lang }),
    gold: { tags, primary: tags[0] ?? null },
    ...(second === undefined ? {} : { second: { tags: second, primary: second[0] ?? null } }),
  });

/** Few words and a known answer for each talk, whatever becomes of the taxonomy that ships. */
const TAXONOMY = `
id: trial
version: 1.0.0
title: {en: Trial, ja: 試し}
concepts:
  - {id: monitoring, prefLabel: {en: Monitoring, ja: 監視}}
  - id: drift
    broader: monitoring
    prefLabel: {en: Data drift, ja: データドリフト}
    altLabel: {en: [{label: Data drift, weight: 5}], ja: [{label: データドリフト, weight: 5}]}
  - {id: development, prefLabel: {en: Development, ja: 開発}}
  - {id: training, broader: development, prefLabel: {en: Model training, ja: モデル学習}}
  - {id: annotation, broader: development, prefLabel: {en: Annotation, ja: アノテーション}}
`;
const DRIFT = 'We detect data drift of the live model.';
const LINES: readonly Line[] = [
  { title: 'Data drift in production', text: DRIFT, tags: ['drift'], lang: 'en' },
  { title: 'データドリフトの検知', text: 'コンセプトドリフトも見る。', tags: ['drift'] },
  { title: 'Data drift | *again*', text: DRIFT, tags: ['training'], lang: 'en' },
  { title: '友人のための料理', text: 'スープを作る。', tags: [] },
  { title: '友人のための料理、続き', text: 'スープを温める。', tags: ['annotation'] },
];

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'mlops-tag-eval-'));
  mkdirSync(join(place, 'talks'));
  mkdirSync(join(place, 'plain'));
  const files: Readonly<Record<string, string>> = {
    't.yaml': TAXONOMY,
    'gold.ndjson': `${LINES.map(record).join('\n')}\n`,
    'second.ndjson': `${LINES.map((line, i) => record(i < 2 ? { ...line, second: ['drift'] } : line, i)).join('\n')}\n`,
    'some.ndjson': `${record(LINES[0] ?? { title: '', tags: [] }, 0)}\n{"id": "x", "title": "ラベルのない発表"}\n`,
    'mistake.ndjson': `${record(LINES[0] ?? { title: '', tags: [] }, 0)}\n{"title": "監視", "gold": {"tags": ["drfit"]}}\n`,
    'hostile.ndjson': `${JSON.stringify({ title: 'drift \u001b[31mred \u202eevil', text: DRIFT, gold: { tags: [] } })}\n`,
    'talks/a.md': `---\ntitle: Data drift in production\nmlops: [drift]\n---\n${DRIFT}\n`,
    'talks/b.md': '---\ntitle: 友人のための料理\nmlops: []\n---\nスープを作る。\n',
    'talks/c.md': '---\ntitle: 何も言わない発表\n---\nスープを作る。\n',
    'plain/a.md': `# Data drift\n\n${DRIFT}\n`,
    'no.json': '{ "schema"',
    'report.json': '{"schema": "mlops-tag/report@1"}',
    'list.json': '[]',
    'half.json': '{"schema": "mlops-tag/eval@1", "talks": "drei"}',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const evaluate = (argv: readonly string[], more = {}) =>
  run(['eval', '--taxonomy', 't.yaml', ...argv], { cwd: place, ...more });
const json = async (argv: readonly string[]) => {
  const { code, stdout, stderr } = await evaluate([...argv, '-f', 'json']);
  expect(code, stderr).toBe(0);
  return evalRecordSchema.parse(JSON.parse(stdout));
};

describe('what is measured', () => {
  it('takes labels of records', async () => {
    const report = await json(['gold.ndjson']);
    // found: drift, drift, drift, nothing, nothing
    expect(report).toMatchObject({
      talks: 5,
      unlabelled: 0,
      scores: {
        micro: { precision: 0.6667, recall: 0.5, f1: 0.5714 },
        untagged: { f1: 0.6667 },
        primary: 0.5,
        talk: 0.6,
      },
      tool: { taxonomy: { id: 'trial' } },
    });
    expect(report.languages.map(({ lang, talks }) => [lang, talks])).toEqual([
      ['en', 2],
      ['ja', 3],
    ]);
    expect(report.confusions.map(({ gold, found, talks }) => [gold, found, talks])).toEqual([
      ['annotation', null, 1],
      ['training', 'drift', 1],
    ]);
    expect(report.confusions[1]?.examples[0]).toMatchObject({ source: { path: 'gold.ndjson', line: 3 } });
    expect(report.confusions[1]?.examples[0]?.words).toContain('Data drift');
    expect(report.furthest.map(({ id }) => id)).toEqual(['t2', 't4']);
  });

  it('takes the declared tags of a folder, and says how many talks have none', async () => {
    const { code, stderr } = await evaluate(['talks']);
    expect([code, stderr]).toEqual([0, '1 talk without labels left out\n']);
    expect(await json(['talks'])).toMatchObject({
      talks: 2,
      unlabelled: 1,
      scores: { micro: { f1: 1 }, untagged: { f1: 1 } },
    });
  });

  it('does not let declared tags put a talk up for review', async () => {
    writeFileSync(
      join(place, 'wrong.md'),
      `---\ntitle: Data drift in production\nmlops: [annotation]\n---\n${DRIFT}\n`,
    );
    expect(await json(['wrong.md'])).toMatchObject({
      status: { review: { talks: 0 }, others: { talks: 1, micro: 0 } },
    });
  });

  it('takes standard input', async () => {
    const { code, stdout } = await evaluate(['-', '-f', 'json'], { stdin: `${LINES.map(record).join('\n')}\n` });
    expect([code, JSON.parse(stdout).talks]).toEqual([0, 5]);
  });

  it('measures the languages asked for alone', async () => {
    expect(await json(['gold.ndjson', '--lang', 'ja'])).toMatchObject({ talks: 3 });
  });

  it('measures at another threshold', async () => {
    expect((await json(['gold.ndjson', '--min-confidence', '0.999'])).support.ece).toBe(0);
  });

  it('shows a second reader beside the tool', async () => {
    const report = await json(['second.ndjson']);
    expect(report.ceiling).toMatchObject({
      talks: 2,
      second: { micro: { f1: 1 }, ece: null },
      tool: { micro: { f1: 1 } },
    });
    const { stdout } = await evaluate(['second.ndjson']);
    expect(stdout).toContain('2nd reader');
    expect(stdout).toContain('2nd reader: on the 2 talks that have one');
  });

  it('tells mistakes in labels and goes on', async () => {
    const { code, stdout, stderr } = await evaluate(['mistake.ndjson']);
    expect(code).toBe(1);
    expect(stderr).toContain('mistake.ndjson:2:');
    expect(stderr).toContain('did you mean "drift"?');
    expect(stdout).toContain('1 labelled talk');
    expect((await evaluate(['mistake.ndjson', '--fail-on', 'never'])).code).toBe(0);
  });

  it('gives the same bytes each time', async () => {
    const [a, b] = [await evaluate(['gold.ndjson', '-f', 'json']), await evaluate(['gold.ndjson', '-f', 'json'])];
    expect(a.stdout).toBe(b.stdout);
  });
});

describe('reports', () => {
  it('writes several at once, whole', async () => {
    const { code, stdout } = await evaluate([
      'gold.ndjson',
      '-f',
      'pretty',
      '-f',
      'json=out.json',
      '-f',
      'markdown=out.md',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^5 labelled talks · trial/);
    expect(evalRecordSchema.parse(JSON.parse(readFileSync(join(place, 'out.json'), 'utf8'))).talks).toBe(5);
    const markdown = readFileSync(join(place, 'out.md'), 'utf8');
    expect(markdown).toContain('| micro F1 | **0.571** |');
    expect(markdown).toContain('Data drift \\| \\*again\\* `gold.ndjson:3`');
  });

  it.each([40, 60, 80])('pretty fits %i columns', async (columns) => {
    const { stdout } = await evaluate(['second.ndjson', '--compare', await earlier()], { isTTY: true, columns });
    const plain = stdout.replaceAll(/\u001b\[[0-9;]*m/g, '');
    expect(plain).toContain('友人のための料理');
    expect(plain.split('\n').filter((line) => stringWidth(line) > columns)).toEqual([]);
  });

  it('lets nothing hostile through', async () => {
    for (const format of ['pretty', 'json', 'markdown'])
      expect((await evaluate(['hostile.ndjson', '-f', format])).stdout).not.toMatch(/[\u001b\u202e]/);
  });
});

async function earlier(): Promise<string> {
  writeFileSync(join(place, 'earlier.json'), (await evaluate(['gold.ndjson', '-f', 'json'])).stdout);
  return 'earlier.json';
}

describe('--compare', () => {
  it('finds nothing changed in the same', async () => {
    const report = await json(['gold.ndjson', '--compare', await earlier()]);
    expect(report.comparison?.figures.map(({ change }) => change)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(report.comparison?.elements).toEqual([]);
  });

  it('says what got better and what worse', async () => {
    const before = JSON.parse(readFileSync(join(place, await earlier()), 'utf8'));
    before.scores.micro.f1 = 0.9;
    before.scores.ece = null;
    for (const element of before.elements) {
      if (element.id === 'drift') element.f1 = 0.5;
      if (element.id === 'training') element.f1 = 0.25;
      if (element.id === 'annotation') element.f1 = 0.125;
    }
    writeFileSync(join(place, 'before.json'), JSON.stringify(before));
    const { comparison } = await json(['gold.ndjson', '--compare', 'before.json']);
    expect(comparison?.figures[0]).toEqual({ figure: 'micro', before: 0.9, now: 0.5714, change: -0.3286 });
    expect(comparison?.figures[6]).not.toHaveProperty('change');
    expect(comparison?.elements).toEqual([
      { id: 'drift', gold: 2, before: 0.5, now: 0.8, change: 0.3 },
      { id: 'annotation', gold: 1, before: 0.125, now: 0, change: -0.125 },
      { id: 'training', gold: 1, before: 0.25, now: 0, change: -0.25 },
    ]);
    const { stdout } = await evaluate(['gold.ndjson', '--compare', 'before.json']);
    expect(stdout).toMatch(/micro F1 +0\.900 +0\.571 +-0\.329/);
    expect(stdout).toMatch(/1 element better[\s\S]*drift +0\.500 +0\.800 +\+0\.300/);
    expect(stdout).toMatch(/2 elements worse[\s\S]*training[\s\S]*annotation/);
  });
});

describe('limits', () => {
  it.each<[string, readonly string[], number, string]>([
    ['kept', ['--min', 'micro=0.5', '--min', 'talk=0.6,parts=0.5', '--max', 'ece=1'], 0, ''],
    ['not kept', ['--min', 'micro=0.7', '--min', 'talk=0.6'], 1, 'micro F1 is 0.5714, below --min micro=0.7\n'],
    ['an error too high', ['--max', 'ece=0'], 1, 'above --max ece=0\n'],
  ])('%s', async (_, argv, code, message) => {
    const result = await evaluate(['gold.ndjson', ...argv]);
    expect([result.code, result.stderr.slice(-message.length || undefined)]).toEqual([code, message]);
    expect(result.stdout).toContain('5 labelled talks');
  });

  it('cannot be kept where nothing was measured', async () => {
    const { code, stderr } = await evaluate(['gold.ndjson', '--min-confidence', '0.999', '--max', 'ece=0.5']);
    expect([code, stderr]).toEqual([1, 'ECE could not be measured: no tag was found (--max ece=0.5)\n']);
  });
});

describe('wrong usage', () => {
  it.each<[string, readonly string[], string]>([
    ['an unknown figure', ['gold.ndjson', '--min', 'mikro=0.7'], 'there is no figure "mikro" (did you mean "micro"?)'],
    ['an error from below', ['gold.ndjson', '--min', 'ece=0.1'], 'write --max ece=NUMBER'],
    ['a figure from above', ['gold.ndjson', '--max', 'micro=0.1'], 'write --min micro=NUMBER'],
    ['no number', ['gold.ndjson', '--min', 'micro'], 'write --min micro=NUMBER'],
    ['no fraction', ['gold.ndjson', '--min', 'micro=70'], 'between 0 and 1'],
    ['an unknown format', ['gold.ndjson', '-f', 'csv'], 'There is no format "csv"'],
    ['a report over its input', ['gold.ndjson', '-o', 'gold.ndjson'], 'gold.ndjson is an input'],
    ['an unknown language', ['gold.ndjson', '--lang', 'jp'], '--lang: "jp" is none of en, ja, other'],
    ['no labelled talk', ['plain'], 'nothing to measure on: 1 talk, none of them labelled'],
    ['no labelled talk in the language', ['talks', '--lang', 'other'], 'nothing to measure on: 0 talks in other'],
    ['an empty limit', ['gold.ndjson', '--min', ''], 'It takes NAME=NUMBER'],
    ['an empty limit among others', ['gold.ndjson', '--max', 'ece=0.9,'], 'It takes NAME=NUMBER'],
    ['an empty name to compare with', ['gold.ndjson', '--compare', ''], '--compare names no file'],
    [
      'no file to compare with',
      ['gold.ndjson', '--compare', '無い.json'],
      '--compare 無い.json cannot be read: no such file',
    ],
    [
      'a folder to compare with',
      ['gold.ndjson', '--compare', 'talks'],
      '--compare talks cannot be read: it is a folder',
    ],
    ['broken JSON', ['gold.ndjson', '--compare', 'no.json'], '--compare no.json is no JSON'],
    ['a report of tag', ['gold.ndjson', '--compare', 'report.json'], 'its schema is "mlops-tag/report@1"'],
    ['any JSON', ['gold.ndjson', '--compare', 'list.json'], 'it has no "schema"'],
    ['half a report', ['gold.ndjson', '--compare', 'half.json'], '--compare half.json: tool: '],
  ])('%s', async (_, argv, message) => {
    const { code, stdout, stderr } = await evaluate(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('internal error');
  });
});
