/** `taxonomy stats` from the command line to its reports, over the fixtures. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/width.ts';
import { run } from '../support/run.ts';

const SMALL = ['--taxonomy', 'test/taxonomy/cases/clean/taxonomy.yaml'];
const stats = (...argv: readonly string[]) => run(['taxonomy', 'stats', ...argv]);

interface Row {
  readonly concept: string;
  readonly label: string;
  readonly talks: number;
  readonly alone: number;
  readonly withOthers: number;
}

interface Stats {
  readonly taxonomy: string;
  readonly talks: number;
  readonly labels: readonly Row[];
  readonly never: readonly Row[];
  readonly common: readonly Row[];
}

async function statsOf(...argv: readonly string[]): Promise<Stats> {
  return JSON.parse((await stats(...argv, '--format', 'json')).stdout);
}

describe('taxonomy stats', () => {
  it('counts the talks that tag reads, by labels of which each is somewhere', async () => {
    const { summary } = JSON.parse((await run(['fixtures', '--format', 'json'])).stdout);
    const { taxonomy, talks, labels, never, common } = await statsOf('fixtures');
    expect([taxonomy, talks]).toEqual(['which-part', summary.talks]);
    expect(labels.filter((row) => row.talks === 0)).toEqual(never);
    expect(labels.filter((row) => row.talks > 0.4 * talks)).toEqual(common);
    for (const row of labels) expect(row.alone + row.withOthers).toBe(row.talks);
    expect(labels.find(({ label }) => label === 'データドリフト')?.talks).toBeGreaterThan(0);
  });

  it('gives the same numbers as CSV', async () => {
    const { labels } = await statsOf('fixtures', '--only', 'monitoring');
    const { code, stdout } = await stats('fixtures', '--only', 'monitoring', '--format', 'csv');
    expect(code).toBe(0);
    const [head, ...rows]: string[][] = parse(stdout);
    expect(head).toEqual(['concept', 'label', 'lang', 'role', 'talks', 'alone', 'with_others']);
    expect(rows.map((row) => [row[0], ...row.slice(4).map(Number)])).toEqual(
      labels.map(({ concept, talks, alone, withOthers }) => [concept, talks, alone, withOthers]),
    );
    expect(new Set(rows.map(([concept]) => concept))).toContain('drift');
    expect(new Set(rows.map(([concept]) => concept))).not.toContain('annotation');
  });

  it('is a table of at most 80 columns for people', async () => {
    const { code, stdout, stderr } = await stats('fixtures', ...SMALL);
    const { talks, labels, never } = await statsOf('fixtures', ...SMALL);
    expect([code, stderr]).toEqual([0, '']);
    const [first, ...lines] = stdout.split('\n');
    expect(first).toBe(
      `small: ${labels.length} labels on ${talks} talks; ${labels.length - never.length} match, ${never.length} never do`,
    );
    for (const { label, ...row } of labels.filter((one) => one.talks > 0)) {
      const [numbers] = lines.flatMap((line) => (line.startsWith(`  ${label} `) ? [line.trim().split(/ +/)] : []));
      expect(numbers?.slice(-3).map(Number)).toEqual([row.talks, row.alone, row.withOthers]);
    }
    for (const { label } of never) expect(stdout.slice(stdout.indexOf('never match'))).toContain(label);
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  });

  it.each<[string, readonly string[], number, string]>([
    ['a concept that there is not', ['fixtures', '--only', 'drfit'], 2, 'did you mean "drift"'],
    ['a path that is not there', ['無い.md'], 2, '無い.md: no such file'],
    ['a path that is not there among others', ['fixtures/plain-text', '無い.md'], 1, '無い.md'],
  ])('says what is wrong: %s', async (_, argv, exitCode, message) => {
    const { code, stderr } = await stats(...argv);
    expect([code, stderr]).toEqual([exitCode, expect.stringContaining(message)]);
  });
});
