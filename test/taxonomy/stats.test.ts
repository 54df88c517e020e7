import { describe, expect, it } from 'vitest';
import { statsCsv, statsJson, statsPretty } from '../../src/report/taxonomy/stats.ts';
import type { Talk } from '../../src/talk.ts';
import { ofConcepts, StatsCounter, type TaxonomyStats } from '../../src/taxonomy/stats.ts';
import { taxonomyOf } from '../support/taxonomy.ts';

const TAXONOMY = taxonomyOf({
  monitoring: {
    drift: ['drift', 'データドリフト', { text: '監視', lang: 'ja', requires: ['モデル'] }, '=never'],
    'model-monitoring': ['alert', { text: 'モデル監視', lang: 'ja' }],
  },
});

function statsOf(talks: readonly Omit<Talk, 'id' | 'source'>[]): TaxonomyStats {
  const counter = new StatsCounter(TAXONOMY);
  for (const [index, talk] of talks.entries())
    counter.add({ ...talk, id: String(index), source: { path: 'x.md', line: 1 } });
  return counter.stats();
}

const STATS = statsOf([
  { title: 'Drift and alerts', abstract: 'Drift again. データドリフト' },
  { title: 'ドリフトではない話', keywords: ['drift', '監視'] },
  { title: 'モデルの監視', body: 'Alerting with alerts' },
  { title: '監視カメラの話' },
]);

describe('stats', () => {
  it('counts talks, alone and with other labels of the concept', () => {
    const rows = STATS.labels.map(({ concept, label, talks, alone, withOthers }) => [
      concept,
      label.text,
      talks,
      alone,
      withOthers,
    ]);
    expect(rows).toEqual([
      ['drift', 'drift', 2, 1, 1],
      ['drift', 'データドリフト', 1, 0, 1],
      ['drift', '監視', 1, 1, 0],
      ['drift', '=never', 0, 0, 0],
      ['model-monitoring', 'alert', 2, 2, 0],
      ['model-monitoring', 'モデル監視', 0, 0, 0],
    ]);
    expect(STATS.never.map(({ label }) => label.text)).toEqual(['=never', 'モデル監視']);
    expect(STATS.common.map(({ label }) => label.text)).toEqual(['drift', 'alert']);
  });

  it('is text, CSV without formulas, and JSON', () => {
    expect(statsPretty(STATS, { color: 0, unicode: true, width: 60 })).toMatchSnapshot();
    expect(statsCsv(ofConcepts(STATS, new Set(['drift'])))).toMatchSnapshot();
    expect(JSON.parse(statsJson(STATS))).toMatchObject({
      taxonomy: 'small',
      talks: 4,
      never: [{ label: '=never' }, { label: 'モデル監視' }],
    });
  });

  it('knows what to say of no talks at all', () => {
    expect(statsOf([])).toMatchObject({ talks: 0, common: [] });
    expect(statsPretty(statsOf([]), { color: 0, unicode: true, width: 60 })).toContain('0 match');
  });
});
