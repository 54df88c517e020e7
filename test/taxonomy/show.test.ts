/** `taxonomy show`: the taxonomy's own wording, no line beyond the terminal. */
import { describe, expect, it } from 'vitest';
import { showJson, showPretty } from '../../src/report/taxonomy/show.ts';
import { displayWidth } from '../../src/report/width.ts';
import { loadShipped } from '../../src/taxonomy/load.ts';
import { packTaxonomy, unpackTaxonomy } from '../../src/taxonomy/packed.ts';
import { conceptOf, readSound } from './read.ts';

const TAXONOMY = `
id: small
version: 1
contexts: {model: {ja: [モデル]}}
concepts:
  - {id: monitoring, prefLabel: {en: Monitoring, ja: 監視・運用}, related: []}
  - id: drift
    broader: monitoring
    related: [a-rather-long-id-of-a-concept, another-rather-long-id-of-a-concept, 'one-more']
    prefLabel: {en: Drift, ja: データ ドリフト}
    altLabel:
      en: [{label: drift, requires: ['@model', Machine Learning, serving], unless: [configuration drift, genetic drift, snow]}]
      ja: [{label: ずれ, requires: [サーバー, 学習データ], unless: [サーバーの設定のずれ, 時刻のずれ, 会話のずれ, 為替レートのずれ]}]
  - {id: a-rather-long-id-of-a-concept, prefLabel: {en: A}}
  - {id: another-rather-long-id-of-a-concept, prefLabel: {en: B}}
  - {id: one-more, prefLabel: {en: C}}
`;

const sound = () => readSound({ 'taxonomy.yaml': TAXONOMY });
const plain = { color: 0, unicode: true } as const;

describe('taxonomy show', () => {
  it.each([
    ['from its source', sound],
    ['packed', async () => unpackTaxonomy(packTaxonomy(await sound()))],
    [
      'extended',
      async () => readSound({ 'taxonomy.yaml': 'id: ours\nversion: 1\nextends: which-part\n' }, await sound()),
    ],
  ])('shows co-terms as written: %s', async (_, taxonomyOf) => {
    const taxonomy = await taxonomyOf();
    expect(showPretty(conceptOf(taxonomy, 'drift'), taxonomy, { ...plain, width: 80 })).toMatchInlineSnapshot(`
      "drift
        en Drift
        ja データ ドリフト

      broader: monitoring
      related: a-rather-long-id-of-a-concept, another-rather-long-id-of-a-concept,
        one-more

      altLabel en (1)
        drift  1; requires @model, Machine Learning, serving; unless configuration
          drift, genetic drift, snow

      altLabel ja (1)
        ずれ  1; requires サーバー, 学習データ; unless サーバーの設定のずれ, 時刻の
          ずれ, 会話のずれ, 為替レートのずれ
      "
    `);
    const { labels } = JSON.parse(showJson(conceptOf(taxonomy, 'drift'), taxonomy));
    expect(labels.slice(2)).toMatchObject([
      { requires: ['@model', 'Machine Learning', 'serving'], unless: ['configuration drift', 'genetic drift', 'snow'] },
      { requires: ['サーバー', '学習データ'] },
    ]);
    expect(labels[2]).not.toHaveProperty('requiresText');
  });

  it('says nothing of relations that are not there', async () => {
    const taxonomy = await sound();
    expect(showPretty(conceptOf(taxonomy, 'monitoring'), taxonomy, { ...plain, width: 80 })).not.toContain('related');
  });

  it.each([40, 80])('keeps every concept that ships within %i columns', async (width) => {
    const taxonomy = await loadShipped();
    for (const concept of taxonomy.concepts) {
      const lines = showPretty(concept, taxonomy, { ...plain, width }).split('\n');
      expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
    }
  });
});
