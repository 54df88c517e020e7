/** What an unknown label most likely meant is looked for only as long as findings are told. */
import { expect, it, vi } from 'vitest';
import { goldOf } from '../../src/evaluate/gold.ts';
import { nearest } from '../../src/nearest.ts';
import { isFinding } from '../../src/sources/document.ts';
import type { ReadEvent } from '../../src/sources/read.ts';
import { loadTaxonomy } from '../../src/taxonomy/load.ts';
import { read } from '../sources/read-support.ts';

vi.mock('../../src/nearest.ts', { spy: true });

const taxonomy = await loadTaxonomy(undefined, { cwd: import.meta.dirname });
const tags = Array.from({ length: 300 }, (_, i) => `炊飯-${i}`);

it.each<[string, readonly unknown[]]>([
  ['one record', [{ gold: { tags } }]],
  ['two kinds of labels', [{ gold: { tags: tags.slice(0, 60) }, second: { tags } }]],
  ['declared tags', [{ mlops: tags }]],
  ['many records', tags.map((tag) => ({ gold: { tags: [tag] } }))],
])('in %s', async (_, labels) => {
  const content = labels.map((one) => JSON.stringify({ title: '監視', ...Object(one) })).join('\n');
  const { talks } = await read('a.ndjson', content, { origins: true });
  vi.mocked(nearest).mockClear();
  let told = 0;
  for await (const event of goldOf(each(talks), taxonomy)) told += isFinding(event) ? 1 : 0;
  expect([told, vi.mocked(nearest).mock.calls.length]).toEqual([100, 100]);
});

async function* each(talks: readonly ReadEvent[]): AsyncGenerator<ReadEvent> {
  yield* talks;
}
