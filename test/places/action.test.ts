/** The GitHub Action: its shape, and its steps run outside GitHub with the package that others would install. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newRepository, type Repository } from '../support/repository.ts';
import { ROOT } from '../support/run.ts';
import { ACTION, type ActionRun, newRunner, type Runner } from './action-file.ts';
import { type Packed, packed } from './package.ts';

const STEPS = ACTION.runs.steps;
const UNTAGGED = '---\ntitle: データドリフトの検知\nevent: 勉強会\n---\n\n本番のモデルのデータドリフトを検知します。\n';
const TAGGED = UNTAGGED.replace('event:', 'mlops: [drift, model-monitoring]\nevent:');
const ENGLISH =
  '---\ntitle: A feature store in production\nevent: meetup\nmlops: [feature-sotre]\n---\n\nWe built a feature store.\n';

/** Inputs that reach the tool; the folder must be there for a step to start. */
const NAMES = Object.keys(ACTION.inputs).filter((name) => name !== 'package' && name !== 'working-directory');

let place: Packed;
let repository: Repository;
let runner: Runner;

beforeAll(() => {
  place = packed();
  repository = newRepository();
  repository.put('サイト/talks/検知.md', UNTAGGED);
  repository.put('サイト/talks/store.md', ENGLISH);
  repository.put('サイト/talks/済み.md', TAGGED.replace('の検知', 'の話'));
  repository.commit('Talks');
  runner = newRunner(place, repository.root);
});

afterAll(() => {
  repository.remove();
  place.remove();
});

const ran = (inputs: Readonly<Record<string, string>>, event?: Readonly<Record<string, string>>): ActionRun =>
  runner.run(repository.root, inputs, event);
const linesIn = (text: string, start: string): readonly string[] =>
  text.split('\n').filter((line) => line.startsWith(start));

describe('action.yml', () => {
  it('hands every input to a step, and no step asks for another', () => {
    const texts = STEPS.flatMap((step) => [...Object.values(step.env), step['working-directory'] ?? '']);
    const used = texts.flatMap((text) => [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name));
    expect(used.toSorted()).toEqual(Object.keys(ACTION.inputs).toSorted());
  });

  it('puts no expression into a script, which would run what an input says', () => {
    for (const { run } of STEPS) expect(run).not.toContain('${' + '{');
  });

  it('uses every variable that it hands over', () => {
    for (const { env, run } of STEPS)
      for (const name of Object.keys(env)) expect(run).toMatch(new RegExp(`\\$${name}\\b`));
  });

  it('takes its outputs from the step that writes them', () => {
    for (const [name, { value }] of Object.entries(ACTION.outputs))
      expect(value).toBe(`\${{ steps.check.outputs.${name} }}`);
    const [check] = STEPS.filter(({ id }) => id === 'check');
    for (const name of Object.keys(ACTION.outputs)) expect(check?.run).toContain(`${name}=`);
  });

  it('installs the version it comes with', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(ACTION.inputs['package']?.default).toBe(`mlops-tag@${version}`);
  });
});

