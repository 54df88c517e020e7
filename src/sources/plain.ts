/** Values that are HTML, as the text a reader sees. */
import { lazily } from './lazy.ts';
import { SILENT_ELEMENTS } from './silent-elements.ts';

const htmlparser = lazily(() => import('htmlparser2'));

const TAG =
  /<\/?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|code|pre|table|t[rdh]|blockquote|img|hr|sup|sub|small|font|section|figure|iframe|script|style|nav|header|footer|aside|form|button)(?=[\s/>])[^<>]*>/i;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;
const BLOCKS = new Set(
  'p br div ul ol li h1 h2 h3 h4 h5 h6 table tr td th blockquote hr section figure pre'.split(' '),
);

/** Whether a text holds HTML tags or entities, rather than a bare `<` or `&`. */
export function looksLikeHtml(text: string): boolean {
  return (text.includes('<') && TAG.test(text)) || (text.includes('&') && ENTITY.test(text));
}

/** The text without tags, scripts and code blocks, entities decoded, a line feed for each block. */
export function htmlToText(html: string): string {
  const { Parser } = htmlparser();
  const parts: string[] = [];
  let silent = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (SILENT_ELEMENTS.has(name)) silent++;
      else if (BLOCKS.has(name)) parts.push('\n');
    },
    ontext(text) {
      if (silent === 0) parts.push(text);
    },
    onclosetag(name) {
      if (SILENT_ELEMENTS.has(name)) silent--;
      if (BLOCKS.has(name)) parts.push('\n');
    },
  });
  parser.end(html);
  const lines = parts
    .join('')
    .split('\n')
    .map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}
