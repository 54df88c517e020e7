/** Every text of the page's own, in both languages, in one table. */
import type { Field, Status } from '../../../talk.ts';
import { FEW_TALKS } from '../trend-rows.ts';
import type { Both } from './node.ts';

export const both = (en: string, ja: string): Both => ({ en, ja });

export const WORDS = {
  skip: both('Skip to the talks', '発表の一覧へ'),
  sections: both('Sections', '目次'),
  noTalks: both('There are no talks: nothing was counted.', '発表がないため、集計結果もありません。'),
  language: both('Language of this page', 'このページの言語'),
  noScript: both(
    'Scripts are off: the map, the tables and the charts are all here. The list of talks, its filter, sorting and the comparison of two groups need scripts.',
    'スクリプトが無効です。マップ、表、グラフは表示されていますが、発表の一覧と絞り込み、並べ替え、2つのグループの比較にはスクリプトが必要です。',
  ),
  map: both('The map', 'マップ'),
  mapLead: both(
    'Elements by the part of the life cycle they belong to. The stronger the colour of a box, the more talks treat it. Choose a box to see its talks.',
    'ライフサイクルのどの部分に属するかで要素を並べました。色が目立つほど、扱う発表が多い要素です。要素を選ぶと、その発表を表示します。',
  ),
  mapTitle: both('Which parts of MLOps the talks treat', '発表が扱うMLOpsの要素'),
  matrix: both('What each group covers', 'グループごとの内訳'),
  matrixLead: both(
    'Talks that treat a part or an element, and below the number its share of the group’s talks. Choose a number to see its talks, and above them the 95 % interval of its share; a mouse shows the interval where it points.',
    '各部分・要素を扱う発表の数と、そのグループに占める割合です。数を選ぶと、その発表と割合の95 %信頼区間を表示します。区間は、マウスを重ねても表示されます。',
  ),
  matrixCaption: both('Talks by group and part', 'グループと部分ごとの発表数'),
  group: both('Group', 'グループ'),
  talks: both('Talks', '発表数'),
  all: both('All talks', '全発表'),
  noValue: both('(none given)', '（記載なし）'),
  shades: both('Share of the talks of a row', '行の発表に占める割合'),
  fewTalks: both(
    `○ fewer than ${FEW_TALKS} talks: a share of so few says little`,
    `○ 発表が${FEW_TALKS}件未満：割合はあまり当てになりません`,
  ),
  showElements: both('Show elements', '要素まで表示'),
  hideEmpty: both('Hide what is empty', '空の行と列を隠す'),
  elementsOf: both('Elements of', '要素を表示:'),
  shares: both('Parts and elements', '部分と要素'),
  sharesLead: both(
    'Each share is of all talks counted, with its 95 % interval (Wilson).',
    '割合はすべての発表に対するもので、95 %信頼区間（ウィルソン法）を添えています。',
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
    '“By chance”: how often chance alone makes a difference as large, by a two-sided pooled two-proportion z-test, or Fisher’s exact test where a count is small. Below 5 % it is called more than chance. Of so many tests, about one in twenty falls below that by chance alone.',
    '「偶然でも生じる確率」は、偶然だけでこれほど大きな差が出る確率です（2つの割合の両側z検定、数が少ないときはフィッシャーの正確確率検定）。5 %未満を「偶然とは言いにくい」としています。これだけの数を検定すると、偶然だけでも20に1つほどはこの基準を満たします。',
  ),
  first: both('First group', '1つ目のグループ'),
  second: both('Second group', '2つ目のグループ'),
  difference: both('Difference', '差'),
  order: both('Order', '並び順'),
  orderOfTaxonomy: both('as in the taxonomy', '分類の順'),
  orderOfDifference: both('largest difference first', '差の大きい順'),
  verdict: both('Verdict', '判定'),
  moreThanChance: both('more than chance', '偶然とは言いにくい'),
  maybeChance: both('may be chance', '偶然でもありうる'),
  noTest: both('no test', '検定なし'),
  gaps: both('What is missing', '欠けている要素'),
  gapsLead: both(
    'Elements that no talk of a group treats while other groups have them, most striking first. “By chance”: how often a group of this size has none where chance alone deals the talks out to the groups.',
    '他のグループにはあるのに、そのグループには発表が1つもない要素です。目立つ順に並べています。「偶然でも生じる確率」は、発表を偶然だけで各グループに割り振ったときに、同じ大きさのグループに1件も入らない確率です。',
  ),
  noStrikingGap: both(
    'No gap is striking: each has a chance of 50 % or more.',
    '目立つ空白はありません。どれも、偶然でも生じる確率が50 %以上です。',
  ),
  gapsCaption: both('Gaps by group', 'グループごとの空白'),
  element: both('Element', '要素'),
  here: both('Here', 'このグループ'),
  elsewhere: both('Elsewhere', '他のグループ'),
  chance: both('By chance', '偶然でも生じる確率'),
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
  noGroup: both('there is no group', 'グループなし'),
  noTalkAtAll: both('there is no talk', '発表なし'),
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
  search: both('Title, names, words found', 'タイトル・名前・見つかった語句'),
  searchHint: both(
    'Finds talks that have all of the words, wherever they stand; words in quotes stand together. They are looked for in titles, years, events, speakers, organisations, names of elements, and the words found that are shown with a talk. Words behind “more” are not kept on this page.',
    '空白で区切ったすべての語句を含む発表を探します。引用符で囲んだ語句は、ひと続きのものとして探します。対象は、タイトル、年、イベント、発表者、組織、要素の名前と、発表に表示されている語句です。「あと○件」とある語句は、このページにないため対象外です。',
  ),
  any: both('any', 'すべて'),
  anyName: both('any: type a name', 'すべて（名前を入力）'),
  noSuchName: both('No such name on this page', 'このページにない名前です'),
  wholePart: both('whole part', '部分全体'),
  languageOfTalk: both('Language', '言語'),
  status: both('Status', '状態'),
  primaryOnly: both('Main subject only', '主題のみ'),
  clear: both('Clear all', 'すべて解除'),
  filteredList: both('The list of talks is filtered', '発表の一覧を絞り込み中'),
  strangers: both('The address names what is not on this page', 'アドレスの次の指定は、このページにありません'),
  toTheTalks: both('To the talks', '発表の一覧へ'),
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
  gone: both('gone', 'なくなった'),
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