describe('the steps, run', () => {
  it('fail with findings, annotate them, sum them up and say where the report is', () => {
    const { code, stdout, stderr, summary, outputs } = ran({ 'working-directory': 'サイト', paths: 'talks' });
    expect([code, stderr]).toEqual([1, '']);
    expect(linesIn(stdout, '::error ')).toEqual([
      expect.stringMatching(/^::error file=サイト\/talks\/store\.md,line=4,.*title=unknown-tag::/),
      expect.stringMatching(/^::error file=サイト\/talks\/検知\.md,line=2,.*title=missing-tags::/),
    ]);
    expect(stdout).toContain('3 files, 3 talks: 2 errors');
    expect(summary).toMatch(/^#+ .*2 errors/m);
    expect(outputs).toEqual({ errors: '2', warnings: '0', report: expect.stringMatching(/^\/.*\.json$/) });
    const report = JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8'));
    expect(report).toMatchObject({ schema: 'mlops-tag/check@1', summary: { errors: 2, talks: 3 } });
  });

  it('pass once the talks are mended', () => {
    repository.git('checkout', '--quiet', '-b', 'mended');
    repository.put('サイト/talks/検知.md', TAGGED);
    repository.put('サイト/talks/store.md', ENGLISH.replace('sotre', 'store'));
    const { code, stdout, summary, outputs } = ran({ paths: 'サイト/talks' });
    repository.git('checkout', '--quiet', '--force', 'main');
    expect([code, linesIn(stdout, '::')]).toEqual([0, []]);
    expect(outputs).toMatchObject({ errors: '0', warnings: '0' });
    expect(summary).toContain('3 talks');
  });

  it('look at what a pull request changed, unless told otherwise', () => {
    repository.git('update-ref', 'refs/remotes/origin/main', 'main');
    repository.git('checkout', '--quiet', '-b', 'pull');
    repository.put('サイト/talks/新しい.md', UNTAGGED.replace('の検知', 'を見つける'));
    repository.commit('A talk');
    const event = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' };
    const [changed, all, since] = [ran({}, event), ran({ since: 'none' }, event), ran({ since: 'pull' }, event)];
    repository.git('checkout', '--quiet', 'main');
    expect(linesIn(changed.stdout, '::error ')).toEqual([expect.stringContaining('file=サイト/talks/新しい.md,')]);
    expect([changed, all, since].map(({ code, outputs }) => [code, outputs['errors']])).toEqual([
      [1, '1'],
      [1, '3'],
      [0, '0'],
    ]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, number, string]>([
    ['--fail-on never', { 'fail-on': 'never' }, 0, '2'],
    ['several paths, with spaces and in Japanese', { paths: 'サイト/talks/済み.md\n\nサイト/talks/検知.md\n' }, 1, '1'],
    ['options, one a line', { args: '--rule=missing-tags=off\n--rule\nunknown-tag=warning' }, 0, '0'],
    [
      'more warnings than allowed',
      { args: '--rule=missing-tags=off\n--rule=unknown-tag=warning', 'max-warnings': '0' },
      1,
      '0',
    ],
    ['another folder', { 'working-directory': 'サイト/talks', paths: '済み.md' }, 0, '0'],
  ])('take %s', (_what, inputs, code, errors) => {
    const result = ran(inputs);
    expect([result.code, result.outputs['errors'], result.stderr]).toEqual([code, errors, '']);
  });

  it('write a SARIF report where one is asked for', () => {
    const file = join(place.folder, '報告 one.sarif');
    expect(ran({ 'sarif-file': file }).code).toBe(1);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  it('take a config and a baseline', () => {
    repository.put('設定.yaml', 'include: [サイト/talks]\nrules:\n  unknown-tag: off\n');
    repository.put('既知.json', '{"schema": "mlops-tag/baseline@1", "findings": []}\n');
    const { code, outputs } = ran({ config: '設定.yaml', baseline: '既知.json' });
    expect([code, outputs['errors']]).toEqual([1, '1']);
  });

  it.each([
    ['a config that is not there', { config: 'ない.yaml' }],
    ['a severity that is none', { 'fail-on': 'sometimes' }],
    ['a branch that is none', { since: '--output=x' }],
  ])('end with 2 and no outputs for %s', (_what, inputs) => {
    const { code, outputs, stderr } = ran(inputs);
    expect([code, outputs]).toEqual([2, {}]);
    expect(stderr).toMatch(/^(?:mlops-tag|error): /);
  });

  it.each([
    ['in every input', Object.fromEntries(NAMES.map((name) => [name, '$(touch pwned)`touch pwned`; touch pwned']))],
    ['behind quotes', Object.fromEntries(NAMES.map((name) => [name, `"'; touch pwned; '"`]))],
    ['as options among the paths', { paths: '--write\n--output=pwned\nサイト' }],
  ])('run nothing that stands %s, and write nothing', (_where, inputs) => {
    expect(ran(inputs).code).not.toBe(0);
    expect(existsSync(join(repository.root, 'pwned'))).toBe(false);
    expect(repository.git('status', '--porcelain', '--', 'サイト')).toBe('');
  });

  it('take no option of npm for a package', () => {
    expect(() => newRunner(place, repository.root, '--ignore-scripts=false')).toThrow('the package is not installed');
  });
});
