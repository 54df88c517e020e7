/** Every text of the page's own, in both languages, in one table. */
import type { Field, Status } from '../../../talk.ts';
import type { Both } from './node.ts';

const both = (en: string, ja: string): Both => ({ en, ja });

export const WORDS = {
  skip: both('Skip to the talks', '発表の一覧へ'),
  sections: both('Sections', '目次'),
  language: both('Language of this page', 'このページの言語'),
  noScript: both(
    'Scripts are off: the map, the tables and the charts are all here. The list of talks, its filter, sorting and the comparison of two groups need scripts.',
    'スクリプトが無効です。マップ、表、グラフは表示されていますが、発表の一覧と絞り込み、並べ替え、2つのグループの比較にはスクリプトが必要です。',
  ),
  map: both('The map', 'マップ'),
  mapLead: both(
    'Elements by the part of the life cycle they belong to. The stronger the colour of a box, the more talks treat it. Choose a box to see its talks.',
    'ライフサイクルのどの部分に属するかで要素を並べました。色が強いほど、扱う発表が多い要素です。要素を選ぶと、その発表を表示します。',
  ),
  mapTitle: both('Which parts of MLOps the talks treat', '発表が扱うMLOpsの要素'),
  matrix: both('What each group covers', 'グループごとの内訳'),
  matrixLead: both(
    'Talks that treat a part or an element. The stronger the colour of a number, the larger its share of the group’s talks. Choose a number to see its talks.',
    '各部分・要素を扱う発表の数です。色が強いほど、そのグループに占める割合が大きいことを示します。数を選ぶと、その発表を表示します。',
  ),
  matrixCaption: both('Talks by group and part', 'グループと部分ごとの発表数'),
  group: both('Group', 'グループ'),
  talks: both('Talks', '発表'),
  all: both('All talks', '全発表'),
  noValue: both('(none given)', '(記載なし)'),
  showElements: both('Show elements', '要素まで表示'),
  hideEmpty: both('Hide what is empty', '空の行と列を隠す'),
  elementsOf: both('Elements of', '要素を表示:'),
  shares: both('Parts and elements', '部分と要素'),
  sharesLead: both(
    'Each share is of all talks counted, with its 95 % interval (Wilson).',
    '割合はすべての発表に対するもので、95 %信頼区間(ウィルソン法)を添えています。',
  ),
  sharesTable: both('Parts and elements as a table', '部分と要素の表'),
  concept: both('Part or element', '部分・要素'),
  share: both('Share', '割合'),
  interval: both('95 % interval', '95 %信頼区間'),
  trend: both('Over the years', '年ごとの変化'),
  trendCaption: both('Talks by year and part', '年と部分ごとの発表数'),
  year: both('Year', '年'),
  compare: both('Two groups side by side', '2つのグループの比較'),
  compareCaption: both('Shares in two groups', '2つのグループでの割合'),
  compareNote: both(
    '“More than chance”: two-sided p < 0.05, by a pooled two-proportion z-test, or Fisher’s exact test where a count is small. Of so many tests, about one in twenty falls below that by chance alone.',
    '「偶然以上」は両側検定で p < 0.05 の差です(2つの割合のz検定、数が少ないときはフィッシャーの正確確率検定)。これだけの数を検定すると、偶然だけでも20に1つほどはこの基準を満たします。',
  ),
  first: both('First group', '1つ目のグループ'),
  second: both('Second group', '2つ目のグループ'),
  difference: both('Difference', '差'),
  verdict: both('Verdict', '判定'),
  moreThanChance: both('more than chance', '偶然以上'),
  maybeChance: both('may be chance', '偶然の範囲'),
  noTest: both('no test', '検定なし'),
  gaps: both('What is missing', '欠けている要素'),
  gapsLead: both(
    'Elements that no talk of a group treats while other groups have them, most striking first.',
    '他のグループにはあるのに、そのグループには発表が1つもない要素です。目立つ順に並べています。',
  ),
  gapsCaption: both('Gaps by group', 'グループごとの空白'),
  element: both('Element', '要素'),
  here: both('Here', 'このグループ'),
  elsewhere: both('Elsewhere', '他のグループ'),
  chance: both('By chance', '偶然の確率'),
  tools: both('Tools', 'ツール'),
  toolsLead: both(
    'Products that talks name, and the elements they speak for.',
    '発表に出てくる製品と、それが示す要素です。',
  ),
  tool: both('Tool', 'ツール'),
  organisations: both('Organisations', '組織'),
  organisationsLead: both('Where the talks come from, and what they treat.', '発表者の所属と、扱っている要素です。'),
  organisation: both('Organisation', '組織'),
  elements: both('Elements', '要素'),
  furtherRows: both('Further rows', '続きを表示'),
  targets: both('Targets', '目標'),
  target: both('Target', '目標'),
  reached: both('Reached', '結果'),
  met: both('met', '達成'),
  missed: both('missed', '未達'),
  patch: both('What the change does', '変更による増減'),
  before: both('Before', '変更前'),
  after: both('After', '変更後'),
  added: both('Talks added', '追加された発表'),
  changed: both('Talks changed', '変更された発表'),
  removed: both('Talks removed', '削除された発表'),
  list: both('The talks', '発表の一覧'),
  filter: both('Filter', '絞り込み'),
  search: both('Text', 'テキスト'),
  searchHint: both('title, speaker, wording', 'タイトル・発表者・語句'),
  any: both('any', 'すべて'),
  wholePart: both('whole part', '部分全体'),
  languageOfTalk: both('Language', '言語'),
  status: both('Status', '状態'),
  primaryOnly: both('Main subject only', '主題のみ'),
  clear: both('Clear all', 'すべて解除'),
  more: both('Show more', 'さらに表示'),
  none: both(
    'No talk matches. Clear the filter, or ask for less.',
    '該当する発表はありません。条件を減らしてください。',
  ),
  untaggedTalk: both(
    'No part of the taxonomy was found in this talk.',
    'この発表から該当する要素は見つかりませんでした。',
  ),
  mainSubject: both('main subject', '主題'),
  concepts: both('parts and elements', '部分・要素'),
  madeBy: both('Made by', '作成:'),
} as const satisfies Readonly<Record<string, Both>>;

