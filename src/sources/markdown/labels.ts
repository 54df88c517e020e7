/** Label lines (`Title: …`, `• キーワード: …`, `**Description**`): which names we know and what their values are. */
import { BLANK, GONE, HEADING, headingRange, lineText, type Outline, RULE, TEXT } from './lines.ts';

export type LabelRole =
  | 'title'
  /** A description: runs over several lines, up to the next known label. */
  | 'text'
  /** About a person, or a transcript: no evidence. */
  | 'other'
  /** A value of one line. */
  | 'value'
  /** A name we do not know. */
  | 'unknown';

export interface Label {
  readonly line: number;
  readonly name: string;
  readonly role: LabelRole;
  /** Columns of white space before the line's first mark. */
  readonly indent: number;
  /** Offsets of the value on the label's own line, white space trimmed; equal where there is none. */
  readonly from: number;
  readonly to: number;
  /** Whether the name stands in bold or brackets, as in a form. */
  readonly marked: boolean;
}

const TITLE =
  /^(?:(?:session|talk|presentation|proposal|lecture|paper|workshop|submission) (?:title|name)|title|(?:発表|講演|セッション|トーク|登壇|論文|プレゼン)?タイトル|題名|題目|演題|表題|(?:発表|講演)題目|(?:セッション|講演|トーク)名|标题|题目|演讲题目)$/;
const DESCRIPTION =
  /^(?:(?:session |talk |presentation |proposal |long |short |full )?(?:abstract|description|summary|synopsis|overview)|elevator pitch|details|(?:発表|講演|セッション|トーク|登壇)?(?:の)?(?:概要|要旨|内容|説明|紹介|詳細)|アブストラクト|摘要|简介|内容简介)$/;
const OTHER =
  /^(?:(?:short |speaker |author |presenter )?(?:bio|biography|profile)s?|about (?:the |our )?(?:speaker|presenter|author)s?|transcript(?:ion)?|プロフィール|略歴|経歴|自己紹介|(?:登壇者|発表者|講演者|講師|スピーカー)(?:紹介|プロフィール|略歴)|文字起こし|书面记录|个人简介)$/;
const VALUE =
  /^(?:speakers?|speakers?\(s\)|speaker name|presenters?|authors?|by|lecturers?|panell?ists?|hosts?|date|day|time|when|where|track|format|session (?:format|type|id|track)|type|level|audience level|difficulty|urls?|links?|slides?|video|youtube|recording|paper|pdf|keywords?|tags?|categor(?:y|ies)|topics?|room|location|venue|place|event|conference|lang|language|company|organi[sz]ations?|affiliations?|id|talk id|code|duration|length|year|mlops|status|発表者|登壇者|講演者|講師|話者|著者|スピーカー|司会|日時|日付|開催日|開催日時|時間|時刻|年|トラック|形式|種別|レベル|難易度|リンク|スライド|資料|発表資料|動画|録画|論文|キーワード|タグ|カテゴリー?|トピック|分類|部屋|場所|会場|イベント|イベント名|会議|会議名|言語|会社|組織|所属|企業|番号|讲师|讲者|演讲者|时间|日期|地点|关键词|标签)$/;

const MARKS = /^[ \t\u3000>]*(?:[-*+][ \t\u3000]+|[•・◦‣■◆●▼▶○□◇]+[ \t\u3000]*)?/;
const NAME = /^[\p{L}][\p{L}\p{N} ()/&'’,_?-]*$/u;
const MAX_NAME = 60;

/** The label that a line begins with, if it is a label line at all. */
export function labelAt(outline: Outline, line: number): Label | undefined {
  const kind = outline.kinds[line] ?? BLANK;
  if (kind > HEADING) return titleHeading(outline, line);
  if (kind !== TEXT) return undefined;
  const content = lineText(outline, line);
  if (!mayBeLabel(content)) return undefined;
  const head = MARKS.exec(content.slice(0, 200))?.[0].length ?? 0;
  const rest = content.slice(head, head + MAX_NAME + 8);
  const name = boldName(rest, content.length - head) ?? plainLabel(rest);
  if (name === undefined) return undefined;
  const label = name.text.normalize('NFKC').trim();
  if (!NAME.test(label) || label.split(' ').length > 8) return undefined;
  const role = roleOf(label);
  if (role === 'unknown' && name.tight) return undefined;
  const start = outline.starts[line] ?? 0;
  const value = content.slice(head + name.length);
  const lead = value.length - value.trimStart().length;
  const from = start + head + name.length + lead;
  return {
    line,
    name: label,
    role,
    indent: indentOf(content),
    from,
    to: from + value.trim().length,
    marked: name.marked,
  };
}

/** The cheap way out for most lines: no colon near the start, no bold, no bracket. */
function mayBeLabel(content: string): boolean {
  const near = content.length > MAX_NAME + 30 ? content.slice(0, MAX_NAME + 30) : content;
  return near.includes(':') || near.includes('：') || near.includes('**') || near.includes('__') || near.includes('【');
}

/** A form may write its labels as headings: `## Session Title` above the title itself. */
function titleHeading(outline: Outline, line: number): Label | undefined {
  const { from, to } = headingRange(outline, line);
  if (to - from > MAX_NAME) return undefined;
  const name = outline.text.slice(from, to).replace(/[:：\s]+$/, '');
  if (roleOf(name) !== 'title') return undefined;
  return { line, name, role: 'title', indent: 0, from: to, to, marked: true };
}

const SPEAKER =
  /^(?:speakers?|speaker\(s\)|presenters?|by|presented by|authors?|発表|発表者|登壇者?|講演者?|講師|話者|スピーカー|讲师|讲者)$/i;

/** Whether a label names who speaks. */
export function isSpeakerName(name: string): boolean {
  return SPEAKER.test(name);
}

const remembered = new Map<string, LabelRole>();
const MOST_REMEMBERED = 5000;

/** What a name stands for, whatever its case and width. */
export function roleOf(name: string): LabelRole {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const role = readRole(name);
  if (remembered.size < MOST_REMEMBERED) remembered.set(name, role);
  return role;
}

function readRole(name: string): LabelRole {
  if (name.length > MAX_NAME) return 'unknown';
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/[ ?]+$/, '');
  if (TITLE.test(plain)) return 'title';
  if (DESCRIPTION.test(plain)) return 'text';
  if (OTHER.test(plain)) return 'other';
  return VALUE.test(plain) || isSpeakerName(plain) ? 'value' : 'unknown';
}

