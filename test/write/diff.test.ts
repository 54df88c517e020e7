/** Patches that git and patch take. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/write/unified-diff.ts';

const folder = mkdtempSync(join(tmpdir(), 'mlops-tag-diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINES = Array.from({ length: 12 }, (_, at) => `${at + 1}行目 モデルの監視`);
const swapped = (eol: string, end = eol): readonly [string, string] => {
  const after = LINES.map((line, at) => (at === 6 ? 'mlops: [drift, 監視]' : line));
  return [LINES.join(eol) + end, after.join(eol) + end];
};

const CASES: readonly (readonly [string, string, readonly [string, string]])[] = [
  ['line feeds', 'talk.md', swapped('\n')],
  ['a name in Japanese', '話.md', swapped('\n')],
  ['a name with blanks', 'a talk 話.md', swapped('\n')],
  ['a name with quotes and a backslash', 'a "b" \\話.md', swapped('\n')],
  ['CRLF', 'talk.md', swapped('\r\n')],
  ['no line feed at the end', 'talk.md', swapped('\n', '')],
  [
    'a change in a last line without a line feed',
    'talk.md',
    ['title: 話\nmlops:\n  - drift', 'title: 話\nmlops:\n  - drift\n  - 監視'],
  ],
  ['a front matter on top', 'talk.md', ['# 監視の話\n', '---\nmlops: [drift]\n---\n\n# 監視の話\n']],
  ['one line that holds all', 'talks.json', ['[{"title":"話"}]', '[{"title":"話","mlops":["drift"]}]']],
];

describe('a patch', () => {
  it('has the names as they are, no time, and three lines around a change', async () => {
    expect(await unifiedDiff('話.md', 'a\nb\nc\nd\ne\n', 'a\nb\nc\nd\nE\n')).toBe(
      '--- a/話.md\n+++ b/話.md\n@@ -2,4 +2,4 @@\n b\n c\n d\n-e\n+E\n',
    );
  });

  it('says where the last line has no line feed', async () => {
    expect(await unifiedDiff('a.md', '監視', '監視\n')).toContain('-監視\n\\ No newline at end of file\n+監視\n');
  });

  it('is nothing where nothing changes', async () => {
    expect(await unifiedDiff('a.md', '監視', '監視')).toBe('');
  });

  for (const [tool, args] of [
    ['git', ['apply', '-p1']],
    ['patch', ['-p1', '--binary', '--quiet']],
  ] as const) {
    it.each(CASES)(`is applied by ${tool}: %s`, async (_name, file, [before, after]) => {
      writeFileSync(join(folder, file), before);
      execFileSync(tool, args, { cwd: folder, input: await unifiedDiff(file, before, after) });
      expect(readFileSync(join(folder, file), 'utf8')).toBe(after);
    });
  }
});
