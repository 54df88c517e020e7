/** Invented talks, English and Japanese, a line each, and the small taxonomy that they are tagged with. */
import type { CountedTalk } from '../../src/coverage/types.ts';
import type { Taxonomy } from '../../src/taxonomy/types.ts';
import { countedTalk, partIn, products } from '../coverage/counted-talk.ts';
import { TAXONOMY, taxonomyWith } from './support.ts';

export const NINE: Taxonomy = taxonomyWith({ ...TAXONOMY, hash: 'nine' }, [
  { id: 'data-preparation', prefLabel: { en: 'Data preparation', ja: 'データ準備' } },
  { id: 'annotation', broader: 'data-preparation', prefLabel: { en: 'Annotation', ja: 'アノテーション' } },
  { id: 'data-quality', broader: 'data-preparation', prefLabel: { en: 'Data quality', ja: 'データ品質' } },
  { id: 'production', prefLabel: { en: 'Going to production', ja: '本番化' } },
  { id: 'release', broader: 'production', prefLabel: { en: 'Deployment and release', ja: 'デプロイ・リリース' } },
  { id: 'serving', broader: 'production', prefLabel: { en: 'Online inference and serving', ja: 'オンライン推論' } },
  { id: 'monitoring', prefLabel: { en: 'Monitoring and operation', ja: '監視・運用' } },
  { id: 'model-monitoring', broader: 'monitoring', prefLabel: { en: 'Model monitoring', ja: 'モデル監視・精度監視' } },
  {
    id: 'drift',
    broader: 'monitoring',
    prefLabel: { en: 'Data and concept drift', ja: 'データドリフト・コンセプトドリフト' },
  },
  { id: 'trust', prefLabel: { en: 'Explanation and trust', ja: '説明・信頼' } },
  { id: 'fairness', broader: 'trust', prefLabel: { en: 'Fairness', ja: '公平性' } },
  { id: 'explainability', broader: 'trust', prefLabel: { en: 'Explainability', ja: '説明可能性' } },
  { id: 'llmops', prefLabel: { en: 'LLMOps', ja: 'LLMOps' } },
  { id: 'agents', broader: 'llmops', prefLabel: { en: 'AI agents', ja: 'AIエージェント' } },
]);

/** `tags`: ids by confidence; behind a colon the products that show them; `?` in front of all for a talk in review. */
export function sketch(title: string, tags: string, more: Partial<CountedTalk> = {}): CountedTalk {
  const words = tags
    .replace(/^\?/, '')
    .split(' ')
    .filter((word) => word !== '');
  const parsed = words.map((word, i) => {
    const [id = '', names = ''] = word.split(':');
    const evidence = products(names.split('+').filter((name) => name !== ''));
    return { id, part: partIn(NINE, id, 'machines'), confidence: 0.9 - i / 10, evidence };
  });
  const review = tags.startsWith('?') ? ({ status: 'review' } as const) : {};
  return countedTalk(parsed, { id: `talks.md#${title}`, title, lang: 'en', ...review, ...more });
}

const at = (event: string, year: number, organisation?: string): Partial<CountedTalk> => ({
  event,
  year,
  ...(organisation === undefined ? {} : { organisations: [organisation] }),
});

const FIRST = (organisation?: string) => at("Pipelines '19", 2019, organisation);
const SECOND = (organisation?: string) => at("Pipelines '20", 2020, organisation);
const MEETING = at('MLの夕べ 2021', 2021, '例の会社');

export const TALKS: readonly CountedTalk[] = [
  sketch('Seldom the same river', 'drift model-monitoring:Prometheus', FIRST('Acme')),
  sketch('Watching a model grow old', 'model-monitoring:Prometheus+Grafana drift', FIRST('Acme')),
  sketch('Labels by committee', 'annotation:Label-Studio data-quality', FIRST('Birch & Co')),
  sketch('A schema for every table', 'data-quality', FIRST('Birch & Co')),
  sketch('Canaries, and other birds', 'release:Kubernetes', FIRST('Acme')),
  sketch('One model, ten thousand requests', 'serving:Kubernetes+Triton release', FIRST('Cedar')),
  sketch('Fair enough?', 'fairness', FIRST('University of Example')),
  sketch('Opening remarks', '', FIRST()),
  sketch('Perhaps about drift', '?drift', FIRST('Cedar')),
  sketch('Serving without servers', 'serving:Knative', SECOND('Cedar')),
  sketch('The long tail of latency', 'serving:Triton', SECOND('Cedar')),
  sketch('Rolling back on a Friday', 'release:Kubernetes model-monitoring', SECOND('Acme')),
  sketch('Blue, green and shadow', 'release serving', SECOND('Acme')),
  sketch('Who labelled this?', 'annotation', SECOND('Birch & Co')),
  sketch('Shapley for the impatient', 'explainability:SHAP fairness', SECOND('University of Example')),
  sketch('Closing panel', '', SECOND()),
  sketch('本番に出してから気づいたこと', 'model-monitoring drift', { ...MEETING, lang: 'ja' }),
  sketch('正解ラベルは誰のもの', 'annotation', { ...MEETING, lang: 'ja' }),
  sketch('推論サーバーの引っ越し', 'serving:Triton', { ...MEETING, lang: 'ja' }),
  sketch('懇親会のお知らせ', '', { ...MEETING, lang: 'ja' }),
  sketch('A talk that nobody dated', 'release', {}),
];

