import { describe, expect, it } from 'vitest';
import { runTests, talkOf } from '../../src/taxonomy/unit-tests.ts';
import { readSound } from './read.ts';

const TAXONOMY = `
id: small
version: 1
concepts:
  - {id: monitoring, prefLabel: {ja: 監視・運用}, examples: {ja: [データドリフトの検知。]}}
  - id: drift
    broader: monitoring
    prefLabel: {ja: ドリフト, en: Drift}
    altLabel: {ja: [{label: データドリフト, weight: 2}], en: [{label: data drift, weight: 2}]}
    examples: {ja: [データドリフトの検知。, 監視カメラの選び方。], en: [Data drift in practice. We look at it.]}
    counterExamples: {ja: [データドリフトは本発表では扱わない話。], en: [Snow on the roof., How data drift came about.]}
`;

describe('the tests of a taxonomy', () => {
  it('fail for an example without the concept and a counter-example with it', async () => {
    const report = runTests(await readSound({ 'taxonomy.yaml': TAXONOMY }));
    expect(report.cases).toEqual({ en: 3, ja: 4 });
    expect(report.failures).toMatchObject([
      { concept: 'drift', property: 'examples', lang: 'ja', index: 1, confidence: 0, terms: [], found: [] },
      {
        concept: 'drift',
        property: 'counterExamples',
        lang: 'en',
        index: 1,
        terms: ['data drift'],
        found: [{ id: 'drift' }],
      },
    ]);
  });

  it.each([
    ['データドリフトの検知。運用の話です。', 'データドリフトの検知。', '運用の話です。'],
    ['本当に？はい。', '本当に？', 'はい。'],
    ['一行目\n二行目。三文目。', '一行目', '二行目。三文目。'],
    ['Drift at v1.2 of node.js. Then more. And more.', 'Drift at v1.2 of node.js.', 'Then more. And more.'],
    ['Why? Because!', 'Why?', 'Because!'],
    ['監視の話', '監視の話', undefined],
    ['Only a title.', 'Only a title.', undefined],
  ])('%s: the first sentence is the title', (text, title, abstract) => {
    const talk = talkOf({ concept: 'drift', property: 'examples', lang: 'ja', index: 0, text });
    expect([talk.title, talk.abstract]).toEqual([title, abstract]);
  });
});
