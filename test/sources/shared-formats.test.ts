/** The real files of ../shared/formats that are structured; skipped where that folder is missing. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isFinding, readTalks } from '../../src/sources/index.ts';
import type { Talk } from '../../src/talk.ts';

const folder = fileURLToPath(new URL('../../../shared/formats/', import.meta.url));

async function talksIn(name: string): Promise<readonly Talk[]> {
  const talks: Talk[] = [];
  for await (const item of readTalks([name], { cwd: folder })) {
    if (isFinding(item)) throw new Error(`${item.code} in ${name}`);
    talks.push(item);
  }
  return talks;
}

describe.skipIf(!existsSync(folder))('structured files of ../shared/formats (skipped where it is missing)', () => {
  it('aiewf2025: spreadsheet keys', async () => {
    const talks = await talksIn('aiewf2025__sessions-spreadsheet-keys.json');
    expect(talks).toHaveLength(271);
    expect(talks[0]).toMatchObject({ id: '902517', title: 'How to Build Trustworthy AI', lang: 'en', track: 'Online' });
    expect(talks.every(({ id }) => /^\d+$/.test(id))).toBe(true);
    expect(new Set(talks.map(({ id }) => id)).size).toBe(271);
    expect(talks.every(({ speakers = [] }) => speakers.every((name) => name.length < 60))).toBe(true);
    expect(talks.filter(({ abstract }) => abstract === undefined).length).toBeGreaterThan(0);
  });

  it('datatalksclub: titles alone', async () => {
    const talks = await talksIn('datatalksclub__data-events_yaml-list-no-abstract.yaml');
    expect(talks).toHaveLength(413);
    expect(talks[0]).toMatchObject({
      title: 'Engineering AI-Powered Data Products',
      date: '2026-08-03',
      extra: { type: 'podcast' },
    });
    // One has a short title beside the title; none is described.
    expect(talks.filter(({ abstract = '', body = '' }) => abstract.length + body.length > 30)).toEqual([]);
    expect(new Set(talks.map(({ id }) => id)).size).toBe(413);
  });

  it('pytexas: keys with spaces, localised values', async () => {
    const talks = await talksIn('pytexas2023__pretalx-export-space-keys.json');
    expect(talks).toHaveLength(18);
    expect(talks[0]).toMatchObject({
      id: '7X79PK',
      title: 'Build your own ChatGPT',
      speakers: ['Lizzie Siegle'],
      lang: 'en',
      date: '2023-04-01',
    });
    expect(talks.every(({ abstract }) => abstract !== undefined)).toBe(true);
  });

  it('cndw2025: literal blocks, numbers as ids', async () => {
    const talks = await talksIn('10_DERIVED_cndw2025_talks.yaml');
    expect(talks.map(({ id }) => id)).toHaveLength(8);
    expect(talks[0]).toMatchObject({ id: '2758', lang: 'ja', source: { line: 2 } });
    expect(
      talks.every(
        ({ id, abstract = '', placements }) =>
          /^\d+$/.test(id) && abstract.length > 100 && placements?.abstract?.exact === true,
      ),
    ).toBe(true);
  });
});
