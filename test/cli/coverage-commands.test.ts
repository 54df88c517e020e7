/** Names that the machines which read logs would take for commands are none in the reports of `coverage`. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DRIFT, type Folder, ndjson, newFolder } from './coverage-support.ts';

let folder: Folder;

beforeAll(() => {
  const names = ['::warning::監視', '::add-mask::x', '##[error]会', '##vso[task.complete]会', '普通の会'];
  folder = newFolder({
    'talks.ndjson': ndjson(
      names.map((event, i) => ({ id: `t${i}`, title: event, text: DRIFT, event, organisations: [event] })),
    ),
  });
});

afterAll(() => folder.remove());

it.each(['pretty', 'csv', 'csv-wide', 'markdown', 'map', 'svg', 'json'])('%s', async (format) => {
  const argv = ['talks.ndjson', '--by', 'event', '--gaps', '--organisations', '--title', '::error::題', '-f', format];
  const { code, stdout } = await folder.coverage(argv);
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/^\s*::|##\w*\[/m);
});

it('CSV and JSON keep the names', async () => {
  const { stdout } = await folder.coverage(['talks.ndjson', '--by', 'event', '-f', 'csv-wide']);
  expect(stdout).toMatch(/^"::warning::監視",,1,/m);
  const json = await folder.coverage(['talks.ndjson', '--by', 'event', '-f', 'json']);
  expect(JSON.parse(json.stdout).groups.map(({ key }: { key: string }) => key)).toContain('##[error]会');
});
