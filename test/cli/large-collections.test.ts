/** The ways past one machine that docs/large-collections.md shows, against one process, byte for byte. Needs the build, which `npm test` makes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/run.ts';

const BIN = join(ROOT, 'bin/mlops-tag.js');
const SCRIPTS = join(ROOT, 'docs/large-collections');
const FORMATS = ['json', 'csv', 'markdown', 'html', 'svg'];
const hasParallel = /^GNU parallel/.test(spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout ?? '');

const TEXTS = [
  ['Data drift', 'We monitor data drift of models in production with Evidently.'],
  ['特徴量ストア', '特徴量ストアを Feast で作り、推論の遅延を減らした話。'],
  ['監視の話', 'モデルの監視とデータドリフトの検知。'],
  ['Kubeflow pipelines', 'Training pipelines on Kubeflow, and a model registry.'],
  ['昼食', ''],
];
const TALKS = Array.from({ length: 60 }, (_, index) => {
  const [title = '', abstract = ''] = TEXTS[index % TEXTS.length] ?? [];
  const event = index % 3 === 0 ? '監視の会' : 'OpML';
  return JSON.stringify({ id: `発表-${index}`, title: `${title} ${index}`, abstract, event, year: 2019 + (index % 4) });
});

let place: string;
let expected: readonly string[];

const reports = (name: string): readonly string[] => FORMATS.map((format) => `${format}=${name}.${format}`);
const written = (name: string): readonly string[] =>
  FORMATS.map((format) => readFileSync(join(place, `${name}.${format}`), 'utf8'));
const environment = () => ({
  ...process.env,
  PATH: `${join(place, 'bin')}${delimiter}${process.env['PATH']}`,
  HOME: place,
  PARALLEL: '--block 2k --will-cite',
});
const tool = (argv: readonly string[], input = ''): string =>
  execFileSync(process.execPath, [BIN, ...argv], { cwd: place, encoding: 'utf8', input, stdio: 'pipe' });
const counted = (name: string, input: string): readonly string[] => {
  tool(['coverage', '-', '--by', 'event', ...reports(name).flatMap((report) => ['-f', report])], input);
  return written(name);
};

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'mlops-tag-large-'));
  mkdirSync(join(place, 'bin'));
  writeFileSync(join(place, 'bin/mlops-tag'), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
  chmodSync(join(place, 'bin/mlops-tag'), 0o755);
  writeFileSync(join(place, 'talks.ndjson'), `${TALKS.join('\n')}\n`);
  expected = counted('one', tool(['talks.ndjson', '--format', 'ndjson']));
}, 60_000);

afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('the same counts as one process', () => {
  it('are those of talks that were never records', () => {
    const argv = reports('raw').flatMap((report) => ['-f', report]);
    tool(['coverage', 'talks.ndjson', '--by', 'event', ...argv]);
    expect(written('raw')).toEqual(expected);
  }, 60_000);

  it('come of two jobs of GNU parallel', (context) => {
    if (!hasParallel) context.skip('GNU parallel is not installed');
    const script = join(SCRIPTS, 'parallel.sh');
    execFileSync('bash', [script, 'talks.ndjson', ...reports('parallel')], {
      cwd: place,
      env: environment(),
      stdio: 'pipe',
    });
    expect(written('parallel')).toEqual(expected);
  }, 60_000);

  it('come of the command of the Spark script, partition by partition', () => {
    const command = /^TAG = "(.*)"$/m.exec(readFileSync(join(SCRIPTS, 'spark_pipe.py'), 'utf8'))?.[1] ?? '';
    const [name, ...argv] = command.split(' ');
    expect(name).toBe('mlops-tag');
    const partitions = [TALKS.slice(40), [], TALKS.slice(0, 7), TALKS.slice(7, 40)];
    const lines = partitions.flatMap((partition) =>
      tool(argv, partition.map((line) => `${line}\n`).join(''))
        .split('\n')
        .filter((line) => line !== ''),
    );
    expect(lines).toHaveLength(TALKS.length);
    expect(counted('spark', lines.map((line) => `${line}\n`).join(''))).toEqual(expected);
  }, 60_000);
});
