/** The two lines of a document between which `coverage --update` writes. */
import { UsageError } from '../findings.ts';

const BEGIN = '<!-- mlops-tag coverage -->';
const END = '<!-- /mlops-tag coverage -->';
const MARKER = /^ {0,3}<!--[ \t]*(\/?)[ \t]*mlops-tag coverage[ \t]*-->[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;

interface Marker {
  readonly kind: 'begin' | 'end';
  /** 1-based. */
  readonly line: number;
  /** Where its line begins, and where the next does. */
  readonly start: number;
  readonly next: number;
  readonly lineEnd: string;
}

/** Where a report stands in a text: from the line behind the first marker to the line of the second. */
export interface Region {
  readonly start: number;
  readonly end: number;
  /** The line end to write. */
  readonly lineEnd: string;
}

/** `name`: the file's, for messages. @throws UsageError where there is not just one place, saying what to paste where */
export function regionOf(text: string, name: string): Region {
  const { markers, inFences } = markersIn(text);
  const [begin, end, ...more] = markers;
  if (begin === undefined) throw new UsageError(inFences === undefined ? nowhere(name) : fenced(name, inFences));
  if (more.length > 0 || (end !== undefined && end.kind === begin.kind))
    throw new UsageError(
      `${name}: the markers of coverage stand at the lines ${markers.map(({ line }) => line).join(', ')}; keep one pair, ${BEGIN} and below it ${END}.`,
    );
  if (end === undefined) throw new UsageError(single(name, begin));
  if (begin.kind === 'end')
    throw new UsageError(`${name}:${begin.line}: ${END} stands above ${BEGIN}; change the two lines about.`);
  return { start: begin.next, end: end.start, lineEnd: begin.lineEnd };
}

/** The text with `report` in the region, a blank line above and below it, and nothing else changed. */
export function withReport(text: string, { start, end, lineEnd }: Region, report: string): string {
  const lines = ['', ...report.replace(/^\n+|\s+$/g, '').split('\n'), '', ''];
  return text.slice(0, start) + lines.join(lineEnd) + text.slice(end);
}

interface Markers {
  readonly markers: readonly Marker[];
  /** The line of the first that stands in a code block, where it is text. */
  readonly inFences?: number;
}

function markersIn(text: string): Markers {
  const markers: Marker[] = [];
  let inFences: number | undefined;
  let fence: string | undefined;
  let [line, start] = [0, 0];
  for (const [whole, content = '', lineEnd = ''] of text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    line++;
    const next = start + whole.length;
    const [isMarker, slash] = MARKER.exec(content) ?? [];
    if (isMarker !== undefined && fence !== undefined) inFences ??= line;
    else if (isMarker !== undefined) markers.push({ kind: slash === '' ? 'begin' : 'end', line, start, next, lineEnd });
    fence = fenceBehind(content, fence);
    start = next;
  }
  return { markers, ...(inFences === undefined ? {} : { inFences }) };
}

/** The fence of the code block that goes on behind a line; undefined where none does. */
function fenceBehind(line: string, open: string | undefined): string | undefined {
  const fence = FENCE.exec(line)?.[1];
  if (open === undefined || fence === undefined) return open ?? fence;
  const closes = fence.startsWith(open) && line.trim() === fence;
  return closes ? undefined : open;
}

function nowhere(name: string): string {
  return `${name} has no place for the report. Paste these two lines where it is to stand:\n\n${BEGIN}\n${END}\n`;
}

function fenced(name: string, line: number): string {
  return `${name}:${line}: in a code block the markers are text. Paste these two lines outside of it, where the report is to stand:\n\n${BEGIN}\n${END}\n`;
}

function single(name: string, { kind, line }: Marker): string {
  return kind === 'begin'
    ? `${name}:${line}: ${BEGIN} has no ${END} below it; paste that line where the report is to end.`
    : `${name}:${line}: ${END} has no ${BEGIN} above it; paste that line where the report is to begin.`;
}