export const STATUS_WORDS: Readonly<Record<Status, Both>> = {
  tagged: both('tagged', 'タグあり'),
  untagged: both('untagged', 'タグなし'),
  review: both('in doubt', '要確認'),
};

export const FIELD_WORDS: Readonly<Record<Field, Both>> = {
  title: both('title', 'タイトル'),
  abstract: both('abstract', '概要'),
  body: both('body', '本文'),
  keywords: both('keywords', 'キーワード'),
};

export const CHANGE_WORDS = {
  new: both('new', '新規'),
  grown: both('grown', '増加'),
  shrunk: both('shrunk', '減少'),
  gone: both('gone', '消滅'),
  same: both('same', '変化なし'),
  none: both('in neither', 'どちらにもなし'),
} as const;

const KEY_WORDS: Readonly<Record<string, Both>> = {
  event: both('Event', 'イベント'),
  year: both('Year', '年'),
  track: both('Track', 'トラック'),
  organisation: both('Organisation', '組織'),
  speaker: both('Speaker', '発表者'),
  lang: both('Language', '言語'),
  source: both('Source', 'ファイル'),
};

/** The heading of what talks are grouped by: `event`, or two joined by ` · `. */
export function keyWord(by: string): Both {
  const words = by
    .split(' · ')
    .map((key) => (Object.hasOwn(KEY_WORDS, key) ? KEY_WORDS[key] : undefined) ?? both(key, key));
  return both(words.map(({ en }) => en).join(' · '), words.map(({ ja }) => ja).join(' · '));
}

export function groupsBy({ en, ja }: Both): Both {
  return both(`groups by ${en.toLowerCase()}`, `${ja}別のグループ`);
}

export function groupWord(name: string): Both {
  return name === '' ? WORDS.noValue : both(name, name);
}

const LANGUAGES: Readonly<Record<string, Both>> = { en: both('English', '英語'), ja: both('Japanese', '日本語') };

/** A language by its tag; others than the two by the tag itself. */
export function languageWord(tag: string): Both {
  return (Object.hasOwn(LANGUAGES, tag) ? LANGUAGES[tag] : undefined) ?? both(tag, tag);
}

/** Thousands separated, in every locale the same. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

export function countOf(n: number, total: number): Both {
  return both(`${count(n)} of ${count(total)}`, `${count(total)}件中${count(n)}件`);
}

export function matching(n: number, total: number): Both {
  return n === total
    ? both(`all ${count(total)} talks`, `全${count(total)}件の発表`)
    : both(`${count(n)} of ${count(total)} talks match`, `${count(total)}件中${count(n)}件が該当`);
}

export function moreRows(n: number): Both {
  return both(`${count(n)} more`, `あと${count(n)}件`);
}

/** What shares stand on, in one sentence. */
export function denominators(weight: 'talk' | 'primary', includeReview: boolean): Both {
  const counted =
    weight === 'talk'
      ? both('talks that treat an element', 'その要素を扱う発表')
      : both('talks whose main subject it is', 'その要素を主題とする発表');
  const doubt = includeReview
    ? both('Talks in doubt count for their elements too.', '要確認の発表も要素に数えます。')
    : both(
        'Talks in doubt count in their group and for no element.',
        '要確認の発表は、グループには数えますが要素には数えません。',
      );
  return both(
    `Shares are ${counted.en}, of all talks of the group, tagged or not. ${doubt.en}`,
    `割合は、グループの全発表(タグの有無を問わず)に占める${counted.ja}の割合です。${doubt.ja}`,
  );
}

export function undated(n: number): Both {
  return both(`${count(n)} talks say no year and are not here.`, `年の記載がない${count(n)}件は含みません。`);
}

export function groupsLeftOut(shown: number, total: number): Both {
  return both(
    `The ${count(shown)} largest of ${count(total)} groups. The others are in the CSV report, and in the filter below.`,
    `${count(total)}グループのうち、大きい順に${count(shown)}グループを表示しています。残りはCSVレポートと下の絞り込みにあります。`,
  );
}

export function rowsLeftOut(n: number): Both {
  return both(`${count(n)} more are in the JSON report.`, `残り${count(n)}件はJSONレポートにあります。`);
}
