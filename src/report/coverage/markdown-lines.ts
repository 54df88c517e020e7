/** The pieces that the markdown report is made of. */
import { inlineText } from '../markdown-text.ts';
import { clip } from '../width.ts';
import { shortName } from './words.ts';

/** Columns of a stranger's text before it is cut. */
const TEXT_COLUMNS = 100;
const NAME_COLUMNS = 60;
/** UTF-16 code units a column at most: marks upon marks take none. */
const UNITS_A_COLUMN = 2;

/** A stranger's text, escaped and of bounded length. */
export function words(text: string, columns = TEXT_COLUMNS): string {
  return inlineText(clip(text.slice(0, columns * UNITS_A_COLUMN), columns, '…'));
}

/** A group's name, its end kept. */
export function groupWords(name: string): string {
  return inlineText(shortName(name, NAME_COLUMNS, '…'));
}

/** Heads that begin with `>` stand over numbers; cells are markdown already. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const names = heads.map((head) => head.replace(/^> ?/, ''));
  const rules = heads.map((head) => (head.startsWith('>') ? '---:' : '---'));
  return [names, rules, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function section(title: string, pieces: readonly string[]): readonly string[] {
  return pieces.length === 0 ? [] : [`### ${title}`, ...pieces];
}

export function bold(text: string): string {
  return `**${text}**`;
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Folded away behind its summary. */
export function details(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
