/** The three reports of `eval --parity`, over two pairs and hostile text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Parity, parityOf } from '../../src/evaluate/parity.ts';
import { parityPretty } from '../../src/report/eval/parity.ts';
import { parityJson } from '../../src/report/eval/parity-json.ts';
import { parityMarkdown } from '../../src/report/eval/parity-markdown.ts';
import { displayWidth } from '../../src/report/width.ts';
import { contextOf, tagOf } from '../report/support.ts';
import { half, miss, tags } from './parity-support.ts';

function parity(): Parity {
  return parityOf([
    half('en', {
      path: 'talks/bridge.en.md',
      title: 'The week the bridge got a toll',
      tags: [tagOf('drift', 0.83, ['data drift'])],
      misses: { release: miss(0.34, 'rolled out', 'ship') },
    }),
    half('ja', {
      path: 'talks/bridge.ja.md',
      title: '橋が有料になった週',
      tags: [
        tagOf('drift', 0.8, ['データドリフト']),
        tagOf('release', 0.66, ['リリース', '切り戻し', '入れ替え', 'カナリア', 'デプロイ', 'リリース']),
        tagOf('explainability', 0.55, ['説明']),
      ],
    }),
    half('en', { path: 'talks/alike.en.md', title: 'Alike', tags: tags('drift') }),
    half('ja', { path: 'talks/alike.ja.md', title: '同じ', tags: tags('drift') }),
    half('en', { path: 'talks/silent.en.md', title: 'Silent' }),
    half('ja', { path: 'talks/silent.ja.md', title: '静か' }),
  ]);
}

describe('for people', () => {
  it('shows figures, concepts on one side, and the pairs that differ', () => {
    expect(parityPretty(parity(), contextOf())).toBe(`\
3 pairs in English and Japanese · 2 alike (66.7 %) · Jaccard 0.778
same primary 100.0 %
2 of them with a tag · 1 alike (50.0 %) · Jaccard 0.667 · same primary 100.0 %
${'─'.repeat(80)}

  tags of                      both en alone ja alone
  explainability                  0        0        1
  release                         0        0        1

The week the bridge got a toll
  talks/bridge.en.md:1
橋が有料になった週
  talks/bridge.ja.md:1
  both  drift
  ja alone ▇▇▇▇▇▇▇░░░ 0.66  release  Deployment and release
           「リリース」 · 「切り戻し」 · 「入れ替え」 · 「カナリア」 · +1 more
           en 0.34 – needs one more term · “rolled out” · “ship”
  ja alone ▇▇▇▇▇▇░░░░ 0.55  explainability  Explainability
           「説明」
           en has no term of it
`);
  });

  it('says nothing of differences where there are none', () => {
    const alike = parityOf([half('en', { tags: tags('drift') }), half('ja', { tags: tags('drift') })]);
    expect(parityPretty(alike, contextOf())).toBe(`\
1 pair in English and Japanese · 1 alike (100.0 %) · Jaccard 1.000
same primary 100.0 %
${'─'.repeat(80)}
`);
  });

  it('shows no escape sequence of the texts, and no line wider than the terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 20, max: 120 }), (text, width) => {
        const evil = `\u001b[31m${text}`;
        const report = parityPretty(
          parityOf([
            half('en', { title: evil, tags: [tagOf('drift', 0.8, [evil])] }),
            half('ja', { title: evil, misses: { drift: miss(0.2, evil) } }),
          ]),
          contextOf({ width }),
        );
        expect(report).not.toContain('\u001b');
        expect(report.split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
      }),
    );
  });
});

describe('for a pull request', () => {
  it('is tables', () => {
    expect(parityMarkdown(parity())).toBe(`\
# English and Japanese alike

|  | Pairs | Alike | Share | Jaccard | Same primary |
| --- | ---: | ---: | ---: | ---: | ---: |
| All | 3 | 2 | 0.667 | 0.778 | 1.000 |
| With a tag | 2 | 1 | 0.500 | 0.667 | 1.000 |

| Tag | Both | English alone | Japanese alone |
| --- | ---: | ---: | ---: |
| explainability | 0 | 0 | 1 |
| release | 0 | 0 | 1 |

## Pairs that differ (1)

| Talk | Both | One alone, resting on | The other |
| --- | --- | --- | --- |
| **The week the bridge got a toll**<br>\`talks/bridge.en.md:1\`<br>**橋が有料になった週**<br>\`talks/bridge.ja.md:1\` | drift | ja: **release** 0.66 – リリース, 切り戻し, 入れ替え, カナリア +1<br>ja: **explainability** 0.55 – 説明 | release 0.34, needs one more term – rolled out, ship<br>explainability: no term of it |
`);
  });

  it('takes text for text', () => {
    const report = parityMarkdown(
      parityOf([half('en', { title: '<b>|x|</b>\n# 橋', tags: [tagOf('drift', 0.8, ['a|b'])] }), half('ja')]),
    );
    expect(report).toContain('**&lt;b&gt;\\|x\\|&lt;/b&gt; # 橋**');
    expect(report).toContain('a\\|b');
  });
});

describe('for programs', () => {
  it('is one document with every pair', () => {
    const document: unknown = JSON.parse(parityJson(parity(), contextOf()));
    expect(document).toMatchObject({
      schema: 'mlops-tag/parity@1',
      tool: { version: '0.1.0', taxonomy: { id: 'which-part', version: '1.0.0', hash: 'c0ffee' } },
      figures: {
        pairs: 3,
        alike: 2,
        share: 0.667,
        jaccard: 0.778,
        primary: 1,
        alone: 0,
        tagged: { pairs: 2, alike: 1, share: 0.5, jaccard: 0.667, primary: 1 },
      },
      pairs: [
        {
          en: { source: { path: 'talks/bridge.en.md', line: 1 }, tags: ['drift'], primary: 'drift' },
          ja: { title: '橋が有料になった週', tags: ['drift', 'release', 'explainability'] },
          alike: false,
          shared: ['drift'],
          oneSided: [
            { id: 'release', has: 'ja', confidence: 0.66, near: { confidence: 0.34, missing: 'one more term' } },
            { id: 'explainability', has: 'ja', evidence: [{ text: '説明' }] },
          ],
        },
        { alike: true, oneSided: [] },
        { alike: true, oneSided: [], en: { primary: null } },
      ],
    });
  });
});
