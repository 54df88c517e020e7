/** What `extends` and `include` make of several files. */
import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/taxonomy/findings.ts';
import { conceptOf, readFiles, readSound } from './read.ts';

const BASE = `
id: base
version: 1
title: {en: Base, ja: 土台}
contexts: {model: {en: [model], ja: [モデル]}}
domain: {ja: [機械学習]}
concepts:
  - {id: monitoring, prefLabel: {en: Monitoring, ja: 監視}}
  - id: drift
    broader: monitoring
    related: [canary, slo]
    prefLabel: {en: Drift, ja: ドリフト}
    scopeNote: {en: The data change., ja: データが変わる。}
    altLabel: {en: [data drift, {label: decay, requires: ['@model']}], ja: [データドリフト]}
    examples: {ja: [データドリフトの検知。]}
  - {id: slo, broader: monitoring, prefLabel: {en: SLO, ja: SLO目標}}
  - {id: release, prefLabel: {en: Release, ja: リリース}}
  - {id: canary, broader: release, prefLabel: {en: Canary, ja: カナリア}}
`;

function extended(own: string): Promise<ReturnType<typeof readSound> extends Promise<infer T> ? T : never> {
  return readSound({ 'base.yaml': BASE, 'taxonomy.yaml': `id: ours\nversion: 2\nextends: base.yaml\n${own}` });
}

const texts = (labels: readonly { readonly text: string }[]): readonly string[] => labels.map(({ text }) => text);

describe('extends', () => {
  it('inherits all', async () => {
    const taxonomy = await extended('');
    expect(taxonomy).toMatchObject({
      id: 'ours',
      version: '2',
      title: { ja: '土台' },
      contexts: { model: ['model', 'モデル'] },
    });
    expect(taxonomy.concepts.map(({ id }) => id)).toEqual(['monitoring', 'drift', 'slo', 'release', 'canary']);
    expect(texts(taxonomy.domain)).toEqual(['機械学習']);
  });

  it('adds labels and replaces the rest a language at a time', async () => {
    const taxonomy = await extended(`
concepts:
  - id: drift
    prefLabel: {ja: 分布の変化}
    scopeNote: {ja: 分布が変わる。}
    altLabel: {ja: [コンセプトドリフト]}
    related: [release]
`);
    const drift = conceptOf(taxonomy, 'drift');
    expect(drift).toMatchObject({
      broader: 'monitoring',
      related: ['release'],
      prefLabel: { en: 'Drift', ja: '分布の変化' },
      scopeNote: { en: 'The data change.', ja: '分布が変わる。' },
      examples: { ja: ['データドリフトの検知。'] },
    });
    expect(texts(drift.labels).toSorted()).toEqual(
      ['Drift', 'data drift', 'decay', 'コンセプトドリフト', 'データドリフト', '分布の変化'].toSorted(),
    );
  });

  it('a label that repeats an inherited one takes its place', async () => {
    const taxonomy = await extended('concepts: [{id: drift, altLabel: {ja: [{label: データ ドリフト, weight: 2}]}}]');
    expect(conceptOf(taxonomy, 'drift').labels.filter(({ text }) => /^データ ?ドリフト$/.test(text))).toMatchObject([
      { weight: 2, text: 'データ ドリフト' },
    ]);
  });

  it('drops a part with all below it, and inherited mentions of them', async () => {
    const taxonomy = await extended('concepts: [{id: release, drop: true}]');
    expect(taxonomy.concepts.map(({ id }) => id)).toEqual(['monitoring', 'drift', 'slo']);
    expect(conceptOf(taxonomy, 'drift').related).toEqual(['slo']);
  });

  it('adds concepts, contexts and words of the domain; a part may be made of an element', async () => {
    const taxonomy = await extended(`
contexts: {model: {ja: [推論器]}, ours: {ja: [自社]}}
domain: {ja: [生成AI]}
concepts:
  - {id: slo, broader: null}
  - {id: 'on-call', broader: slo, prefLabel: {ja: 当番}, altLabel: {ja: [{label: 呼び出し, requires: ['@ours']}]}}
`);
    expect(taxonomy.contexts).toEqual({ model: ['model', 'モデル', '推論器'], ours: ['自社'] });
    expect(texts(taxonomy.domain)).toEqual(['機械学習', '生成AI']);
    expect(conceptOf(taxonomy, 'slo')).not.toHaveProperty('broader');
    expect(conceptOf(taxonomy, 'on-call').broader).toBe('slo');
  });

  it('takes the shipped taxonomy by its name', async () => {
    const shipped = await readSound({ 'taxonomy.yaml': BASE });
    const taxonomy = await readSound({ 'taxonomy.yaml': 'id: ours\nversion: 1\nextends: which-part\n' }, shipped);
    expect(taxonomy.concepts).toEqual(shipped.concepts);
  });
});

