/** The names below a heading such as `## Speakers` or `## 登壇者`; its text is no evidence. */
import type { PlacedText } from '../entry.ts';
import { roleOf } from './labels.ts';
import { BLANK, headingText, lineText, type Outline, RULE } from './lines.ts';
import { positionOf } from './place.ts';
import type { Section } from './sections.ts';

const HEADING =
  /^(?:(?:the |our )?(?:speakers?|presenters?|lecturers?)(?: ?\(s\))?|(?:本日の|今回の)?(?:登壇者|講演者|発表者|講師|スピーカー)|讲师|演讲者)$/;
const BULLET = /^[ \t]*(?:[-*+•・]|\d{1,2}[.)])[ \t]+/;
/** What of an item comes behind the name. */
const REMARK = /\s+[-–—|/]\s.*$|[,:：、，|｜].*$/;
const BRACKETS = /\s*[(（][^()（）]{1,80}[)）]$/;
const SEPARATOR = /[,、，;；]|\s+(?:and|&)\s+|\s+\/\s+/;
const LATIN_NAME =
  /^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|da|di|van|von|der|den|la|le|el|bin|al)){1,4}$/u;
const CJK_NAME =
  /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー・]{1,10}(?:[ \u3000][\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー・]{1,10}){0,2}(?:さん|氏|様)?$/u;
const HANDLE = /^@[\w.-]{1,30}$/;
const SENTENCE = /[。．！？]|[.!?]$|(?:です|ます|した|する|いる)$/;
const MAX_LINE = 300;
const MOST = 50;

/** The speakers of the first such section that lists them, a line each; undefined where none does. */
export function listedSpeakers(outline: Outline, sections: readonly Section[]): PlacedText | undefined {
  for (const { line, kind, end } of sections) {
    if (kind !== 'people' || !HEADING.test(plainHeading(outline, line))) continue;
    const first = firstInk(outline, line + 1, end);
    const names = first === undefined ? [] : namesFrom(outline, first, end);
    if (first === undefined || names.length === 0) continue;
    const position = positionOf(outline, outline.starts[first] ?? 0);
    return { text: names.join('\n'), placement: { exact: false, locate: () => position } };
  }
  return undefined;
}

function plainHeading(outline: Outline, line: number): string {
  return headingText(outline, line).normalize('NFKC').toLowerCase().replace(/[*_:]/g, '').trim();
}

function firstInk(outline: Outline, from: number, to: number): number | undefined {
  for (let line = from; line < to; line++) {
    const content = lineText(outline, line).trim();
    if (content !== '' && !/^[=-]{3,}$/.test(content)) return line;
  }
  return undefined;
}

/** The items of the list that begins on a line, or what that line names if it names people and nothing else. */
function namesFrom(outline: Outline, first: number, end: number): readonly string[] {
  const content = lineText(outline, first);
  if (!BULLET.test(content)) return namesOfLine(wordingOf(content));
  const names: string[] = [];
  for (let line = first; line < end && names.length < MOST; line++) {
    const item = lineText(outline, line);
    const kind = outline.kinds[line] ?? BLANK;
    if (kind === BLANK || /^[ \t]{2,}/.test(item)) continue;
    if (kind === RULE || !BULLET.test(item)) break;
    const name = nameOfItem(wordingOf(item));
    if (name !== undefined) names.push(name);
  }
  return names;
}

/** A line's text without bullets, links and emphasis. */
function wordingOf(line: string): string {
  if (line.length > MAX_LINE) return '';
  return line
    .replace(BULLET, '')
    .replace(/!\[[^\]]*\]\([^()]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^()]*\)/g, '$1')
    .replace(/<[^<>]*>/g, '')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/\*+|__|`/g, '')
    .trim();
}

function nameOfItem(item: string): string | undefined {
  const bare = item.replace(REMARK, '').trim();
  const name = bare.replace(BRACKETS, '');
  return (isName(name) || HANDLE.test(name)) && !isLabel(name) ? bare : undefined;
}

/** `- 所属: ACME`: what a person is, not who. */
function isLabel(name: string): boolean {
  return roleOf(name) !== 'unknown' || /^(?:名前|氏名|役職|職業|(?:job )?(?:name|role|position|title))$/i.test(name);
}

function namesOfLine(line: string): readonly string[] {
  const parts = line.split(SEPARATOR).map((part) => part.trim());
  return parts.every((part) => isName(part.replace(BRACKETS, ''))) ? parts : [];
}

function isName(text: string): boolean {
  return (LATIN_NAME.test(text) || CJK_NAME.test(text)) && !SENTENCE.test(text);
}
