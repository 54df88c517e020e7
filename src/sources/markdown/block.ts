/** One talk's lines: its label lines become values, its description the abstract, the rest is text. */
import type { Entry, PlacedText, ValuePath } from '../entry.ts';
import { isKnown, isSpeakerName, type Label, labelAt, nextInk, valueEnd } from './labels.ts';
import { BLANK, levelOf, lineText, type Outline, RULE, TEXT, UNDERLINE } from './lines.ts';
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
/** Lines up and down in which a label that we know is looked for. */
const REACH = 20;

export interface BlockTraits {
  /** Lines that are no text: a heading, a title. */
  readonly skip: readonly LineRange[];
  /** The block is a form: labels count all the way down, and those with unknown names are values too. */
  readonly form: boolean;
  /** The first address at the head is the talk's own. */
  readonly address: boolean;
}

/** Reads lines `from` to `to` (exclusive). */
export function readBlock(body: Body, range: LineRange, traits: BlockTraits): Block {
  const reader = new BlockReader(body, range, traits);
  let line = range.from;
  while (line < range.to) line = reader.read(line);
  return reader.block();
}

class BlockReader {
  readonly #body: Body;
  readonly #range: LineRange;
  readonly #traits: BlockTraits;
  readonly #values = new Map<string, PlacedText>();
  readonly #cut: LineRange[];
  #title: PlacedText | undefined;
  #abstract: PlacedText | undefined;
  /** No prose has been seen yet. */
  #header = true;

  constructor(body: Body, range: LineRange, traits: BlockTraits) {
    this.#body = body;
    this.#range = range;
    this.#traits = traits;
    this.#cut = [...traits.skip];
  }

  /** Reads the line, or the label that begins on it; the line to go on with. */
  read(line: number): number {
    const { outline } = this.#body;
    const skipped = this.#traits.skip.find(({ from, to }) => line >= from && line < to);
    if (skipped !== undefined) return skipped.to;
    const label = this.#header || this.#traits.form || mayBeMarked(outline, line) ? labelAt(outline, line) : undefined;
    if (label === undefined || !this.#counts(label)) {
      if (this.#header && outline.kinds[line] === TEXT && !isLinkLine(lineText(outline, line)))
        this.#header = label !== undefined && this.#traits.form && isKnown(labelAt(outline, line + 1));
      return line + 1;
    }
    const end = valueEnd(outline, label, this.#range.to);
    this.#take(label, end);
    this.#cut.push({ from: line, to: end });
    return end;
  }

  block(): Block {
    const { from, to } = this.#range;
    if (this.#traits.address && !hasAddress(this.#values)) this.#takeAddress();
    this.#cut.sort((a, b) => a.from - b.from);
    const rest = placedWithout(this.#body, from, to, this.#cut);
    return {
      values: this.#values,
      ...(this.#title === undefined ? {} : { title: this.#title }),
      ...(this.#abstract === undefined ? {} : { abstract: this.#abstract }),
      ...(rest === undefined ? {} : { rest }),
    };
  }

  /** `スライド: https://…` that becomes the talk's address says nothing under its own name any more. */
  #takeAddress(): void {
    addAddress(this.#body, this.#range, this.#values);
    const address = this.#values.get('url')?.text;
    if (address === undefined) return;
    for (const [name, { text }] of this.#values) if (name !== 'url' && text === address) this.#values.delete(name);
  }

  #take(label: Label, end: number): void {
    if (label.role === 'text') {
      const { starts, text } = this.#body.outline;
      const description = placedText(this.#body, label.from, starts[end] ?? text.length);
      if (this.#abstract === undefined) this.#abstract = description;
      else if (description !== undefined) this.#set(label.name, description);
    } else if (label.role !== 'other') {
      const value = labelValue(this.#body, label, end);
      if (label.role === 'title') this.#title ??= value;
      else if (value !== undefined) this.#set(isSpeakerName(label.name) ? 'speaker' : label.name, value);
    }
  }

  #set(name: string, value: PlacedText): void {
    if (this.#values.size < MAX_VALUES && !this.#values.has(name)) this.#values.set(name, value);
  }

  /** `MPP: Model Performance Predictor` is no field: an acronym names none, and fields stand beside some that we know. */
  #isAmongKnown({ name, line }: Label): boolean {
    return !/^[A-Z][A-Z\d]+$/.test(name) && (this.#knownBeside(line, -1) || this.#knownBeside(line, 1));
  }

  #knownBeside(line: number, step: 1 | -1): boolean {
    const { from, to } = this.#range;
    for (let next = line + step; next >= from && next < to && Math.abs(next - line) <= REACH; next += step) {
      const label = labelAt(this.#body.outline, next);
      if (label === undefined) return false;
      if (label.role !== 'unknown') return true;
    }
    return false;
  }

  /** Below the head of a block prose begins, where `Note: …` is a sentence and no label. */
  #counts(label: Label): boolean {
    const { form } = this.#traits;
    if (label.role === 'unknown')
      return this.#header && form && !label.marked && label.to > label.from && this.#isAmongKnown(label);
    if (this.#header) return true;
    if (label.role === 'text' || label.role === 'other') return form || label.marked;
    return form && (label.role === 'title' || label.marked);
  }
}

/** Whether a line begins with something other than a letter, as a label in bold or brackets does. */
function mayBeMarked({ text, starts }: Outline, line: number): boolean {
  const code = text.charCodeAt(starts[line] ?? 0);
  return code < 0x41 || code === 0x5b || code === 0x5f || (code >= 0x2000 && code <= 0x3030);
}

function labelValue(body: Body, label: Label, end: number): PlacedText | undefined {
  const { outline } = body;
  let { from, to } = label;
  if (to === from && end > label.line + 1) {
    const line = nextInk(outline, label.line + 1, end);
    if (line >= 0 && !isLinkLine(lineText(outline, line))) {
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
  return (content.includes('://') || content.includes('](') || content.includes('www.')) && LINK_LINE.test(content);
}
const LINK_LINE =
  /^[ \t]*(?:[-*+•][ \t]+)?(?:!?\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)(?:\{:[^}\n]{0,100}\})?|<?(?:https?:\/\/|www\.)\S+|[^\s:：]{1,20}[:：][ \t]*<?https?:\/\/\S+)[ \t]*$/;

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