describe('extends of a name that is no taxonomy', () => {
  it.each([
    ['which-prt', 'which-part'],
    ['Which_Part', 'which-part'],
    ['監視', undefined],
    ['notes.txt', undefined],
  ])('%s: did you mean %s', async (name, nearest) => {
    const { findings } = await readFiles({ 'taxonomy.yaml': `id: ours\nversion: 1\nextends: ${name}\n` });
    expect(findings).toMatchObject([{ code: 'unknown-ending', nearest, place: { line: 3, column: 10 } }]);
    expect(findings.map(messageOf).join().includes('did you mean')).toBe(nearest !== undefined);
  });

  it('is not offered for include, where it would be wrong', async () => {
    const { findings } = await readFiles({ 'taxonomy.yaml': 'id: ours\nversion: 1\ninclude: [which-prt]\n' });
    expect(findings).toMatchObject([{ code: 'unknown-ending', nearest: undefined }]);
  });
});

describe('include', () => {
  const ONE = 'concepts: [{id: monitoring, prefLabel: {ja: 監視}}]';
  const TWO =
    'contexts: {model: {ja: [モデル]}}\nconcepts: [{id: drift, broader: monitoring, prefLabel: {ja: ドリフト}, altLabel: {ja: [{label: 変化, requires: ["@model"]}]}}]';

  it('is as if all stood in one file', async () => {
    const taxonomy = await readSound({
      'taxonomy.yaml': 'id: a\nversion: 1\ninclude: [one.yaml, two.yaml]',
      'one.yaml': ONE,
      'two.yaml': TWO,
    });
    const whole = await readSound({
      'taxonomy.yaml': `id: a\nversion: 1\n${TWO.replace('concepts: [', `${ONE.slice(0, -1)}, `)}`,
    });
    expect(taxonomy).toEqual(whole);
  });

  it('finds the same id in two files', async () => {
    const { findings } = await readFiles({
      'taxonomy.yaml': 'id: a\nversion: 1\ninclude: [one.yaml, two.yaml]',
      'one.yaml': ONE,
      'two.yaml': ONE,
    });
    expect(findings).toMatchObject([{ code: 'duplicate-id', id: 'monitoring', place: { path: 'two.yaml', line: 1 } }]);
  });
});

describe('hash', () => {
  it('is of the content, not of its order of keys or its files', async () => {
    const one = await readSound({
      'taxonomy.yaml': 'id: a\nversion: 1\nconcepts: [{id: drift, prefLabel: {ja: ドリフト, en: Drift}}]',
    });
    const same = await readSound({
      'taxonomy.yaml': 'version: "1"\nid: a\ninclude: x.yaml',
      'x.yaml': '# 同じ\nconcepts: [{prefLabel: {ja: ドリフト, en: Drift}, id: drift}]',
    });
    const other = await readSound({
      'taxonomy.yaml': 'id: a\nversion: 1\nconcepts: [{id: drift, prefLabel: {ja: ドリフト, en: drift}}]',
    });
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(same.hash).toBe(one.hash);
    expect(other.hash).not.toBe(one.hash);
  });
});
