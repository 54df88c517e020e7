/** Lists of YAML with a dash a line: whole lines go and come, comments stay. */
import { CannotWrite } from './cannot-write.ts';
import type { ListPlan } from './list-plan.ts';
import { yamlScalar } from './scalars.ts';
import { eolAt, lineEnd, lineStart, nextLine } from './text-places.ts';
import type { TextEdit } from './types.ts';

export interface BlockItem {
  /** The offset of its dash. */
  readonly dash: number;
  /** The offset behind its value. */
  readonly end: number;
  /** Its scalar as written; absent where it is none. */
  readonly raw?: string;
}

/** What removes and adds items; `colon`: the offset behind the colon of the list's key. */
export function editBlockList(
  text: string,
  items: readonly BlockItem[],
  { removed, added }: ListPlan,
  colon: number | undefined,
): readonly TextEdit[] {
  const last = items.at(-1);
  if (last === undefined) return [];
  for (const { dash } of items)
    if (text.slice(lineStart(text, dash), dash).trim() !== '')
      throw new CannotWrite('its tags are written in an unusual way');
  const fresh = newLines(text, last, items, added);
  const edits = items.flatMap((item, at) => {
    if (item !== last) return removed.has(at) ? [removal(text, item)] : [];
    return removed.has(at)
      ? [replacement(text, item, fresh)]
      : fresh.length === 0
        ? []
        : [insertion(text, item, fresh)];
  });
  if (removed.size < items.length || fresh.length > 0) return edits;
  if (colon === undefined) throw new CannotWrite('its tags are written in an unusual way');
  return [{ start: colon, end: colon, text: ' []' }, ...edits];
}

/** Lines without their breaks, in the manner of the last item. */
function newLines(
  text: string,
  last: BlockItem,
  items: readonly BlockItem[],
  added: readonly string[],
): readonly string[] {
  const indent = text.slice(lineStart(text, last.dash), last.dash);
  const gap = /^ +(?=\S)/.exec(text.slice(last.dash + 1, lineEnd(text, last.dash)))?.[0] ?? ' ';
  const like = items.findLast(({ raw }) => raw !== undefined)?.raw;
  return added.map((tag) => `${indent}-${gap}${yamlScalar(tag, like, false)}`);
}

/** Takes the line away; a comment behind the item stays as a line of its own. */
function removal(text: string, { dash, end }: BlockItem): TextEdit {
  const comment = commentBehind(text, end);
  if (comment !== undefined) return { start: dash, end: comment, text: '' };
  const start = lineStart(text, dash);
  const next = nextLine(text, end);
  const isOpenEnd = next === text.length && !text.endsWith('\n') && start > 0;
  return isOpenEnd ? { start: lineEnd(text, start - 2), end: next, text: '' } : { start, end: next, text: '' };
}

/** Takes the last item's line away and puts new ones in its place. */
function replacement(text: string, item: BlockItem, fresh: readonly string[]): TextEdit {
  if (fresh.length === 0) return removal(text, item);
  const { dash, end } = item;
  const eol = eolAt(text, dash);
  const start = lineStart(text, dash);
  const comment = commentBehind(text, end);
  if (comment === undefined) return { start, end: lineEnd(text, end), text: fresh.join(eol) };
  return { start, end: comment, text: fresh.join(eol) + eol + text.slice(start, dash) };
}

function insertion(text: string, { end }: BlockItem, fresh: readonly string[]): TextEdit {
  const at = lineEnd(text, end);
  const eol = eolAt(text, at);
  return { start: at, end: at, text: fresh.map((line) => eol + line).join('') };
}

/** The offset of a comment behind a value on its line. */
function commentBehind(text: string, end: number): number | undefined {
  const rest = text.slice(end, lineEnd(text, end));
  const at = rest.indexOf('#');
  return at < 0 ? undefined : end + at;
}
