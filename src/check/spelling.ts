/** The one form that spellings of a word have in common. */

/** What people put between the words of a keyword, or leave out. */
const SEPARATORS = /(?<=(.))[\s_.・‐‑‒–—−-]+(?=(.))/gsu;
const DIGIT = /\p{N}/u;

const KATAKANA = /[ァ-ヺー]+/g;
/** A run of katakana that keeps so many letters without its long-vowel marks is told from others by them. */
const LONG_ENOUGH = 4;
const LONG_VOWELS = /ー/g;

/**
 * Two words with one key differ only in how they are written: width, case, blanks, hyphens, underscores, dots, and the long-vowel marks
 * that Japanese leaves out at will (サーバー, サーバ). A leading dot stays (.NET), and so does what parts two numbers (3.5).
 */
export function spellingKey(word: string): string {
  return shownWord(word)
    .normalize('NFKC')
    .toLowerCase()
    .replace(SEPARATORS, (separator, before: string, behind: string) =>
      DIGIT.test(before) && DIGIT.test(behind) ? separator : '',
    )
    .replace(KATAKANA, withoutLongVowels);
}

/** A word as it is compared with others and shown: composed, blanks as one. */
export function shownWord(word: string): string {
  return word.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

/** ビール is not ビル: in short words only the last mark goes, and only behind three characters. */
function withoutLongVowels(run: string): string {
  const bare = run.replace(LONG_VOWELS, '');
  if (bare.length >= LONG_ENOUGH) return bare;
  return run.length > 3 && run.endsWith('ー') ? run.slice(0, -1) : run;
}

/** Words that end in s and are no plurals, or whose singular is something else. */
const NO_PLURAL = /(?:[aiou]s|ss|ics|ops|js|news|windows|series|kubernetes|transformers|means)$/;

/** The key of the singular, where the key may be an English plural; only a singular that people really write makes it one. */
export function singularKey(key: string): string | undefined {
  return /^[a-z\d+#]*[a-z]{2}s$/.test(key) && !NO_PLURAL.test(key) ? key.slice(0, -1) : undefined;
}
