/** A finding for people: place, severity, code, message, and the line with a caret below the column. */
import stringWidth from 'string-width';
import { messageOf, type Place, type TaxonomyFinding } from './findings.ts';

/** How much of a long line is shown, and how much of that at most before the column; UTF-16 code units. */
const SHOWN = 90;
const BEFORE = 60;
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Ends with a line feed. */
export function renderFinding(finding: TaxonomyFinding): string {
  const { place, severity, code, concept } = finding;
  const where = place === undefined ? '' : `${place.path}:${place.line}:${place.column} `;
  const about = concept === undefined ? '' : `${concept}: `;
  return (
    visible(`${where}${severity} ${code} ${about}${messageOf(finding)}`) +
    '\n' +
    (place === undefined ? '' : excerpt(place))
  );
}

function excerpt({ text, line, column }: Place): string {
  const from = Math.max(0, column - 1 - BEFORE);
  const to = from + SHOWN;
  const before = (from > 0 ? '…' : '') + visible(text.slice(from, column - 1));
  const after = visible(text.slice(column - 1, to)) + (text.length > to ? '…' : '');
  const gutter = ' '.repeat(String(line).length);
  return `  ${line} | ${before}${after}\n  ${gutter} | ${' '.repeat(stringWidth(before))}^\n`;
}

/** Characters that would move the cursor or turn the text round, made visible; a tab takes one column. */
function visible(text: string): string {
  return text.replaceAll('\t', ' ').replace(CONTROL, '\ufffd');
}
