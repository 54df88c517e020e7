/** Where the text of a YAML value stands. */
import type { Node } from 'yaml';
import type { Placement } from '../talk.ts';
import type { LineIndex } from './lines.ts';
import { type Anchor, anchored, startOnly } from './placement.ts';

/**
 * Exact for scalars of one line that stand as they are read, and for literal blocks; for folded and escaped ones the
 * start of their text.
 */
export function placementOf(node: Node | undefined, text: string, lines: LineIndex): Placement | undefined {
  const range = node?.range;
  if (node === undefined || range == null) return undefined;
  const [start] = range;
  if (!('value' in node) || !('type' in node)) return startOnly(lines.at(start));
  const value = String(node.value ?? '');
  switch (node.type) {
    case 'PLAIN':
      return within(text, start, value, lines);
    case 'QUOTE_DOUBLE':
    case 'QUOTE_SINGLE':
      return within(text, start + 1, value, lines);
    case 'BLOCK_LITERAL':
      return literal(text, start, value, lines);
    case 'BLOCK_FOLDED':
      return startOnly(lines.at(contentOf(text, start)));
    default:
      return startOnly(lines.at(start));
  }
}

function within(text: string, start: number, value: string, lines: LineIndex): Placement {
  if (value.includes('\n') || !text.startsWith(value, start)) return startOnly(lines.at(start));
  return { exact: true, locate: (offset) => lines.at(start + offset) };
}

/** Each line of a literal block is the end of a line of the file, its indentation taken away. */
function literal(text: string, header: number, value: string, lines: LineIndex): Placement {
  const anchors = literalAnchors(text, header, value, lines);
  return anchors === undefined ? startOnly(lines.at(contentOf(text, header))) : anchored(value, () => anchors);
}

function literalAnchors(text: string, header: number, value: string, lines: LineIndex): readonly Anchor[] | undefined {
  const anchors: Anchor[] = [];
  let raw = text.indexOf('\n', header) + 1;
  let at = 0;
  for (const line of value.split('\n')) {
    const feed = text.indexOf('\n', raw);
    let end = feed < 0 ? text.length : feed;
    if (text[end - 1] === '\r') end--;
    const begin = end - line.length;
    if (line !== '' && (begin < raw || !text.startsWith(line, begin))) return undefined;
    anchors.push({ at, position: lines.at(line === '' ? raw : begin) });
    at += line.length + 1;
    raw = feed < 0 ? text.length : feed + 1;
  }
  return anchors;
}

/** The first character of a block's text, behind its header line. */
function contentOf(text: string, header: number): number {
  const feed = text.indexOf('\n', header);
  const content = /\S/g;
  content.lastIndex = feed < 0 ? text.length : feed;
  return content.exec(text)?.index ?? header;
}
