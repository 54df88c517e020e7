/** Where declared, excluded and locking values stand, in every notation; and the facts that rules across files get. */
import { describe, expect, it } from 'vitest';
import { FileChecker } from '../../src/check/file.ts';
import type { CheckedFile, Span } from '../../src/check/types.ts';
import { createClassifier } from '../../src/classify/index.ts';
import { taxonomyOf } from '../support/taxonomy.ts';

const CLASSIFIER = createClassifier(taxonomyOf({ monitoring: { drift: ['data drift', 'データドリフト'] } }), {});

async function checked(path: string, text: string, key = 'mlops'): Promise<CheckedFile> {
  const settings = { declared: { key, as: 'id' as const }, suggest: 0.8, maxTags: 6, hashes: true };
  const bytes = new TextEncoder().encode(text);
  return new FileChecker(CLASSIFIER, settings, {}).bytes({ path, file: path, named: true }, bytes);
}

/** What of the text the span covers. */
function covered(text: string, { line, column, endLine, endColumn }: Span): string {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  expect(endLine).toBe(line);
  return (lines[line - 1] ?? '').slice(column - 1, endColumn - 1);
}

const front = (declared: string): string => `---\ntitle: 題\n${declared}\n---\n\n本文。\n`;
const toml = (declared: string): string => `+++\ntitle = "題"\n${declared}\n+++\n\n本文。\n`;

/** Every source declares 甲 and 乙丙, which are no tags: both are found where they stand. */
const SOURCES: Readonly<Record<string, readonly [path: string, text: string, key?: string]>> = {
  'a flow list': ['題.md', front('mlops: [甲, 乙丙]')],
  'a flow list over lines': ['題.md', front('mlops: [\n  甲,   # 一\n  乙丙\n]')],
  'a block list': ['題.md', front('mlops:\n  - 甲\n  - 乙丙 # 二')],
  'a text with commas': ['題.md', front('mlops: 甲,  乙丙')],
  'a text with Japanese commas': ['題.md', front('mlops: 甲、乙丙')],
  'a quoted text with commas': ['題.md', front('mlops: "甲 ，乙丙"')],
  'empty ones between them': ['題.md', front('mlops: ", 甲,, 乙丙,"')],
  CRLF: ['題.md', front('mlops:\n- 甲\n- 乙丙').replaceAll('\n', '\r\n')],
  'CR alone': ['題.md', front('mlops:\n- 甲\n- 乙丙').replaceAll('\n', '\r')],
  'a byte order mark': ['題.md', `\ufeff${front('mlops: [甲, 乙丙]')}`],
  'another key': ['題.md', front('taxonomies:\n  topic: [甲, 乙丙]'), 'taxonomies.topic'],
  'a wide character before them': ['題.md', front('note: {👩‍💻: 図, mlops: [甲, 乙丙]}'), 'note.mlops'],
  TOML: ['題.md', toml('mlops = [甲, 乙丙]'.replace('甲', '"甲"').replace('乙丙', "'乙丙'"))],
  'TOML over lines': ['題.md', toml('mlops = [\n  "甲", # 一\n  "乙丙",\n]')],
  'TOML with a text': ['題.md', toml('mlops = "甲, 乙丙"')],
  YAML: ['題.yaml', '- title: 題\n  mlops: [甲, 乙丙]\n'],
  JSON: ['題.json', '[{"title": "題", "mlops": ["甲",\n  "乙丙"]}]\n'],
  'JSON on one line': ['題.json', '{"talks":[{"mlops":["甲","乙丙"],"title":"題"}]}'],
  NDJSON: ['題.ndjson', '{"title": "前"}\n{"title": "題", "mlops": ["甲", "乙丙"]}\n'],
};

describe('declared values stand where they are written', () => {
  it.each(Object.entries(SOURCES))('%s', async (_name, [path, text, key]) => {
    const { findings } = await checked(path, text, key);
    const unknown = findings.filter(({ rule }) => rule === 'unknown-tag');
    expect(unknown.map(({ tag }) => tag)).toEqual(['甲', '乙丙']);
    expect(unknown.map((finding) => covered(text, finding))).toEqual(['甲', '乙丙']);
  });

  it.each<readonly [name: string, declared: string, shown: string]>([
    ['quotes', 'mlops: ["甲"]', '甲'],
    ['single quotes', "mlops: ['甲']", '甲'],
    ['quotes in a block list', 'mlops:\n  - "甲"', '甲'],
    ['a number', 'mlops: [2024]', '2024'],
    ['an escape, which begins there', 'mlops: ["\\u7532"]', '\\'],
  ])('in %s', async (_name, declared, shown) => {
    const text = front(declared);
    const { findings } = await checked('題.md', text);
    const [first, ...more] = findings.filter(({ rule }) => rule === 'unknown-tag');
    expect(more).toEqual([]);
    expect(first === undefined ? '' : covered(text, first)).toBe(shown);
  });
});

