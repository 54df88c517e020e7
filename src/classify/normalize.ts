/**
 * One form of text for matching: Unicode NFKC, CJK radicals folded to the characters they stand for, lower case, and katakana
 * long-vowel marks dropped (サーバー = サーバ). A map back to the offsets of the source is kept, so that evidence shows the source.
 */

export interface NormalText {
  readonly text: string;
  /** The text it was made from. */
  readonly source: string;
  /** Offset in `source` for each offset in `text`; absent where both are the same. UTF-16 code units. */
  readonly offsets?: Uint32Array;
}

/** Radicals of U+2E80–U+2EFF that NFKC leaves alone, as PDF and slide extractors emit them. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  [
    '⺁厂 ⺄乙 ⺅人 ⺆冂 ⺈刀 ⺉刀 ⺋卩 ⺌小 ⺍小 ⺎兀 ⺏尢 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖心 ⺗心 ⺘手 ⺙攴 ⺛旡 ⺜日 ⺝月 ⺞歹 ⺠民 ⺡水 ⺢水 ⺣火',
    '⺤爪 ⺥爪 ⺦丬 ⺧牛 ⺨犬 ⺪疋 ⺫目 ⺬示 ⺭示 ⺮竹 ⺯糸 ⺰糸 ⺱网 ⺲网 ⺳网 ⺵网 ⺶羊 ⺷羊 ⺸羊 ⺹老 ⺺聿 ⺻聿 ⺼肉 ⺽臼 ⺾艸 ⺿艸 ⻀艸 ⻁虎',
    '⻂衣 ⻃西 ⻄西 ⻅見 ⻆角 ⻇角 ⻈言 ⻉貝 ⻊足 ⻋車 ⻌辵 ⻍辵 ⻎辵 ⻏邑 ⻐金 ⻑長 ⻒長 ⻓長 ⻔門 ⻕阜 ⻖阜 ⻗雨 ⻘青 ⻙韋 ⻚頁 ⻛風 ⻜飛 ⻝食',
    '⻞食 ⻟食 ⻠食 ⻡首 ⻢馬 ⻣骨 ⻤鬼 ⻥魚 ⻦鳥 ⻧鹵 ⻨麦 ⻩黄 ⻪黽 ⻫斉 ⻬斉 ⻭歯 ⻮歯 ⻯竜 ⻰竜 ⻱亀 ⻲亀',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

const ASCII_ONLY = /^[\x00-\x7f]*$/;
const MARK = /^[\p{M}\uff9e\uff9f]$/u;
const LONG_VOWEL = 0x30fc;

/** All but ASCII, kana, common Han and their punctuation, which NFKC and lower case leave as they are (letters A–Z aside). */
const SPECIAL =
  /[^\x00-\x7f\u2010-\u2015\u2018-\u201d\u2022\u3001\u3002\u300c-\u3011\u3041-\u3096\u30a1-\u30fb\u4e00-\u9fff]/g;

function isMark(code: number): boolean {
  return code >= 0x300 && MARK.test(String.fromCharCode(code));
}

function isKatakana(code: number): boolean {
  return code >= 0x30a1 && code <= 0x30fa;
}

/** The normal form of `source`, with the way back. Linear in its length. */
export function normalize(source: string): NormalText {
  if (ASCII_ONLY.test(source)) return { text: source.toLowerCase(), source };
  return normalizeUnicode(source);
}

/** Plain runs are copied at one go; only what stands between them is looked at character by character. */
function normalizeUnicode(source: string): NormalText {
  const writer = new OffsetWriter(source);
  let done = 0;
  SPECIAL.lastIndex = 0;
  for (let found = SPECIAL.exec(source); found !== null; found = SPECIAL.exec(source)) {
    const special = found.index;
    if (isDroppedVowel(source, special)) {
      writer.run(done, special);
      done = special + 1;
      continue;
    }
    const start = isMark(source.charCodeAt(special)) && special > done ? special - 1 : special;
    const end = segmentEnd(source, special);
    writer.run(done, start);
    writer.segment(start, end);
    done = end;
    SPECIAL.lastIndex = end;
  }
  writer.run(done, source.length);
  return writer.finish();
}

/** A long-vowel mark behind katakana, with no combining mark that would need a closer look. */
function isDroppedVowel(source: string, at: number): boolean {
  return (
    source.charCodeAt(at) === LONG_VOWEL && isKatakana(source.charCodeAt(at - 1)) && !isMark(source.charCodeAt(at + 1))
  );
}

class OffsetWriter {
  private readonly source: string;
  private text = '';
  private length = 0;
  /** The last character written; reading it off the text would copy the text each time. */
  private last = 0;
  private offsets: Uint32Array;

  constructor(source: string) {
    this.source = source;
    this.offsets = new Uint32Array(source.length + 32);
  }

  /** Copies characters that only change in case. */
  run(from: number, to: number): void {
    if (from >= to) return;
    const base = this.reserve(to - from);
    for (let i = 0; i < to - from; i++) this.offsets[base + i] = from + i;
    this.append(this.source.slice(from, to).toLowerCase());
  }

  /** Writes the normal form of one character and its combining marks. */
  segment(from: number, to: number): void {
    const folded = withoutLongVowels(fold(this.source.slice(from, to)), this.last);
    if (folded === '') return;
    const base = this.reserve(folded.length);
    this.offsets.fill(from, base, base + folded.length);
    this.append(folded);
  }

  finish(): NormalText {
    return { text: this.text, source: this.source, offsets: this.offsets.subarray(0, this.length) };
  }

  private append(text: string): void {
    this.text += text;
    this.length += text.length;
    this.last = text.charCodeAt(text.length - 1);
  }

  private reserve(length: number): number {
    const base = this.length;
    if (base + length > this.offsets.length) {
      const wider = new Uint32Array((base + length) * 2);
      wider.set(this.offsets);
      this.offsets = wider;
    }
    return base;
  }
}

const LONG_VOWEL_ALONE = /ー(?![\u3099\u309a])/g;

/** `folded` less its long-vowel marks behind katakana, those aside that bear a mark of their own; `before`: the character it follows. */
function withoutLongVowels(folded: string, before: number): string {
  if (!folded.includes('ー')) return folded;
  return folded.replace(LONG_VOWEL_ALONE, (mark, at: number) =>
    isKatakana(at === 0 ? before : folded.charCodeAt(at - 1)) ? '' : mark,
  );
}

/** The end of the character at `at` together with the combining marks after it. */
function segmentEnd(source: string, at: number): number {
  let end = at + ((source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  while (end < source.length && isMark(source.charCodeAt(end))) end++;
  return end;
}

function fold(segment: string): string {
  const composed = segment.normalize('NFKC');
  return (RADICALS.get(composed) ?? composed).toLowerCase();
}

/** Offset in the source where the character at normal `offset` begins. */
export function sourceStart({ offsets, source }: NormalText, offset: number): number {
  return offsets === undefined ? offset : (offsets[offset] ?? source.length);
}

/** Offset in the source just behind the normal range that ends at `end`, dropped marks included. */
export function sourceEnd(normal: NormalText, end: number): number {
  const { offsets, source } = normal;
  if (offsets === undefined) return end;
  if (end >= offsets.length) return source.length;
  const last = offsets[end - 1] ?? 0;
  for (let i = end; i < offsets.length; i++) {
    const offset = offsets[i] ?? source.length;
    if (offset > last) return offset;
  }
  return source.length;
}
