/** Lists and maps between brackets, of YAML, TOML and JSON alike: members go, change and come, all else between them stays. */
import { editBetween, eolAt, lineIndent, skipBlank } from './text-places.ts';
import type { TextEdit } from './types.ts';

export interface FlowSource {
  readonly text: string;
  /** Offsets of the two brackets. */
  readonly open: number;
  readonly close: number;
  /** The members, each from its first character (behind anchors and the like) to the offset behind it. */
  readonly members: readonly { readonly start: number; readonly end: number }[];
  /** Whether the format has comments that begin with `#`. */
  readonly comments: boolean;
}

export interface FlowChange {
  /** New raw texts of members by place. */
  readonly replaced?: ReadonlyMap<number, string>;
  readonly removed?: ReadonlySet<number>;
  /** Raw texts of new members. */
  readonly added?: readonly string[];
  /** What stands between a comma and a new member on the same line, where no neighbour shows it. */
  readonly gap?: string;
  /** How far members of an empty list stand from the line of its bracket, each on a line of its own; on one line when absent. */
  readonly indent?: string;
}

/** A member and what surrounds it, in the order of the text. */
interface Segment {
  /** Blanks and comments before it. */
  readonly lead: string;
  /** Undefined for what is left of a removed one. */
  readonly raw: string | undefined;
  /** What of `raw` is no part of the value itself. */
  readonly prefix: string;
  /** Between it and its comma. */
  readonly trail: string;
  readonly comma: boolean;
  /** The comment behind its comma, on the same line. */
  readonly after: string;
}

interface Cut {
  readonly segments: readonly Segment[];
  readonly tail: string;
}

export function editFlow(source: FlowSource, change: FlowChange): TextEdit {
  const { text, open, close } = source;
  const cut = cutFlow(source);
  const kept = keptSegments(cut, source, change);
  const { segments, tail } = withAdded(kept, cut, source, change);
  const trailing = cut.segments.at(-1)?.comma ?? false;
  return editBetween(text, open + 1, close, written(segments, tail, trailing, breakAt(source)));
}

function cutFlow({ text, open, close, members, comments }: FlowSource): Cut {
  const segments: Segment[] = [];
  let at = open + 1;
  for (const { start: value, end } of members) {
    const start = skipBlank(text, at, comments);
    const next = skipBlank(text, end, comments);
    const comma = next < close && text[next] === ',';
    const behind = comma ? next + 1 : end;
    const after = comments ? (/^[ \t]*#[^\r\n]*/.exec(text.slice(behind, close))?.[0] ?? '') : '';
    segments.push({
      lead: text.slice(at, start),
      raw: text.slice(start, end),
      prefix: text.slice(start, value),
      trail: comma ? text.slice(end, next) : '',
      comma,
      after,
    });
    at = behind + after.length;
  }
  return { segments, tail: text.slice(at, close) };
}

function keptSegments({ segments }: Cut, { comments }: FlowSource, change: FlowChange): readonly Segment[] {
  const kept: Segment[] = [];
  let inherited: string | undefined;
  for (const [index, segment] of segments.entries()) {
    if (change.removed?.has(index) === true) {
      const left = segment.lead + segment.trail.trimStart() + segment.after.trimStart();
      if (comments && left.includes('#'))
        kept.push({
          lead: left.startsWith('#') ? ` ${left.trimEnd()}` : left.trimEnd(),
          raw: undefined,
          prefix: '',
          trail: '',
          comma: false,
          after: '',
        });
      else if (kept.length === 0) inherited ??= segment.lead;
      continue;
    }
    const fresh = change.replaced?.get(index);
    const raw = fresh === undefined ? segment.raw : segment.prefix + fresh;
    kept.push({ ...segment, raw, lead: kept.length === 0 ? (inherited ?? segment.lead) : segment.lead });
  }
  return kept;
}

function withAdded(kept: readonly Segment[], cut: Cut, source: FlowSource, change: FlowChange): Cut {
  const { added = [] } = change;
  const blank = cut.tail.trim() === '';
  if (added.length === 0) return { segments: kept, tail: kept.length === 0 && blank ? '' : cut.tail };
  const place = placeOfNew(kept, cut, source, change);
  const fresh = added.map((raw, index) => ({
    lead: index === 0 ? place.first : place.next,
    raw,
    prefix: '',
    trail: '',
    comma: false,
    after: '',
  }));
  return { segments: [...kept, ...fresh], tail: place.tail };
}

interface NewPlace {
  /** What stands before the first new member, and before each further one. */
  readonly first: string;
  readonly next: string;
  readonly tail: string;
}

/** What stands behind the commas of the list: before its second member, since the first has none in front. */
function gapOf([, second]: readonly Segment[], gap: string): string {
  return second !== undefined && /^[ \t]*$/.test(second.lead) ? second.lead : gap;
}

function placeOfNew(kept: readonly Segment[], cut: Cut, source: FlowSource, change: FlowChange): NewPlace {
  const gap = change.gap ?? ' ';
  const { segments, tail } = cut;
  const last = kept.findLast(({ raw }) => raw !== undefined) ?? segments.at(-1);
  if (last === undefined) return placeInEmpty(tail, source, change, gap);
  const next = last.lead.includes('\n') ? lastLineOf(last.lead) : gapOf(segments, gap);
  const isFirst = kept.every(({ raw }) => raw === undefined);
  return { first: isFirst ? (kept.length === 0 ? (segments[0]?.lead ?? '') : next) : next, next, tail };
}

function placeInEmpty(tail: string, { text, open }: FlowSource, { indent }: FlowChange, gap: string): NewPlace {
  if (tail.includes('\n')) {
    const line = lastLineOf(tail);
    const comment = /([ \t]*)#[^\n]*$/.exec(tail.slice(0, tail.length - line.length))?.[1];
    const next = line.replace(/[ \t]*$/, (outer) => comment ?? `${outer}  `);
    return { first: tail.slice(0, tail.length - line.length) + next, next, tail: line };
  }
  if (indent !== undefined) {
    const outer = eolAt(text, open) + lineIndent(text, open);
    return { first: outer + indent, next: outer + indent, tail: outer };
  }
  return { first: tail, next: gap, tail };
}

/** The last line break of blanks and what follows it. */
function lastLineOf(blanks: string): string {
  return /\r?\n[^\n]*$/.exec(blanks)?.[0] ?? blanks;
}

/** A line break for what would otherwise become part of a comment. */
function breakAt({ text, open }: FlowSource): string {
  return `${eolAt(text, open) + lineIndent(text, open)}  `;
}

function written(segments: readonly Segment[], tail: string, trailing: boolean, lineBreak: string): string {
  const last = segments.findLastIndex(({ raw }) => raw !== undefined);
  let text = '';
  let inComment = false;
  const put = (lead: string, rest: string): void => {
    const isBroken = !inComment || /^[ \t]*\r?\n/.test(lead);
    text += (isBroken ? lead : lineBreak + lead.trimStart()) + rest;
  };
  for (const [index, { lead, raw, trail, after }] of segments.entries()) {
    const comma = raw !== undefined && (index < last || trailing) ? ',' : '';
    put(lead, (raw ?? '') + trail + comma + after);
    inComment = raw === undefined || after !== '';
  }
  put(tail, '');
  return text;
}
