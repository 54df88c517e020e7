/** The one table of the names that sources give to the fields of a talk. */

/** The fields that keys of a source may name; what `none` names is no evidence. */
export const TALK_FIELDS = [
  'title',
  'abstract',
  'transcript',
  'keywords',
  'speakers',
  'organisations',
  'event',
  'date',
  'year',
  'track',
  'lang',
  'url',
  'id',
  'none',
] as const;

export type TalkField = (typeof TALK_FIELDS)[number];

/** The keys of each field, best first, without regard to case, spaces, `_` and `-`. */
const ALIASES: Readonly<Record<TalkField, string>> = {
  title:
    'title | talk title | session title | proposal title | presentation title | paper title | ' +
    'submission title | video title | full title | title ja | title en | タイトル | 題名 | 題目 | 演題 | 表題 | 件名 | ' +
    'トークタイトル | セッションタイトル | セッション名 | 講演タイトル | 講演名 | 発表タイトル | 発表題目 | 标题 | 題目名 | headline | name',
  // The first one with text is the abstract, further texts go to the body.
  abstract:
    'abstract | talk abstract | session abstract | description | talk description | session description | ' +
    'proposal abstract | abstract en | abstract ja | description en | description ja | summary | overview | ' +
    'synopsis | intro | introduction | text | 概要 | 要旨 | 要約 | 説明 | アブストラクト | セッション概要 | 講演概要 | 発表概要 | トーク概要 | ' +
    'セッション内容 | 講演内容 | 発表内容 | 内容 | 紹介文 | 摘要 | 描述 | 简介 | outline | details | detail | long description | ' +
    'short description | excerpt | lead | about | content | body | subtitle | サブタイトル | 詳細 | 本文 | short | ' +
    'teaser | pitch | takeaways | key takeaways',
  transcript: 'transcript | transcription | subtitles | captions | caption | 書き起こし | 文字起こし | 字幕',
  keywords:
    'keywords | keyword | tags | tag | categories | category | topics | topic | subjects | キーワード | タグ | カテゴリ | ' +
    'カテゴリー | トピック | 关键词 | 标签',
  speakers:
    'speakers | speaker | speaker names | speaker name | presenters | presenter | persons | people | ' +
    'guests | guest | authors | author | lecturer | lecturers | instructors | instructor | panelists | ' +
    'speaker full name | 登壇者 | 登壇者名 | 講演者 | 講演者名 | 発表者 | 発表者名 | スピーカー | スピーカー名 | 講師 | 著者 | 讲师 | 演讲者',
  organisations:
    'organisations | organisation | organizations | organization | company | companies | affiliation | ' +
    'affiliations | org | employer | 所属 | 会社 | 会社名 | 企業 | 企業名 | 団体 | 組織',
  event:
    'event | event name | event title | conference | conference name | conference title | meetup | イベント | ' +
    'イベント名 | 会議 | 会議名 | カンファレンス | 勉強会',
  date:
    'date | talk date | session date | recorded | start | starts at | start at | start time | time start | start date | ' +
    'starts | scheduled at | time | datetime | slot | day | 日付 | 開催日 | 開催日時 | 日時 | 発表日 | event date | ' +
    'published | published at | publish date | publishdate | date added',
  year: 'year | 年 | 年度 | 開催年',
  track:
    'track | track name | assigned track | tracks | session track | stream | theme | トラック | トラック名 | テーマ',
  lang: 'lang | language | locale | talk language | session language | languages | 言語 | 使用言語 | 发言语言',
  url: 'url | link | href | permalink | talk url | session url | リンク | videos',
  id: 'id | session id | talk id | submission id | proposal id | code | guid | uid | uuid',
  // Never evidence and not worth showing: who speaks says nothing about what the talk treats, and gold is the answer.
  none:
    'bio | bios | biography | speaker bio | speaker bios | speaker biography | profile | speaker profile | ' +
    'about speaker | about the speaker | about author | 登壇者紹介 | 講演者紹介 | 発表者紹介 | 講師紹介 | 略歴 | 経歴 | プロフィール | ' +
    '自己紹介 | gold | second',
};

export interface Alias {
  readonly field: TalkField;
  /** Place in the field's list: the lowest wins. */
  readonly rank: number;
}

export type ExtraAliases = Readonly<Partial<Record<TalkField, readonly string[]>>>;

/** In normal form brackets of any width are these. */
const REMARK = /\([^()]*\)/g;
const REMEMBERED_KEYS = 10_000;
const folded = new Map<string, string>();

/** A key as the table compares it. Sources have few keys and say them often, so they are remembered. */
export function foldKey(key: string): string {
  const known = folded.get(key);
  if (known !== undefined) return known;
  const fold = key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-*:?]+/g, '');
  if (folded.size < REMEMBERED_KEYS) folded.set(key, fold);
  return fold;
}

/** Looks keys up in the table, the config's own aliases before the built-in ones. */
export class AliasTable {
  readonly #byKey = new Map<string, Alias>();

  constructor(own: ExtraAliases = {}) {
    for (const field of TALK_FIELDS) {
      const keys = [...(own[field] ?? []), ...ALIASES[field].split(' | ')];
      for (const [rank, key] of keys.entries()) this.#byKey.set(foldKey(key), { field, rank });
    }
    // A name that the config gives to another field is that field's.
    for (const field of TALK_FIELDS) {
      for (const [rank, key] of (own[field] ?? []).entries()) this.#byKey.set(foldKey(key), { field, rank });
    }
  }

  find(key: string): Alias | undefined {
    const fold = foldKey(key);
    return this.#byKey.get(fold) ?? (fold.includes('(') ? this.#withoutRemark(fold) : undefined);
  }

  /** `Description (public)` is a description, behind one that has no remark; a mere `name` with a remark is a person's. */
  #withoutRemark(fold: string): Alias | undefined {
    const bare = fold.replace(REMARK, '');
    const alias = bare === 'name' ? undefined : this.#byKey.get(bare);
    return alias === undefined ? undefined : { field: alias.field, rank: alias.rank + 0.5 };
  }

  /** Whether a key of the record names `field`. */
  names(record: Readonly<Record<string, unknown>>, field: TalkField): boolean {
    return Object.keys(record).some((key) => this.find(key)?.field === field);
  }
}

/** The table without any config. */
export const STANDARD_ALIASES = new AliasTable();
