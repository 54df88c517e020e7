/** The language of a text, as its script and commonest words tell it. */

/** UTF-16 code units that are looked at: enough to tell, and a bound on the work. */
const SAMPLE = 500;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** The language of `text` told from the text alone; `en` for too little to tell. */
export function tellLanguage(text: string): string {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  if (!BEYOND_ASCII.test(sample)) return latinLanguage(sample);
  const { latin, kana, han, hangul, other } = scriptsOf(sample);
  const cjk = kana + han + hangul;
  // A CJK character carries about as much as five Latin letters; a stray name does not make a text Japanese.
  if (cjk > 0 && cjk * 5 >= latin) {
    if (hangul > kana + han) return 'ko';
    return kana > 0 && kana * 12 >= han ? 'ja' : chineseOrJapanese(sample, han, kana);
  }
  return other > latin ? otherLanguage(sample, other) : latinLanguage(sample);
}

/** How many letters of each script a text has; `other` are those in `OTHER_SCRIPTS`. */
interface Scripts {
  readonly latin: number;
  readonly kana: number;
  readonly han: number;
  readonly hangul: number;
  readonly other: number;
}

const LATIN = 1;
const KANA = 2;
const HAN = 3;
const HANGUL = 4;
const OTHER = 5;

/** The script of every UTF-16 code unit, made for the first text beyond ASCII. */
let scripts: Uint8Array | undefined;

function scriptsOf(text: string): Scripts {
  scripts ??= scriptTable();
  const found = new Uint32Array(OTHER + 1);
  for (let at = 0; at < text.length; at++) {
    const script = scripts[text.charCodeAt(at)] ?? 0;
    found[script] = (found[script] ?? 0) + 1;
  }
  const [, latin = 0, kana = 0, han = 0, hangul = 0, other = 0] = found;
  return { latin, kana, han, hangul, other };
}

function scriptTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  table.fill(LATIN, 0x41, 0x5b).fill(LATIN, 0x61, 0x7b).fill(LATIN, 0xc0, 0x250);
  table.fill(OTHER, 0x400, 0xe80);
  table.fill(HAN, 0x2e80, 0x2fe0).fill(HAN, 0x3400, 0xa000).fill(HAN, 0xf900, 0xfb00);
  table.fill(KANA, 0x3041, 0x30fb).fill(KANA, 0x30fc, 0x3100).fill(KANA, 0xff66, 0xff9e);
  return table.fill(HANGUL, 0xac00, 0xd7b0);
}

const OTHER_SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ru', /[\u0400-\u04ff]/g],
  ['he', /[\u0590-\u05ff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['hi', /[\u0900-\u097f]/g],
  ['th', /[\u0e00-\u0e7f]/g],
];

function otherLanguage(sample: string, letters: number): string {
  return OTHER_SCRIPTS.find(([, script]) => count(sample, script) * 2 > letters)?.[0] ?? 'en';
}

const SIMPLIFIED =
  /[们这为习务动应运维开产业见论证设计说过时间还实现经验网络构团队问题让关协标门车东书长马鱼鸟龙龟齐谁请讲谈调该读课谢识词试话语误详请诸诺谋谓]/g;
const CHINESE_WORDS = /[们这哪吗呢吧很您她它咱]|什么|甚麼|如何|怎么|怎麼|以及|我們|這|個/g;
/** Function words of Chinese that Japanese writes inside compounds too. */
const SHARED_WORDS = /[的了和在是与與]/g;

/** Of a text in Han characters with next to no kana. A Japanese title may be all kanji, so Chinese must show itself. */
function chineseOrJapanese(sample: string, han: number, kana: number): string {
  const chinese = count(sample, SIMPLIFIED) + count(sample, CHINESE_WORDS) + count(sample, SHARED_WORDS) / 2;
  return chinese >= 1 && chinese > kana && chinese * 25 >= han ? 'zh' : 'ja';
}

const STOP_WORDS: readonly (readonly [string, string])[] = [
  ['en', 'the and of to in is for with that this we how are on you your it as from will'],
  ['de', 'der die und das ist mit für von nicht wie ein eine den wir auf im zu werden sich auch'],
  ['fr', 'le la les et des est pour une dans que qui avec nous sur du au vous comment cette pas'],
  ['es', 'el los las una para con por que del como se en y es su más esta cómo al lo'],
  ['pt', 'os as uma para com por que do da como em não é dos mais ao um na no são'],
  ['it', 'il gli una per con che di della come sono nel è del più questo anche le dei un al'],
];
const LANGUAGES_OF_WORD: ReadonlyMap<string, readonly string[]> = languagesOfWord();

function languagesOfWord(): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const [language, words] of STOP_WORDS) {
    for (const word of words.split(' ')) table.set(word, [...(table.get(word) ?? []), language]);
  }
  return table;
}

const PLAINLY_ENGLISH = /\b(?:the|and|with|how|from|this|your|are|that)\b/i;
const HEAD = 300;

/** Of the languages in Latin script the one whose commonest words stand in the text; English unless another is clear. */
function latinLanguage(sample: string): string {
  const head = sample.slice(0, HEAD);
  const first = PLAINLY_ENGLISH.exec(head);
  if (first !== null && PLAINLY_ENGLISH.test(head.slice(first.index + first[0].length))) return 'en';
  const counts = new Map<string, number>();
  for (const word of head.toLowerCase().split(/[^a-z\u00df-\u024f]+/)) {
    for (const language of LANGUAGES_OF_WORD.get(word) ?? NONE) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let best = 'en';
  for (const [language, found] of counts) if (found > (counts.get(best) ?? 0)) best = language;
  // One or two words are shared by languages ("die", "as", "con"); a clear case has three.
  return (counts.get(best) ?? 0) >= 3 ? best : 'en';
}

const NONE: readonly string[] = [];

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