interface Name {
  readonly text: string;
  /** Code units from the name's first mark up to its value. */
  readonly length: number;
  readonly marked: boolean;
  /** No white space stands between the colon and the value: only names we know may do that. */
  readonly tight: boolean;
}

/** `**Name**`, `**Name:** …`, `**Name**: …`, `【Name】…`, `[Name] …` at the start of the line. */
function boldName(rest: string, length: number): Name | undefined {
  const found =
    /^(?:\*\*([^*\n]{1,60}?)\s*([:：]?)\s*\*\*|__([^_\n]{1,60}?)\s*([:：]?)\s*__|【([^】\n]{1,60})】)(?:[ \t]*([:：]))?/.exec(
      rest,
    );
  if (found === null) return undefined;
  const text = found[1] ?? found[3] ?? found[5];
  if (text === undefined) return undefined;
  const colon = [found[2], found[4], found[6]].some(Boolean);
  const alone = found[0].length >= length || rest.slice(found[0].length).trim() === '';
  if (!colon && !alone && found[5] === undefined) return undefined;
  return { text, length: found[0].length, marked: true, tight: false };
}

function plainLabel(rest: string): Name | undefined {
  const colon = rest.search(/[:：]/);
  if (colon <= 0 || colon > MAX_NAME) return undefined;
  const next = rest.charAt(colon + 1);
  if (next === '/' && rest.charAt(colon + 2) === '/') return undefined;
  const tight = next !== '' && next !== ' ' && next !== '\t' && rest.charAt(colon) === ':';
  return { text: rest.slice(0, colon).replace(/^[*_]+|[*_]+$/g, ''), length: colon + 1, marked: false, tight };
}

function indentOf(content: string): number {
  let columns = 0;
  for (const character of content) {
    if (character === ' ') columns++;
    else if (character === '\t') columns += 4;
    else break;
  }
  return columns;
}

/** The line after the last of a label's value: for descriptions up to the next label, heading or rule. */
export function valueEnd(outline: Outline, label: Label, limit: number): number {
  if (label.role === 'value' || label.role === 'title') {
    if (label.to > label.from) return label.line + 1;
    const next = nextInk(outline, label.line + 1, Math.min(limit, label.line + 3));
    return next < 0 || isKnown(labelAt(outline, next)) ? label.line + 1 : next + 1;
  }
  let line = label.line + 1;
  while (line < limit && !endsValue(outline, label, line)) line++;
  return line;
}

/** A line such as `Building Pipelines: A Story` looks like a label, and is a title. */
export function isKnown(label: Label | undefined): boolean {
  return label !== undefined && (label.marked || label.role !== 'unknown');
}

function endsValue(outline: Outline, label: Label, line: number): boolean {
  const kind = outline.kinds[line] ?? BLANK;
  if (kind === BLANK || kind === GONE) return false;
  if (kind !== TEXT) return kind === RULE || kind > TEXT;
  const other = labelAt(outline, line);
  if (other === undefined || other.indent > label.indent) return false;
  return other.role !== 'unknown' || (other.marked && label.marked);
}

/** The next line of text in the range; -1 where there is none, or something else comes first. */
export function nextInk(outline: Outline, from: number, to: number): number {
  for (let line = from; line < to; line++) {
    const kind = outline.kinds[line] ?? BLANK;
    if (kind === TEXT) return line;
    if (kind !== BLANK) return -1;
  }
  return -1;
}
