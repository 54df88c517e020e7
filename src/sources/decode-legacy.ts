/** Shift_JIS and EUC-JP, told apart. Loaded only for a file that is no Unicode text. */
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

export type Decoded = { readonly text: string } | { readonly reason: string };

interface Candidate {
  readonly text: string;
  readonly score: number;
}

/** A confidence of chardet (of 100) that settles the matter; on short texts it stays far below. */
const SURE = 60;
const SAMPLE = 20_000;
/** A longer text without any kana is Chinese or Korean in a code of the same shape. */
const KANJI_ALONE = 30;

export function decodeLegacy(bytes: Buffer): Decoded {
  const [guess] = analyse(bytes.subarray(0, SAMPLE));
  const sure = guess !== undefined && guess.confidence >= SURE ? guess.name : undefined;
  const shiftJis = candidate(bytes, 'Shift_JIS');
  const eucJp = candidate(bytes, 'EUC-JP');
  if (sure === 'Shift_JIS' && shiftJis !== undefined) return shiftJis;
  if (sure === 'EUC-JP' && eucJp !== undefined) return eucJp;
  const best = (shiftJis?.score ?? 0) >= (eucJp?.score ?? 0) ? shiftJis : eucJp;
  if (best !== undefined && best.score > 0 && (sure === undefined || !/^(?:GB|Big5|EUC-KR)/.test(sure))) return best;
  return { reason: sure === undefined ? 'neither UTF-8, UTF-16, Shift_JIS nor EUC-JP' : `it looks like ${sure}` };
}

/** The text strictly decoded, with how much it looks like Japanese: above 0 for text that somebody wrote. */
function candidate(bytes: Buffer, encoding: 'Shift_JIS' | 'EUC-JP'): Candidate | undefined {
  const text = iconv.decode(bytes, encoding);
  if (/[\ufffd\u0080-\u009f\ue000-\uf8ff]/.test(text)) return undefined;
  return { text, score: plausibility(text.slice(0, SAMPLE)) };
}

const JAPANESE = /[\u3000-\u303f\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff]/gu;
const KANA = /[\u3041-\u3096\u30a1-\u30fe]/gu;
const PAIRED = /(?<=[\u3000-\u30fe\u4e00-\u9fff])[\u3000-\u30fe\u4e00-\u9fff]/gu;
const HALF_WIDTH_RUN = /[\uff61-\uff9f]+/gu;
/** Letters, voicing marks only behind those that can bear them, punctuation at the end: what the codes of others hardly give. */
const HALF_WIDTH_WORD = /^(?:[ｳｶ-ﾄﾊ-ﾎ]ﾞ|[ﾊ-ﾎ]ﾟ|[ｦ-ﾝ]){2,}[｡､･]?$/u;
const ODD = /[\u0370-\u04ff\u2500-\u257f]/gu;
const KANJI = /[\u4e00-\u9fff]/gu;

/**
 * Wrong guesses show half-width kana that make no word, rare kanji, Greek, Cyrillic and rules, or (accents and curly quotes of Western
 * text) kanji that stand alone among Latin letters.
 */
function plausibility(text: string): number {
  const japanese = count(text, JAPANESE);
  const kana = count(text, KANA);
  if (japanese === 0) return 0;
  if (kana === 0 && (japanese > KANJI_ALONE || count(text, PAIRED) === 0)) return 0;
  const paired = count(text, PAIRED) / japanese;
  if (paired < 0.3) return 0;
  const odd = oddHalfWidth(text) * 2 + count(text, ODD) * 2 + rareKanji(text) * 2;
  return (japanese + kana - odd) / (japanese + odd);
}

/** Half-width characters that make no word. */
function oddHalfWidth(text: string): number {
  let odd = 0;
  for (const [run] of text.matchAll(HALF_WIDTH_RUN)) if (!HALF_WIDTH_WORD.test(run)) odd += run.length;
  return odd;
}

/** Kanji outside of JIS level 1, which an ordinary text has few of. */
function rareKanji(text: string): number {
  let rare = 0;
  for (const [kanji] of text.matchAll(KANJI)) {
    const [row = 0] = iconv.encode(kanji, 'EUC-JP');
    if (row >= 0xd0 || row === 0x8f) rare++;
  }
  return rare;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
