/** Talks in the rows of a markdown table whose header names a title column. */

import type { PlacedText } from './entry.ts';
import { isTalkTable, tableRole } from './markdown/cells.ts';
import { isFormality } from './markdown/formalities.ts';
import { lineText, type Outline, TEXT } from './markdown/lines.ts';
import { type Body, placedLine } from './markdown/place.ts';
import type { TalkBlock } from './split.ts';

const RULE_ROW = /^[|\s:-]+$/;
const MAX_ROW = 100_000;

/** A talk for each row of each such table. */
export function splitByTables(body: Body): readonly TalkBlock[] {
  const { outline } = body;
  if (!outline.text.includes('|')) return [];
  const blocks: TalkBlock[] = [];
  for (let line = 0; line + 2 < outline.count; line++) {
    if (!isRow(outline, line) || !isRuleRow(outline, line + 1)) continue;
    const roles = cellsOf(outline, line).map(([from, to]) => tableRole(outline.text.slice(from, to)));
    let row = line + 2;
    for (; row < outline.count && isRow(outline, row); row++) {
      if (isTalkTable(roles)) blocks.push(...rowTalk(body, row, roles));
    }
    line = row - 1;
  }
  return blocks;
}

function isRow(outline: Outline, line: number): boolean {
  return outline.kinds[line] === TEXT && lineText(outline, line).includes('|');
}

function isRuleRow(outline: Outline, line: number): boolean {
  const content = lineText(outline, line);
  return content.length < 2000 && content.includes('-') && content.includes('|') && RULE_ROW.test(content);
}

/** The offsets of the cells of a row, the bars at its ends left out. */
function cellsOf(outline: Outline, line: number): readonly (readonly [number, number])[] {
  const content = lineText(outline, line);
  const start = outline.starts[line] ?? 0;
  const cells: (readonly [number, number])[] = [];
  if (content.length > MAX_ROW) return cells;
  const trimmed = content.trimEnd();
  let from = content.length - content.trimStart().length;
  if (content[from] === '|') from++;
  for (let bar = content.indexOf('|', from); from < trimmed.length; bar = content.indexOf('|', from)) {
    while (bar > 0 && content[bar - 1] === '\\') bar = content.indexOf('|', bar + 1);
    const to = bar < 0 ? trimmed.length : bar;
    cells.push([start + from, start + to]);
    from = to + 1;
  }
  return cells;
}

function rowTalk(body: Body, line: number, roles: readonly ReturnType<typeof tableRole>[]): readonly TalkBlock[] {
  const found = new Map<string, PlacedText>();
  cellsOf(body.outline, line).forEach(([from, to], column) => {
    const role = roles[column];
    const text = role === undefined ? undefined : placedLine(body, from, to);
    if (role !== undefined && text !== undefined && !found.has(role)) found.set(role, text);
  });
  const title = found.get('title');
  const abstract = found.get('description');
  if (title === undefined || (abstract === undefined && isFormality(title.text))) return [];
  const speaker = found.get('speaker');
  const values = new Map(speaker === undefined ? [] : [['speaker', speaker] as const]);
  return [{ line, block: { title, values, ...(abstract === undefined ? {} : { abstract }) } }];
}
