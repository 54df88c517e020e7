/** `taxonomy list`, `show` and `test` as a user types them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runTaxonomy } from './run.ts';

const CLEAN = join(import.meta.dirname, 'cases/clean');
const OWN = ['--taxonomy', 'taxonomy.yaml'];

describe('taxonomy commands', () => {
  it.each([
    ['list', ['list', ...OWN]],
    ['list as JSON', ['list', ...OWN, '--format', 'json']],
    ['show by id', ['show', 'drift', ...OWN]],
    ['show by a label', ['show', 'データ ドリフト', ...OWN]],
    ['show as JSON', ['show', 'monitoring', ...OWN, '--format', 'json']],
    ['show, a wrong id', ['show', 'drfit', ...OWN]],
    ['show, a wrong label', ['show', 'ドリフトト', ...OWN]],
    ['test', ['test', 'taxonomy.yaml']],
    ['test as JSON', ['test', 'taxonomy.yaml', '--format', 'json']],
    ['validate as JSON', ['validate', 'taxonomy.yaml', '--format', 'json']],
    ['validate, no such file', ['validate', 'タクソノミー.yaml']],
    ['test, no such file', ['test', 'missing.yaml']],
  ])('%s', async (_, argv) => {
    expect(await runTaxonomy(argv, CLEAN)).toMatchSnapshot();
  });

  it.each([
    ['error', 0],
    ['warning', 1],
    ['never', 0],
  ])('--fail-on %s exits %i for a warning', async (level, exitCode) => {
    const folder = join(import.meta.dirname, 'cases/include-twice');
    expect((await runTaxonomy(['validate', 'a.yaml', '--fail-on', 'never'], folder)).exitCode).toBe(0);
    const lone = join(import.meta.dirname, 'cases/lone-warning');
    expect((await runTaxonomy(['validate', 'taxonomy.yaml', '--fail-on', level], lone)).exitCode).toBe(exitCode);
  });

  it('shows every failed example with its place and exits 1', async () => {
    const { stdout, exitCode } = await runTaxonomy(
      ['test', 'taxonomy.yaml'],
      join(import.meta.dirname, 'cases/failing-examples'),
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain('taxonomy.yaml:9:22 failed drift examples.ja 1');
    expect(stdout).toContain('small: 2 examples (en 1, ja 1), 2 failed');
  });

  it('writes --output whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mlops-tag-'));
    const file = join(folder, '一覧.json');
    const { stdout } = await runTaxonomy(['list', ...OWN, '--format', 'json', '--output', file], CLEAN);
    expect(stdout).toBe('');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      id: 'small',
      parts: [{ id: 'monitoring', narrower: [{ id: 'drift' }] }],
    });
    rmSync(folder, { recursive: true });
  });
});
