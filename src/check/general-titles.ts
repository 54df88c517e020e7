/** Titles that many talks have and that name none of them. */
import { folded } from './fold.ts';
import type { TalkFacts } from './types.ts';

function table(titles: string): ReadonlySet<string> {
  return new Set(titles.split(' | ').map(folded));
}

/** Points of a programme: two with one of these titles are one talk only where a speaker is the same. */
const PROGRAMME = table(
  'break | coffee break | lunch | lunch break | dinner | reception | networking | registration | check-in | doors open | welcome | ' +
    'opening | opening remarks | opening session | opening keynote | introduction | intro | keynote | closing | closing remarks | ' +
    'closing keynote | closing session | wrap-up | panel | panel discussion | discussion | fireside chat | lightning talk | ' +
    'lightning talks | LT | poster session | posters | workshop | tutorial | demo | demos | Q&A | questions | announcements | ' +
    'sponsor session | sponsors | social | social event | after party | award ceremony | unconference | open space | TBA | TBD | ' +
    'to be announced | 開会 | 開会式 | 開会の挨拶 | 開会挨拶 | 閉会 | 閉会式 | 閉会の挨拶 | 閉会挨拶 | 挨拶 | ご挨拶 | オープニング | クロージング | ' +
    'オープニングトーク | クロージングトーク | はじめに | おわりに | 休憩 | 昼食 | 昼休み | 昼休憩 | ランチ | 懇親会 | 交流会 | 受付 | 開場 | 基調講演 | 招待講演 | ' +
    '特別講演 | パネルディスカッション | パネル討論 | ライトニングトーク | LT大会 | LT会 | ポスターセッション | ワークショップ | 質疑応答 | 質問コーナー | ' +
    'スポンサーセッション | スポンサーLT | 会場説明 | 会場案内 | 表彰式 | 未定 | 調整中 | 自己紹介',
);

/** Names of files rather than talks, by which a talk without a title goes. */
const FILES = table(
  'index | readme | talk | talks | session | sessions | untitled | abstract | description | presentation | slides | content | main | ' +
    'data | new | 無題 | 概要 | 資料 | 発表資料',
);

/** Whether a title is no name of one talk, so that two may have it. @param title in folded form */
export function namesNoTalk(title: string, talk: Pick<TalkFacts, 'speakers'>): boolean {
  return title === '' || /^\p{N}+$/u.test(title) || FILES.has(title) || isProgramme(title, talk);
}

/** A lunch, an opening: on the programme, by nobody, and no talk. @param title in folded form */
export function isProgramme(title: string, { speakers = [] }: Pick<TalkFacts, 'speakers'>): boolean {
  return PROGRAMME.has(title.replace(/\p{N}+$/u, '')) && speakers.length === 0;
}