const JA = (event: string, year: number): Partial<CountedTalk> => ({ lang: 'ja', event, year });

export const JAPANESE_TALKS: readonly CountedTalk[] = [
  sketch('ドリフトを待ちながら', 'drift model-monitoring', JA('機械学習運用の集い', 2021)),
  sketch('精度が落ちた夜', 'model-monitoring', JA('機械学習運用の集い', 2021)),
  sketch('説明を求められたら', 'explainability', JA('機械学習運用の集い', 2021)),
  sketch('アノテーション百本ノック', 'annotation data-quality', JA('現場の機械学習', 2022)),
  sketch('表データの検品', 'data-quality', JA('現場の機械学習', 2022)),
  sketch('推論基盤の三年', 'serving release', JA('現場の機械学習', 2022)),
  sketch('毎週デプロイする', 'release', JA('現場の機械学習', 2022)),
  sketch('公平性の話をしよう', '?fairness', JA('現場の機械学習', 2022)),
  sketch('監視の第一歩', 'model-monitoring', JA('エージェント勉強会', 2023)),
  sketch('道具を使うエージェント', 'agents', JA('エージェント勉強会', 2023)),
  sketch('エージェントを寝かせない', 'agents model-monitoring', JA('エージェント勉強会', 2023)),
  sketch('受付のご案内', '', JA('エージェント勉強会', 2023)),
];

const ESCAPES = '\u001b[31mred\u001b[0m\r\nalert(`1`) \u0007';
const LONG = 'とても長い名前の会議'.repeat(12);

/** Names that would move a cursor, run as a formula, notify somebody, break a table or a line. */
export const HOSTILE_TALKS: readonly CountedTalk[] = [
  sketch(ESCAPES, 'drift:<b>Bold</b>', { event: ESCAPES, organisations: ['@octocat', '=HYPERLINK("x")'] }),
  sketch('a | b\n| --- |', 'drift serving', { event: '=cmd|calc', organisations: ['| pipe |'] }),
  sketch('\u202eright to left', 'serving:\u001b]0;title\u0007', { event: 'מערכות לומדות \u202eבשטח' }),
  sketch('👩‍👩‍👧‍👦 family', 'release', { event: '👩‍👩‍👧‍👦👩‍👩‍👧‍👦 <script>alert(1)</script> @octocat #1' }),
  sketch('長い', 'annotation constructor', { event: LONG }),
  sketch('長い 2', 'annotation', { event: `${LONG}二` }),
  sketch('nothing', '', { event: '__proto__' }),
  sketch('only invisible', 'drift', { event: '\u200b\u202e' }),
];

/** Talks of several speakers and rooms, some with tags of another taxonomy. */
export const SPOKEN_TALKS: readonly CountedTalk[] = [
  sketch('Two voices on drift', 'drift serving', { speakers: ['Ada Example', '例 花子'] }),
  sketch('A second round', 'serving drift', { speakers: ['Ada Example'] }),
  sketch('Close to the cut', '?drift', { speakers: ['例 花子'] }),
  sketch('Of another taxonomy', 'steam-engines drift', { speakers: ['例 花子', 'Bo Sample'] }),
  sketch('By nobody', 'release', {}),
];

/** A small event a year from 2012 on, larger ones later; odd years in Japanese. */
export const SERIES_TALKS: readonly CountedTalk[] = Array.from({ length: 12 }, (_, i) => 2012 + i)
  .filter((year) => year !== 2016)
  .flatMap((year) =>
    Array.from({ length: year - 2009 }, (_, n) =>
      sketch(`${year} no. ${n}`, seriesTags(year, n), {
        event: year % 2 === 0 ? `Operational Learning Systems Conference ${year}` : '運用学習会',
        year,
      }),
    ),
  );

function seriesTags(year: number, n: number): string {
  if (n === 0) return '';
  if (year >= 2021 && n % 2 === 0) return 'agents serving';
  return ['data-quality', 'release', 'serving model-monitoring', 'drift', 'annotation'][(year + n) % 5] ?? '';
}
