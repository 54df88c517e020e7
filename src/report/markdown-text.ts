/** Text of strangers inside markdown, where it is text and nothing else. */
import { plainLine } from './text.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Inline text without markup, also in a table cell. Beside the signs of markdown itself this undoes what GitHub adds: mentions
 * (`@name` would notify somebody), issue numbers and bare links; an empty comment parts them and shows nothing.
 */
export function inlineText(text: string): string {
  return escaped(plainLine(text));
}

/** A code span of our own prose, or what it quotes, in which backticks are somebody else's. */
const CODE_OR_QUOTE = /(?<!`)`([^\s`"](?:[^`"]{0,78}[^\s`"])?)`(?!`)|"[^"]*"/g;

/** The same for our own sentences: their code spans stay; what they quote in "" is text of strangers. */
export function inlineProse(text: string): string {
  const plain = plainLine(text);
  let prose = '';
  let at = 0;
  for (const { 0: whole, 1: code, index } of plain.matchAll(CODE_OR_QUOTE)) {
    if (code === undefined) continue;
    prose += escaped(plain.slice(at, index)) + inlineCode(code);
    at = index + whole.length;
  }
  return prose + escaped(plain.slice(at));
}

function escaped(text: string): string {
  return text
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/(?<=@|\bGH-)(?=\w)|(?<=#)(?=\d)|(?<=\b(?:https?|ftp|mailto|xmpp|www))(?=[:.])/gi, '<!-- -->');
}

/** A code span, also in a table cell: the fence is longer than any run of backticks inside. */
export function inlineCode(text: string): string {
  const plain = plainLine(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + plain + fence : `${fence} ${plain} ${fence}`;
}
