/** --help of every command fits a terminal. */
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/width.ts';
import { run } from '../support/run.ts';

describe('--help', () => {
  it.each([
    [],
    ['tag'],
    ['explain'],
    ['eval'],
    ['taxonomy'],
    ['taxonomy', 'list'],
    ['taxonomy', 'show'],
    ['taxonomy', 'validate'],
    ['taxonomy', 'test'],
    ['taxonomy', 'stats'],
    ['completion'],
  ])('fits into 80 columns, with examples: %s %s', async (...words) => {
    const { stdout } = await run([...words, '--help']);
    expect(stdout).toMatch(/^Examples?:$/m);
    expect(stdout.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
  });
});
