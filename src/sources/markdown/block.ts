/** One talk's lines: its label lines become values, its description the abstract, the rest is text. */
import type { Entry, PlacedText, ValuePath } from '../entry.ts';
import { type Label, labelAt, nextInk, valueEnd } from './labels.ts';
import { BLANK, levelOf, lineText, RULE, TEXT, UNDERLINE } from './outline.ts';
import { type Body, type LineRange, placedLine, placedText, placedWithout } from './place.ts';

/** What the lines of a block say. */
export interface Block {
  readonly title?: PlacedText;
  readonly abstract?: PlacedText;
  readonly rest?: PlacedText;
  readonly values: ReadonlyMap<string, PlacedText>;
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>()[\]"'`]+/;
const MAX_VALUES = 100;

export interface BlockTraits {
  /** Lines that are no text: a heading, a title. */
  readonly skip: readonly LineRange[];
  /** The block is a form: labels count all the way down, and those with unknown names are values too. */
  readonly form: boolean;
  /** The first address at the head is the talk's own. */
  readonly address: boolean;
}

/** Reads lines `from` to `to` (exclusive). */
export function readBlock(body: Body, { from, to }: LineRange, { skip, form, address }: BlockTraits): Block {
  const { outline } = body;
  const values = new Map<string, PlacedText>();
  const cut: LineRange[] = [...skip];
  let title: PlacedText | undefined;
  let abstract: PlacedText | undefined;
  let header = true;
  let line = from;
  while (line < to) {
    const skipped = skip.find((range) => line >= range.from && line < range.to);
    if (skipped !== undefined) {
      line = skipped.to;
      continue;
    }
    const label = labelAt(outline, line);
    if (label === undefined || !counts(label, { header, form })) {
      if (outline.kinds[line] === TEXT && !isLinkLine(lineText(outline, line))) header = false;
      line++;
      continue;
    }
    const end = valueEnd(outline, label, to);
    if (label.role === 'text' || label.role === 'other') {
      const text =
        label.role === 'text' ? placedText(body, label.from, outline.starts[end] ?? outline.text.length) : undefined;
      if (abstract === undefined) abstract = text;
      else if (text !== undefined) values.set(label.name, text);
    } else if (values.size < MAX_VALUES) {
      const value = valueOf(body, label, end);
      if (label.role === 'title') title ??= value;
      else if (value !== undefined && !values.has(label.name)) values.set(label.name, value);
    }
    cut.push({ from: line, to: end });
    line = end;
  }
  if (address && !hasAddress(values)) addAddress(body, { from, to }, values);
  cut.sort((a, b) => a.from - b.from);
  const rest = placedWithout(body, from, to, cut);
  return {
    values,
    ...(title === undefined ? {} : { title }),
    ...(abstract === undefined ? {} : { abstract }),
    ...(rest === undefined ? {} : { rest }),
  };
}

/** Below the head of a block prose begins, where `Note: …` is a sentence and no label. */
function counts(label: Label, { header, form }: { readonly header: boolean; readonly form: boolean }): boolean {
  if (label.role === 'text' || label.role === 'other') return header || form || label.marked;
  if (label.role === 'unknown') return header && form && !label.marked && label.to > label.from;
  if (label.role === 'title') return header || form;
  return header || (form && label.marked);
}

function valueOf(body: Body, label: Label, end: number): PlacedText | undefined {
  const { outline } = body;
  let { from, to } = label;
  if (to === from && end > label.line + 1) {
    const line = nextInk(outline, label.line + 1, end);
    if (line >= 0) {
      from = outline.starts[line] ?? 0;
      to = from + lineText(outline, line).length;
    }
  }
  const wording = placedLine(body, from, to);
  if (label.role === 'title') return wording;
  const raw = outline.text.slice(from, to);
  const address = ADDRESS.exec(raw)?.[0];
  if (address === undefined || (wording !== undefined && !/^(?:url|link|リンク)/i.test(label.name))) return wording;
  return { text: address, placement: (wording ?? placedRaw(body, from, to)).placement };
}

function placedRaw({ outline }: Body, from: number, to: number): PlacedText {
  return (
    placedText({ outline, masked: outline.text }, from, to) ?? {
      text: '',
      placement: { exact: false, locate: () => ({ line: 1, column: 1 }) },
    }
  );
}

/** Whether a line is a link and little else. */
export function isLinkLine(content: string): boolean {
  return LINK_LINE.test(content);
}
const LINK_LINE =
  /^[ \t]*(?:[-*+•][ \t]+)?(?:!?\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)|<?(?:https?:\/\/|www\.)\S+|[^\s:：]{1,20}[:：][ \t]*<?https?:\/\/\S+)[ \t]*$/;

function hasAddress(values: ReadonlyMap<string, PlacedText>): boolean {
  return [...values.keys()].some((name) => /^(?:urls?|links?|リンク)$/i.test(name));
}

function addAddress(body: Body, { from, to }: LineRange, values: Map<string, PlacedText>): void {
  const { outline } = body;
  const limit = Math.min(to, from + 6);
  for (let line = from; line < limit; line++) {
    const kind = outline.kinds[line] ?? BLANK;
    if (kind === BLANK || kind === UNDERLINE) continue;
    if (kind === RULE) return;
    const content = lineText(outline, line);
    const heading = levelOf(outline, line) > 0;
    if (!heading && !isLinkLine(content)) {
      if (labelAt(outline, line) === undefined) return;
      continue;
    }
    const address = content.startsWith('!') ? undefined : ADDRESS.exec(content)?.[0];
    if (address === undefined) continue;
    const start = outline.starts[line] ?? 0;
    values.set('url', { text: address, placement: placedRaw(body, start, start + content.length).placement });
    return;
  }
}

/** An entry's values and their places, from what its lines say over what its front matter says. */
export function valuesOf(
  block: ReadonlyMap<string, PlacedText>,
  front?: { readonly values: Readonly<Record<string, unknown>>; locate: Entry['locate'] },
): Pick<Entry, 'values' | 'locate'> {
  if (block.size === 0 && front !== undefined) return front;
  const values: Record<string, unknown> = Object.create(null);
  for (const [name, { text }] of block) values[name] = text;
  for (const name of Object.keys(front?.values ?? {})) values[name] = front?.values[name];
  const locate = (path: ValuePath) => {
    const [name] = path;
    if (typeof name === 'string' && front !== undefined && Object.hasOwn(front.values, name)) return front.locate(path);
    return typeof name === 'string' && path.length === 1 ? block.get(name)?.placement : undefined;
  };
  return { values, locate };
}
