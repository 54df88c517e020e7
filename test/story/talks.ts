/** The repository of the story as it is found: talks in both languages, a file a talk and as lists, with mistakes in their tags. */

/** Front matter with a comment, quotes and an order of keys of their own, which must all stay. */
export const MONITORING = `---
title: "モデルの監視を続ける"   # 仮題
speakers: ['山田']
mlops: [model-monitoring, Drift]
---

本番のモデルの精度を監視し、データドリフトを検知した話です。
`;

/** No tags at all, and Windows line ends. */
export const STORE = [
  '---',
  'title: A feature store for every team',
  'speakers: [Ada]',
  '---',
  '',
  'How a feature store serves the same features online and offline.',
  '',
].join('\r\n');

/** A list in YAML: one tag misspelt, one talk without tags. */
export const AUTUMN = `# 秋の回
- title: データドリフトの検知
  abstract: 本番のモデルのデータドリフトを検知します。
  mlops:
    - drfit  # 綴り
- title: CI/CD for models
  abstract: >-
    Continuous integration and continuous delivery of
    machine learning models.
`;

/** A list in JSON: an element twice. */
export const SPRING = `{
  "talks": [
    {"title": "Data drift at night", "abstract": "Alerts on data drift in production.", "mlops": ["drift", "drift"]}
  ]
}
`;

/** By their paths. */
export const TALKS: Readonly<Record<string, string>> = {
  'talks/勉強会/2023/監視.md': MONITORING,
  'talks/meetup/2024/store.md': STORE,
  'talks/勉強会/2024/秋.yaml': AUTUMN,
  'talks/meetup/2023/spring.json': SPRING,
  'README.md': '# 予稿集\n\nTalks about data drift, feature stores and monitoring.\n',
  'docs/書き方.md': '# Data drift\n\nHow to write of data drift.\n',
};

/** A talk with one mistake, under a title of its own. */
export function untagged(title: string): string {
  return `---\ntitle: ${title}\n---\n\n本番のモデルのデータドリフトを検知します。\n`;
}
