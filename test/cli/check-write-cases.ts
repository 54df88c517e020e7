/** Talks before and after `check --write`, a situation each. */
import { talkOf } from './check-support.ts';

export const TAXONOMY = `id: kitchen
version: 1.0.0
title: { en: The kitchen, ja: 台所 }
concepts:
  - id: cooking
    prefLabel: { en: cooking, ja: 料理 }
    altLabel: { ja: [調理] }
  - id: stew
    broader: cooking
    prefLabel: { en: stew, ja: 煮物 }
  - id: braising
    broader: cooking
    prefLabel: { en: braising, ja: 煮込み }
    deprecated: true
    replacedBy: stew
  - id: grilling
    broader: cooking
    prefLabel: { en: grilling, ja: 焼物 }
    deprecated: true
`;

export const BODY = '本番のモデルのデータドリフトを検知します。';
export const md = (tags: string): string => talkOf('題', tags);
export const yaml = (tags: string): string =>
  `# 秋の回\n- title: 題 # 仮\n  event: 監視の会\n  abstract: ${BODY}\n${tags}`;
export const json = (tags: string): string =>
  `{"talks": [\n  {"title": "題", "event": "監視の会", "abstract": "${BODY}"${tags}}\n]}\n`;

/** What is left to find after all is mended is `left`. */
interface Case {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly fixed: number;
  readonly left?: readonly string[];
  readonly flags?: readonly string[];
}

export const CASES: Readonly<Record<string, Case>> = {
  'unknown, with one tag near': { name: '題.md', before: md('mlops: [drfit]'), after: md('mlops: [drift]'), fixed: 1 },
  'unknown, with none near': {
    name: '題.md',
    before: md('mlops: [drift, 量子計算機]'),
    after: md('mlops: [drift, 量子計算機]'),
    fixed: 0,
    left: ['unknown-tag'],
  },
  'a label in Japanese': {
    name: '題.md',
    before: md('mlops: ドリフト # 仮'),
    after: md('mlops: drift # 仮'),
    fixed: 1,
  },
  'the same twice': {
    name: '題.yaml',
    before: yaml('  mlops:\n    - drift\n    # 二度\n    - drift\n'),
    after: yaml('  mlops:\n    - drift\n    # 二度\n'),
    fixed: 1,
  },
  'a label beside its id': {
    name: '題.json',
    before: json(', "mlops": ["データドリフト", "drift"]'),
    after: json(', "mlops": ["drift"]'),
    fixed: 1,
  },
  'a part beside its element': {
    name: '題.md',
    before: md("mlops: ['monitoring', drift]"),
    after: md('mlops: [drift]'),
    fixed: 1,
  },
  'a label that is misspelt, beside its id': {
    name: '題.yaml',
    before: yaml('  mlops: [drift, drfit, Drift]\n'),
    after: yaml('  mlops: [drift]\n'),
    fixed: 2,
  },
  'none, in markdown': {
    name: '題.md',
    before: md('speakers: [山田]'),
    after: md('speakers: [山田]\nmlops: [drift]'),
    fixed: 1,
  },
  'none, in YAML': { name: '題.yaml', before: yaml(''), after: yaml('  mlops: [drift]\n'), fixed: 1 },
  'none, in JSON': { name: '題.json', before: json(''), after: json(', "mlops": ["drift"]'), fixed: 1 },
  'an empty list': { name: '題.json', before: json(', "mlops": []'), after: json(', "mlops": ["drift"]'), fixed: 1 },
  'excluded by hand': {
    name: '題.md',
    before: md('mlops-not: [ドリフト]'),
    after: md('mlops-not: [ドリフト]'),
    fixed: 0,
  },
  'locked by hand': {
    name: '題.yaml',
    before: yaml('  mlops: [drfit]\n  mlops-locked: true\n'),
    after: yaml('  mlops: [drfit]\n  mlops-locked: true\n'),
    fixed: 0,
  },
  'disabled in place': {
    name: '題.md',
    before: md('mlops: [drfit] # mlops-tag-disable unknown-tag: わざと'),
    after: md('mlops: [drfit] # mlops-tag-disable unknown-tag: わざと'),
    fixed: 0,
  },
  'a rule that is off': {
    name: '題.md',
    before: md('mlops: [drfit, drift, drift]'),
    after: md('mlops: [drfit, drift]'),
    fixed: 1,
    flags: ['--rule', 'unknown-tag=off'],
  },
  'a rule that warns': {
    name: '題.md',
    before: md('mlops: [drfit]'),
    after: md('mlops: [drift]'),
    fixed: 1,
    flags: ['--rule', 'unknown-tag=warning'],
  },
  'a talk of two, and no byte of the other': {
    name: '題.yaml',
    before: `${yaml('  mlops: [drift]\n')}\n-   title:   "二つ目"\n    event: 監視の会\n    abstract: '${BODY}'\n    mlops:   [ drfit ]   # 綴り\n`,
    after: `${yaml('  mlops: [drift]\n')}\n-   title:   "二つ目"\n    event: 監視の会\n    abstract: '${BODY}'\n    mlops:   [ drift ]   # 綴り\n`,
    fixed: 1,
  },
};
