/** Lines of a terminal: spans of text with a style, cut or wrapped by columns before they are painted. */
import type { Paint } from './theme.ts';
import { cut, displayWidth } from './width.ts';

export interface Span {
  readonly text: string;
  readonly paint?: Paint;
}

/** One line of at most `width` columns, with an ellipsis where something is left out and no blanks at its end. */
export function line(spans: readonly Span[], width: number, ellipsis: string): string {
  const total = spans.reduce((sum, { text }) => sum + displayWidth(text), 0);
  return painted(total <= width ? spans : shortened(spans, width, ellipsis));
}

function shortened(spans: readonly Span[], width: number, ellipsis: string): readonly Span[] {
  let room = Math.max(0, width - displayWidth(ellipsis));
  const kept: Span[] = [];
  for (const span of spans) {
    const taken = displayWidth(span.text);
    if (taken > room) return [...kept, { ...span, text: cut(span.text, room).trimEnd() + ellipsis.slice(0, width) }];
    kept.push(span);
    room -= taken;
  }
  return kept;
}

function painted(spans: readonly Span[]): string {
  let shown = '';
  let run = '';
  let paint: Paint | undefined;
  const flush = (): void => {
    shown += paint === undefined || run.trim() === '' ? run : paint(run);
    run = '';
  };
  for (const span of withoutTrailingBlanks(spans)) {
    if (span.paint !== paint) flush();
    paint = span.paint;
    run += span.text;
  }
  flush();
  return shown;
}

function withoutTrailingBlanks(spans: readonly Span[]): readonly Span[] {
  const last = spans.findLastIndex(({ text }) => text.trim() !== '');
  const end = spans[last];
  return end === undefined ? [] : [...spans.slice(0, last), { ...end, text: end.text.trimEnd() }];
}

export interface Wrapping {
  readonly width: number;
  /** What every line begins with. */
  readonly indent: string;
  /** Between two items of one line. */
  readonly separator: Span;
  readonly ellipsis: string;
}

/** Items side by side, as many to a line as fit; an item that fits no line is cut. */
export function wrapItems(
  items: readonly (readonly Span[])[],
  { width, indent, separator, ellipsis }: Wrapping,
): readonly string[] {
  const lines: string[] = [];
  let current: Span[] = [];
  let used = 0;
  const flush = (): void => {
    if (current.length > 0) lines.push(line([{ text: indent }, ...current], width, ellipsis));
    current = [];
    used = 0;
  };
  for (const item of items) {
    const wide = widthOf(item);
    const gap = displayWidth(separator.text);
    if (used > 0 && displayWidth(indent) + used + gap + wide > width) flush();
    if (used > 0) current.push(separator);
    used += (used > 0 ? gap : 0) + wide;
    current.push(...item);
  }
  flush();
  return lines;
}

function widthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { text }) => sum + displayWidth(text), 0);
}
