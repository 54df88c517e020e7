/** A source that says one id again and again is told so a hundred times, and then how often it still did. */
import { describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';

const records = (count: number): string =>
  Array.from({ length: count }, () =>
    JSON.stringify({ id: '監視', title: 'データドリフト', text: 'drift', gold: { tags: ['drift'], primary: 'drift' } }),
  ).join('\n');

describe.each([
  ['tag', '-', '--format', 'ndjson'],
  ['eval', '-', '--format', 'json'],
])('%s', (...argv) => {
  it.each([
    [101, '100 warnings', false],
    [350, '101 warnings', true],
  ])('of %i talks with one id', async (count, total, isCounted) => {
    const { code, stderr } = await run([...argv, '--stdin-filename', 'a.ndjson'], { stdin: records(count) });
    expect([code, stderr.match(/\[duplicate-id\]/g)?.length]).toEqual([0, 100]);
    expect(stderr).toContain(total);
    const rest = /a\.ndjson:102 +warning +from here on 249 more talks have the id of another \[more-duplicate-ids\]/;
    expect(rest.test(stderr)).toBe(isCounted);
  });
});
