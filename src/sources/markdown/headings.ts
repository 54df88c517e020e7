/** What headings and labels say about the text below them: the one table of section names, in the languages of our sources. */

export type SectionKind =
  /** Says what the talk is about. */
  | 'description'
  /** About people: all of it is no evidence, deeper headings included. */
  | 'people'
  /** Transcripts and time stamps: no evidence where a description stands beside. */
  | 'transcript'
  /** Link lists, notices, navigation: their lines with links are no evidence. */
  | 'links'
  /** A part of an article, never the title of a talk; its text counts. */
  | 'generic';

const PERSON =
  '(?:speaker|presenter|author|instructor|panell?ist|guest|host|moderator|facilitator|lecturer|organi[sz]er)';
const PERSON_JA =
  '(?:登壇者|講演者|発表者|講師|スピーカー|著者|筆者|執筆者|パネリスト|出演者|ゲスト|司会者?|モデレーター?|主催者)';

/** Order matters: the first that fits wins. All match the whole name in normal form. */
const SECTIONS: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'description',
    /^(?:(?:about|description of|summary of|overview of) (?:the |this )?(?:event|talk|session|presentation|workshop|webinar|lecture)|(?:the |this )?(?:talk|session|event|workshop|presentation) (?:abstract|description|summary|overview|details)|abstract|description|synopsis|long (?:abstract|description)|short (?:abstract|description))$/,
  ],
  [
    'description',
    /^(?:概要|(?:講演|発表|セッション|トーク|登壇|イベント|論文)(?:の)?(?:概要|内容|要旨|紹介|説明)|要旨|内容紹介|アブストラクト|摘要|简介|内容简介|演讲(?:摘要|简介))$/,
  ],
  [
    'people',
    new RegExp(
      `^(?:about (?:the |our |this )?(?:${PERSON}s?|me|us|myself)|meet (?:the |our )?${PERSON}s?|(?:the |our )?${PERSON}s?(?:'s?)?(?: ?\\(s\\))?(?: (?:bio(?:graph(?:y|ies))?s?|profiles?|info(?:rmation)?|details|introductions?|notes))?|(?:short |speaker )?bio(?:graph(?:y|ies))?s?|who (?:am i|is speaking|we are)|profiles?|about me|speakers? (?:and|&) (?:hosts?|moderators?))$`,
    ),
  ],
  [
    'people',
    new RegExp(
      `^(?:(?:本日の|今回の)?${PERSON_JA}(?:の?(?:について|紹介|ご紹介|プロフィール|略歴|経歴|情報|の声))?|自己紹介|プロフィール|略歴|経歴|会社紹介|私について|(?:关于)?(?:讲师|讲者|演讲者|嘉宾|作者|讲师团|分享者)(?:介绍|简介)?)$`,
    ),
  ],
  [
    'transcript',
    /^(?:(?:full |event |video |auto[- ]?generated )?transcri(?:pts?|ptions?)|time ?-?stamps?|time ?codes?|chapters|subtitles|captions|文字起こし|書き起こし|全文書き起こし|字幕|トランスクリプト|タイムスタンプ|チャプター)$/,
  ],
  [
    'links',
    /^(?:(?:key |useful |related |external |important |quick |more )?links?(?: (?:and|&) (?:resources|references))?|(?:additional |further |more |related )?(?:resources?|references?|refs?|reading|readings|articles|posts|materials?)|bibliography|citations?|sources?|see also|footnotes|notes and links|(?:the )?(?:videos?|recordings?|slides?)(?: (?:deck|and|&) ?(?:videos?|slides?|recordings?)?)?|slide deck|table of contents|toc|contents|upcoming (?:events|talks)|more (?:talks|events)|(?:our |community |track |platinum |gold |silver |presenting )?(?:sponsors?|partners?)|supporters|navigation|menu|comments|share(?: this)?|tags|licen[sc]e|code of conduct|contact(?: us)?|connect(?: with us)?|contact (?:and|&) connect|follow us|stay (?:updated|tuned)|social(?: media)?|registration|register(?: now)?|join us|venue(?: (?:and|&) hotel)?|location|testimonials|case study|presented this talk before|additional resources|previous sessions?|are you both the submitter and speaker\??)$/,
  ],
  [
    'links',
    /^(?:参考(?:文献|資料|リンク|url|サイト|記事|情報)?|関連(?:リンク|記事|資料|情報|ページ|イベント)|(?:外部)?リンク(?:集)?|(?:当日の?|発表|登壇|講演)?(?:資料|スライド|動画)(?:一覧)?|(?:youtubeの|アーカイブ|講演)動画|アーカイブ|目次|スポンサー|お問い合わせ|問い合わせ先|会場|アクセス|開催(?:日時|場所|概要)|日時|場所|参加(?:方法|費)|申し?込み(?:方法)?|ハッシュタグ|注意事項|参考文献一覧|参考链接|参考资料|相关链接)$/,
  ],
  [
    'generic',
    /^(?:introduction|intro|background|motivation|overview|summary|conclusions?|agenda|outline|discussion|q ?& ?a|questions?|faq|goals?|objectives?|prerequisites|requirements|setup|getting started|installation|usage|results?|evaluation|related work|future work|next steps|lessons learned|takeaways|key takeaways|learning objectives|target audience|audience|who should attend|what you(?:'|’)?ll learn|benefits to the ecosystem|additional notes|notes?|thoughts|impressions|final thoughts|wrap[- ]?up|closing|appendix|acknowledge?ments?|details|schedule|program(?:me)?|timetable|tracks?|expo|keynotes?|(?:the |this )?(?:talks?|sessions?|workshops?|events?|presentations?)|demos?|welcome|news|updates?|tl;?dr)$/,
  ],
  [
    'generic',
    /^(?:はじめに|初めに|始めに|導入|背景|目的|動機|まとめ|おわりに|終わりに|最後に|さいごに|結論|感想|所感|雑感|考察|議論|ディスカッション|質疑応答|質疑|q&a|メモ|備考|補足|付録|謝辞|前提|用語(?:定義)?|アジェンダ|流れ|スケジュール|タイムテーブル|プログラム|セッション(?:一覧)?|発表(?:一覧|まとめ)?|講演(?:一覧)?|基調講演|課題|結果|評価|手法|方法|今後(?:の課題|の展望|について)?|次回予告|お知らせ|編集後記|共有|想定聴衆|対象者?|学べること|得られるもの)$/,
  ],
];

const remembered = new Map<string, SectionKind | undefined>();
const MOST_REMEMBERED = 5000;

/** What kind of section a heading or label opens; undefined where its name says nothing. */
export function sectionKind(name: string): SectionKind | undefined {
  if (name.length > 80) return undefined;
  if (remembered.has(name)) return remembered.get(name);
  const plain = plainName(name);
  const kind = SECTIONS.find(([, pattern]) => pattern.test(plain))?.[0];
  if (remembered.size < MOST_REMEMBERED) remembered.set(name, kind);
  return kind;
}

const TAG = /<[^<>]*>/g;

/** A heading's name without marks, numbering, emoji and closing colon; compatibility forms resolved, lower case. */
function plainName(name: string): string {
  let plain = name.normalize('NFKC').toLowerCase();
  if (plain.includes('<')) plain = plain.replace(TAG, ' ');
  if (plain.includes('](')) plain = plain.replace(/\]\([^()]*\)/g, '');
  plain = plain
    .replace(/[*_`[\]【】「」■◆●▼▶#~]/g, '')
    .replace(/\p{Extended_Pictographic}|\uFE0F/gu, (found) => (/\d/.test(found) ? found : ''));
  plain = plain.replace(/^\s*(?:\d{1,2}\s?[.)．]|第\d{1,2}[章節])\s*/, '');
  return plain.trim().replace(/[\s:.。]+$/, '');
}
