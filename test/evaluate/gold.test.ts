/** Labels read from records and from declared tags, with the mistakes in them told at their place. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GoldTalk, goldOf, goldTalks, isGold, isUnlabelled } from '../../src/evaluate/gold.ts';
import { messageOf, severityOf, toFindingRecord } from '../../src/findings.ts';
import type { PipelineOptions } from '../../src/pipeline.ts';
import { isFinding } from '../../src/sources/document.ts';
import { loadTaxonomy } from '../../src/taxonomy/load.ts';
import { read } from '../sources/read-support.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'mlops-tag-gold-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

async function gold(files: Readonly<Record<string, string>>, more: Partial<PipelineOptions> = {}) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), text);
  }
  const options = { cwd: place, stdin: async function* () {}, read: {}, classify: {}, ...more };
  const talks: GoldTalk[] = [];
  const unlabelled: string[] = [];
  const findings: string[] = [];
  const codes: string[] = [];
  for await (const event of goldTalks(Object.keys(files), options)) {
    if (isFinding(event)) {
      const { path, line, column } = toFindingRecord(event);
      findings.push(`${path}:${line}:${column} ${severityOf(event)} ${messageOf(event)}`);
      codes.push(event.code);
    } else if (isGold(event)) talks.push(event);
    else if (isUnlabelled(event)) unlabelled.push(event.unlabelled.title);
  }
  return { talks, unlabelled, findings, codes };
}

const LINE = { title: 'ドリフトの検知', text: '入力の分布を見る。' };
const ndjson = (...records: readonly unknown[]) => `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;

describe('labels of a record', () => {
  it.each<[string, unknown, GoldTalk['gold']]>([
    [
      'tags and primary',
      { tags: ['drift', 'training'], primary: 'drift' },
      { tags: ['drift', 'training'], primary: 'drift' },
    ],
    ['nothing', { tags: [], primary: null }, { tags: [], primary: null }],
    ['no primary', { tags: ['drift'] }, { tags: ['drift'], primary: null }],
    ['a tag twice', { tags: ['drift', 'drift'], primary: null }, { tags: ['drift'], primary: null }],
    [
      'a Japanese label',
      { tags: ['データドリフト・コンセプトドリフト'], primary: 'drift' },
      { tags: ['drift'], primary: 'drift' },
    ],
    ['keys beside them', { tags: [], primary: null, by: '誰か' }, { tags: [], primary: null }],
  ])('are %s', async (_, given, expected) => {
    const { talks, findings } = await gold({ 'a.ndjson': ndjson({ ...LINE, gold: given }) });
    expect(findings).toEqual([]);
    expect(talks.map((talk) => talk.gold)).toEqual([expected]);
    expect(talks[0]).not.toHaveProperty('second');
  });

  it.each<[string, string, string]>([
    ['a.json', '[{"title": "監視", "gold": {"tags": ["drift"], "primary": "drift"}}]', 'drift'],
    ['a.yaml', 'title: 監視\ngold:\n  tags: [drift]\n  primary: drift\n', 'drift'],
    ['a.md', '---\ntitle: 監視\ngold:\n  tags: [drift]\n  primary: drift\n---\n本文\n', 'drift'],
  ])('stand in %s too', async (name, text, primary) => {
    const { talks } = await gold({ [name]: text });
    expect(talks.map((talk) => talk.gold.primary)).toEqual([primary]);
  });

  it('come with those of a second reader', async () => {
    const { talks } = await gold({
      'a.ndjson': ndjson({ ...LINE, gold: { tags: ['drift'], primary: 'drift' }, second: { tags: [], primary: null } }),
    });
    expect(talks[0]?.second).toEqual({ tags: [], primary: null });
  });

  it('win over declared tags', async () => {
    const { talks } = await gold({ 'a.ndjson': ndjson({ ...LINE, mlops: ['drift'], gold: { tags: [] } }) });
    expect(talks[0]?.gold.tags).toEqual([]);
  });
});

describe('mistakes in labels', () => {
  const line = (value: unknown) => ndjson(LINE, { title: '監視', gold: value });
  it.each<[string, string, string, string]>([
    ['no tags', 'a.ndjson', line({ primary: 'drift' }), 'a.ndjson:2:22 error gold is no labels'],
    ['text', 'a.ndjson', line('sponsor'), 'a.ndjson:2:23 error gold is no labels'],
    [
      'a primary that is no tag',
      'a.ndjson',
      line({ tags: ['drift'], primary: 'training' }),
      'a.ndjson:2:51 error gold: the primary "training" is not among the tags',
    ],
    [
      'an unknown primary',
      'a.ndjson',
      line({ tags: ['drift'], primary: '炊飯' }),
      'a.ndjson:2:51 error gold: the primary "炊飯"',
    ],
    [
      'an unknown id',
      'a.ndjson',
      line({ tags: ['drift', 'trainig'], primary: 'drift' }),
      'a.ndjson:2:40 error gold: the taxonomy has no element "trainig" (did you mean "training"?)',
    ],
    [
      'the id of a part',
      'a.yaml',
      'title: 監視\ngold:\n  tags:\n    - monitoring\n',
      'a.yaml:4:7 error gold: the taxonomy has no element "monitoring"',
    ],
  ])('%s', async (_, name, text, finding) => {
    const { talks, findings, unlabelled } = await gold({ [name]: text });
    expect(findings.map((one) => one.slice(0, finding.length))).toEqual([finding]);
    expect(talks).toEqual([]);
    expect(unlabelled).toContain('監視');
  });

  it('in those of the second reader leave the gold alone', async () => {
    const { talks, codes } = await gold({
      'a.ndjson': ndjson({ ...LINE, gold: { tags: [] }, second: { tags: 'drift' } }),
    });
    expect(codes).toEqual(['label-shape']);
    expect(talks.map(({ gold, second }) => [gold.tags, second])).toEqual([[[], undefined]]);
  });

  it('are told a hundred times a file at most', async () => {
    const records = Array.from({ length: 130 }, (_, i) => ({ title: `発表${i}`, gold: 1 }));
    const { findings, codes } = await gold({
      'a.ndjson': ndjson(...records),
      'b.ndjson': ndjson(...records.slice(0, 3)),
    });
    expect(codes.filter((code) => code === 'label-shape')).toHaveLength(103);
    expect(findings).toContain('a.ndjson:undefined:undefined error 30 more findings are left out');
  });
});

describe('declared tags', () => {
  const front = (mlops: string) => `---\ntitle: 監視\n${mlops}---\n本文がここに続きます。\n`;
  it.each<[string, string, GoldTalk['gold'] | undefined, readonly string[]]>([
    [
      'ids, the first the primary',
      'mlops: [training, drift]\n',
      { tags: ['training', 'drift'], primary: 'training' },
      [],
    ],
    ['labels', 'mlops: データドリフト・コンセプトドリフト\n', { tags: ['drift'], primary: 'drift' }, []],
    ['an empty list', 'mlops: []\n', { tags: [], primary: null }, []],
    ['nothing', '', undefined, []],
    ['a key with nothing', 'mlops:\n', undefined, []],
    [
      'a part alone',
      'mlops: [monitoring]\n',
      undefined,
      ['a.md:3:9 warning declares the part "monitoring" and no element'],
    ],
    ['a part with its element', 'mlops: [monitoring, drift]\n', { tags: ['drift'], primary: 'drift' }, []],
    [
      'a part with the element of another',
      'mlops:\n  - training\n  - monitoring\n',
      { tags: ['training'], primary: 'training' },
      ['a.md:5:5 warning declares the part "monitoring"'],
    ],
    [
      'an unknown one among others',
      'mlops: [drift, 炊飯, trainig]\n',
      { tags: ['drift'], primary: 'drift' },
      [
        'a.md:3:16 warning declares "炊飯", which names no element',
        'a.md:3:20 warning declares "trainig", which names no element of the taxonomy (did you mean "training"?)',
      ],
    ],
    ['unknown ones alone', 'mlops: [炊飯]\n', undefined, ['a.md:3:9 warning declares "炊飯"']],
  ])('%s', async (_, mlops, expected, told) => {
    const { talks, findings, unlabelled } = await gold({ 'a.md': front(mlops) });
    expect(talks.map((talk) => talk.gold)).toEqual(expected === undefined ? [] : [expected]);
    expect(unlabelled).toEqual(expected === undefined ? ['監視'] : []);
    expect(findings.map((one, i) => one.slice(0, told[i]?.length))).toEqual(told);
  });
});

it('reads labels only where it is asked for them', async () => {
  const content = ndjson({ ...LINE, gold: { tags: ['drift'] }, second: { tags: ['drift'] }, mlops: ['drift'] });
  const plain = await read('a.ndjson', content);
  expect(plain.talks[0]).not.toHaveProperty('origin');
  expect(JSON.stringify(plain.talks[0]?.extra ?? {})).not.toContain('drift');
  const asked = await read('a.ndjson', content, { origins: true });
  expect(asked.talks[0]?.origin?.value(['gold'])?.value).toEqual({ tags: ['drift'] });
});

it('follows a deprecated element to the one that replaced it', async () => {
  const taxonomy =
    'id: t\nversion: 1.0.0\ntitle: {en: T, ja: 題}\nconcepts:\n  - {id: p, prefLabel: {en: Part, ja: 部}}\n  - {id: new, broader: p, prefLabel: {en: Fresh, ja: 新しい}}\n  - {id: old, broader: p, deprecated: true, replacedBy: new, prefLabel: {en: Stale, ja: 古い}}\n';
  writeFileSync(join(place, 't.yaml'), taxonomy);
  const { talks } = await gold({ 'a.yaml': 'title: 監視\nmlops: [old]\n' }, { taxonomy: 't.yaml' });
  expect(talks[0]?.gold).toEqual({ tags: ['new'], primary: 'new' });
});

it('takes whatever stands under the keys without failing', async () => {
  const taxonomy = await loadTaxonomy(undefined, { cwd: place });
  await fc.assert(
    fc.asyncProperty(fc.json(), fc.json(), fc.json(), async (first, second, declared) => {
      const content = `{"title": "監視", "gold": ${first}, "second": ${second}, "mlops": ${declared}}\n`;
      const { talks } = await read('a.ndjson', content, { origins: true });
      const events = [];
      for await (const event of goldOf(each(talks), taxonomy)) events.push(event);
      expect(events.filter((event) => isGold(event) || isUnlabelled(event))).toHaveLength(1);
    }),
    { numRuns: 200 },
  );
});

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