describe('what is no name', () => {
  it.each(['mlops:', 'mlops: ~', 'mlops: ""', 'mlops: "、"', 'mlops: []', 'mlops: [~]'])(
    'nothing: %s',
    async (declared) => {
      const { findings, talks } = await checked('題.md', front(declared));
      expect(talks).toHaveLength(1);
      expect(findings.map(({ rule }) => rule)).not.toContain('unknown-tag');
    },
  );

  it.each<readonly [declared: string, column: number, kind: string]>([
    ['mlops: {}', 8, 'a mapping'],
    ['mlops: true', 8, 'true'],
    ['mlops: [甲: 乙]', 9, 'a mapping'],
    ['mlops: [drift, [甲]]', 16, 'a list'],
  ])('%s', async (declared, column, kind) => {
    const { findings } = await checked('題.md', front(declared));
    expect(findings.filter(({ rule }) => rule === 'unknown-tag')).toEqual([
      expect.objectContaining({ line: 3, column, message: expect.stringContaining(kind) }),
    ]);
  });
});

describe('decisions of a person', () => {
  it.each<readonly [front: string, kind: string | undefined, shown: string, tags: readonly string[]]>([
    ['mlops-not: [データドリフト]', 'excluded', 'データドリフト', ['drift']],
    ['mlops-not: drift, monitoring', 'excluded', 'drift', ['drift', 'monitoring']],
    ['mlops-not: [監視, drift]', 'excluded', '監視', ['drift']],
    ['mlops-not: [監視]', undefined, '', []],
    ['mlops-not: []', undefined, '', []],
    ['mlops-locked: true', 'locked', 'true', []],
    ['mlops-locked: "true"', 'locked', 'true', []],
    ['mlops-locked: false', undefined, '', []],
    ['mlops-locked: はい', undefined, '', []],
  ])('%s', async (declared, kind, shown, tags) => {
    const text = front(declared);
    const { decisions, talks } = await checked('題.md', text);
    const found = decisions.map((one) => [one.kind, covered(text, one), one.tags, one.talk]);
    expect(found).toEqual(kind === undefined ? [] : [[kind, shown, tags, talks[0]?.id]]);
    expect(talks[0]?.locked).toBe(kind === 'locked');
  });
});

describe('facts for rules across files', () => {
  const LONG = '本番のモデルを見張り、変化に気づく話です。'.repeat(12);

  it('hold what two talks are compared by', async () => {
    const text = `---\nid: t1\ntitle: 題\nevent: 会\ndate: 2024-04-01\nspeakers: [山田]\nkeywords: [監視]\nmlops: [drift, 甲]\n---\n\n${LONG}\n`;
    const { talks, hash, skipped } = await checked('題.md', text);
    const [talk] = talks;
    expect(talk).toMatchObject({
      identified: true,
      path: '題.md',
      title: '題',
      event: '会',
      year: 2024,
      speakers: ['山田'],
    });
    expect(talk?.words.map((word) => [word.text, covered(text, word)])).toEqual([
      ['甲', '甲'],
      ['監視', '監視'],
    ]);
    expect(talk === undefined ? '' : covered(text, talk.span)).toBe('題');
    expect([hash, skipped]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), false]);
  });

  it('name descriptions by their letters, and short ones not at all', async () => {
    const hashOf = async (body: string): Promise<string | undefined> => {
      const { talks } = await checked('題.md', `---\ntitle: 題\n---\n\n${body}\n`);
      return talks[0]?.description;
    };
    const long = await hashOf(LONG);
    expect(long).toMatch(/^[0-9a-z]+\.[0-9a-z]+$/);
    expect(await hashOf(LONG.replaceAll('。', '。\n\n'))).toBe(long);
    expect(await hashOf(LONG.replace('変化', '劣化'))).not.toBe(long);
    expect(await hashOf('短い話。')).toBeUndefined();
  });
});
