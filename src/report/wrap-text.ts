/** Running text in two languages, wrapped by columns: between words in Latin script, between any two signs in Japanese. */
import { line, type Span } from './layout.ts';
import { visibleLine } from './text.ts';
import type { Paint } from './theme.ts';
import { cut, displayWidth } from './width.ts';

/** What is wrapped: a blank, one CJK sign with the punctuation that may not begin a line, or a run of anything else. */
const TOKENS =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\u3000-\u303f\uff01-\uff5e]\p{M}*[、。，．・：；？！）」』】〉》〕々ーっゃゅょッャュョ!?,.):;\]]*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff5e]+/gu;

export interface TextRun {
  readonly text: string;
  readonly paint?: Paint;
  /** Shown right before and after, never parted from the text. */
  readonly before?: string;
  readonly after?: string;
}

/** The runs of one paragraph (no line feeds) as lines of at most `width` columns, `indent` included. */
export function wrapText(runs: readonly TextRun[], width: number, indent: string): readonly string[] {
  const room = Math.max(1, width - displayWidth(indent));
  const lines: string[] = [];
  let current: Span[] = [];
  let used = 0;
  const flush = (): void => {
    lines.push(line([{ text: indent }, ...current], width, ''));
    current = [];
    used = 0;
  };
  const put = (token: Span, wide: number): void => {
    const blank = isBlank(token.text);
    if (used + wide > room && used > 0 && !blank) flush();
    if (blank && (used === 0 || used + wide > room)) return;
    current.push(token);
    used += wide;
  };
  for (const run of runs) {
    for (const token of tokensOf(run)) {
      const wide = displayWidth(token.text);
      if (wide <= room) put(token, wide);
      else for (const chunk of chunksOf(token, room)) put(chunk, displayWidth(chunk.text));
    }
  }
  if (current.length > 0 || lines.length === 0) flush();
  return lines;
}

/** Tokens are blank or begin with something that is not. */
function isBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code <= 0x20 || code >= 0x80) && text.trim() === '';
}

const ASCII = /^[\0-\x7f]*$/;
const ASCII_TOKENS = /\s+|\S+/g;

function tokensOf({ text, paint, before = '', after = '' }: TextRun): readonly Span[] {
  const shown = keepingEdges(text);
  const tokens = shown.match(ASCII.test(shown) ? ASCII_TOKENS : TOKENS) ?? [];
  return tokens.map((token, index) => {
    const opening = index === 0 ? before : '';
    const closing = index === tokens.length - 1 ? after : '';
    return paint === undefined ? { text: opening + token + closing } : { text: opening + token + closing, paint };
  });
}

/** `visibleLine` trims; between two runs a blank is a blank. */
function keepingEdges(text: string): string {
  const shown = visibleLine(text);
  if (shown === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${shown}${/\s$/.test(text) ? ' ' : ''}`;
}

/** A token wider than a line in pieces that fit. */
function chunksOf(token: Span, room: number): readonly Span[] {
  const chunks: Span[] = [];
  let rest = token.text;
  while (displayWidth(rest) > room) {
    const piece = cut(rest, room);
    if (piece === '') break;
    chunks.push({ ...token, text: piece });
    rest = rest.slice(piece.length);
  }
  return rest === '' ? chunks : [...chunks, { ...token, text: rest }];
}
