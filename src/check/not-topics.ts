/** Names that stand among tags and say nothing of what a talk treats: speakers, events, formats. */
import { folded, occasionOf } from './fold.ts';
import type { RuleContext, TalkView } from './rules/types.ts';

export type NotATopic = 'speaker' | 'event' | 'format';

const FORMATS: ReadonlySet<string> = new Set(
  (
    'lightning talk | lightning | lightning session | short talk | LT | keynote | keynote talk | keynote speech | plenary | ' +
    'invited talk | regular talk | long talk | talk | presentation | session | breakout | breakout session | ' +
    'technical session | workshop | hands-on | hands-on lab | tutorial | training session | panel | panel discussion | ' +
    'fireside chat | ama | roundtable | birds of a feather | BoF | unconference | open space | poster | poster session | ' +
    'demo session | sponsor session | sponsored talk | conference | meetup | webinar | online event | slides | video | ' +
    'recording | ライトニングトーク | LT大会 | LT会 | LT枠 | 基調講演 | 招待講演 | 特別講演 | 一般講演 | 講演 | 一般発表 | 口頭発表 | 発表 | ' +
    'ポスター | ポスター発表 | ポスターセッション | セッション | ブレイクアウトセッション | スポンサーセッション | ワークショップ | ハンズオン | ' +
    'チュートリアル | パネルディスカッション | パネル討論 | パネル | 座談会 | 対談 | キーノート | トーク | プレゼン | プレゼンテーション | ' +
    'カンファレンス | 勉強会 | ミートアップ | ウェビナー | 登壇 | 登壇資料 | スライド | 動画'
  )
    .split(' | ')
    .map(folded),
);

const BETWEEN_NAMES = /[\s,_-]+/;

const namesByView = new WeakMap<TalkView, ReadonlyMap<string, NotATopic>>();
const domains = new WeakMap<RuleContext, ReadonlySet<string>>();

/** What `text` is instead of a topic; undefined for a topic. What the taxonomy knows is always one, company or not. */
export function notATopic(text: string, view: TalkView, context: RuleContext): NotATopic | undefined {
  const names = namesByView.get(view) ?? namesOf(view);
  namesByView.set(view, names);
  const fold = folded(text);
  const kind = names.get(fold) ?? names.get(inOrder(text)) ?? (isFormat(fold) ? 'format' : undefined);
  if (kind === undefined || context.conceptNamed(text) !== undefined) return undefined;
  return domainNames(context).has(fold) ? undefined : kind;
}

function isFormat(fold: string): boolean {
  return FORMATS.has(fold) || (fold.endsWith('s') && FORMATS.has(fold.slice(0, -1)));
}

/** The names of the talk's speakers and of its event, in the forms that people tag with. */
function namesOf({ talk }: TalkView): ReadonlyMap<string, NotATopic> {
  const names = new Map<string, NotATopic>();
  for (const form of talk.event === undefined ? [] : eventForms(talk.event, talk.year)) names.set(form, 'event');
  for (const speaker of talk.speakers ?? []) {
    names.set(folded(speaker), 'speaker');
    names.set(inOrder(speaker), 'speaker');
  }
  names.delete('');
  return names;
}

/** The words of a name in code-unit order: "Sato Hanako" is "Hanako Sato". Empty for a single word. */
function inOrder(name: string): string {
  const words = name.split(BETWEEN_NAMES);
  return words.length < 2 ? '' : words.map(folded).filter(Boolean).sort().join(' ');
}

/** "OpML '20" is also tagged "OpML", "opml20" and "opml-2020". */
function eventForms(event: string, ofTalk: number | undefined): readonly string[] {
  const { name, year } = occasionOf(event, ofTalk);
  if (name.length < 2) return [folded(event)];
  const short = (year ?? '').slice(-2);
  const years = year === undefined ? [] : [short, `19${short}`, `20${short}`];
  return [folded(event), name, ...years.flatMap((one) => [`${name}${one}`, `${one}${name}`])];
}

/** What the whole taxonomy is about is a topic too, also where an event is called so. */
function domainNames(context: RuleContext): ReadonlySet<string> {
  const names = domains.get(context) ?? new Set(context.taxonomy.domain.map(({ text }) => folded(text)));
  domains.set(context, names);
  return names;
}
