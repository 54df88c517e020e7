/** The language of a text, as its source gives it or as its script and commonest words tell it. */

const NAMES: Readonly<Record<string, string>> = {
  en: 'en',
  eng: 'en',
  english: 'en',
  英語: 'en',
  英文: 'en',
  英语: 'en',
  ja: 'ja',
  jp: 'ja',
  jpn: 'ja',
  japanese: 'ja',
  日本語: 'ja',
  日文: 'ja',
  日语: 'ja',
  nihongo: 'ja',
  zh: 'zh',
  cn: 'zh',
  zho: 'zh',
  chi: 'zh',
  chinese: 'zh',
  mandarin: 'zh',
  中国語: 'zh',
  中文: 'zh',
  汉语: 'zh',
  cmn: 'zh',
  ko: 'ko',
  kr: 'ko',
  kor: 'ko',
  korean: 'ko',
  韓国語: 'ko',
  한국어: 'ko',
  de: 'de',
  deu: 'de',
  ger: 'de',
  german: 'de',
  deutsch: 'de',
  ドイツ語: 'de',
  fr: 'fr',
  fra: 'fr',
  fre: 'fr',
  french: 'fr',
  français: 'fr',
  francais: 'fr',
  フランス語: 'fr',
  es: 'es',
  spa: 'es',
  spanish: 'es',
  español: 'es',
  espanol: 'es',
  スペイン語: 'es',
  pt: 'pt',
  por: 'pt',
  portuguese: 'pt',
  português: 'pt',
  portugues: 'pt',
  ポルトガル語: 'pt',
  it: 'it',
  ita: 'it',
  italian: 'it',
  italiano: 'it',
  イタリア語: 'it',
  nl: 'nl',
  nld: 'nl',
  dut: 'nl',
  dutch: 'nl',
  ru: 'ru',
  rus: 'ru',
  russian: 'ru',
  pl: 'pl',
  pol: 'pl',
  polish: 'pl',
  cs: 'cs',
  ces: 'cs',
  cze: 'cs',
  czech: 'cs',
  sv: 'sv',
  swe: 'sv',
  swedish: 'sv',
  tr: 'tr',
  tur: 'tr',
  turkish: 'tr',
  uk: 'uk',
  ukr: 'uk',
  ukrainian: 'uk',
  vi: 'vi',
  vie: 'vi',
  vietnamese: 'vi',
  id: 'id',
  ind: 'id',
  indonesian: 'id',
  ar: 'ar',
  ara: 'ar',
  arabic: 'ar',
  he: 'he',
  heb: 'he',
  hebrew: 'he',
  hi: 'hi',
  hin: 'hi',
  hindi: 'hi',
  th: 'th',
  tha: 'th',
};

/** The BCP 47 language (without script and region) that a given value names; undefined for a value that names none. */
export function givenLanguage(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const folded = value.normalize('NFKC').trim().toLowerCase();
  return known(folded) ?? known(folded.split(/[-_\s(,/]/, 1)[0] ?? '');
}

function known(name: string): string | undefined {
  return Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
}

// Enough to tell, and a bound on the work for long bodies.
const SAMPLE = 2000;

const KANA = /[\u3041-\u309f\u30a1-\u30ff\uff66-\uff9d]/gu;
const HAN = /\p{Script=Han}/gu;
const HANGUL = /[\uac00-\ud7af\u1100-\u11ff]/gu;
const LATIN = /[a-zA-Z\u00c0-\u024f]/g;
const OTHER_SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ru', /[\u0400-\u04ff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['he', /[\u0590-\u05ff]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['hi', /[\u0900-\u097f]/g],
];
const ONLY_SIMPLIFIED =
  /[们这为习务动应运维开产业见论证设计说过时间还实现经验网络构团队问题让关协标门车东书长马鱼鸟龙龟齐谁请讲谈调该读课谢识词试话语误详请诸诺谋谓]/gu;
const CHINESE_WORDS = /[们这哪吗呢吧很您她它咱]|什么|甚麼|如何|怎么|怎麼|以及|我們|這|個/gu;
/** Function words of Chinese that Japanese writes inside compounds too. */
const SHARED_WORDS = /[的了和在是与與]/gu;

/** The language of `text` told from the text alone; `en` for too little to tell. */
export function tellLanguage(text: string): string {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  if (isAscii(sample)) return latinLanguage(sample);
  const latin = count(sample, LATIN);
  const kana = count(sample, KANA);
  const han = count(sample, HAN);
  const hangul = count(sample, HANGUL);
  // A CJK character carries about as much as five Latin letters; a stray name does not make a text Japanese.
  if ((kana + han + hangul) * 5 < latin) return latinLanguage(sample);
  if (hangul > kana + han) return 'ko';
  if (kana > 0 && kana * 12 >= han) return 'ja';
  if (han > 0) return chineseOrJapanese(sample, han, kana);
  for (const [language, script] of OTHER_SCRIPTS) if (count(sample, script) > latin) return language;
  return latinLanguage(sample);
}

/** Of a text in Han characters with next to no kana. A Japanese title may be all kanji, so Chinese must show itself. */
function chineseOrJapanese(sample: string, han: number, kana: number): string {
  const chinese = count(sample, ONLY_SIMPLIFIED) + count(sample, CHINESE_WORDS) + count(sample, SHARED_WORDS) / 2;
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

const PLAINLY_ENGLISH = /\b(?:the|and|with|how|from|this|your|are|that)\b/gi;
const HEAD = 400;

/** Of the languages in Latin script the one whose commonest words stand in the text; English unless another is clear. */
function latinLanguage(sample: string): string {
  if (count(sample.slice(0, HEAD), PLAINLY_ENGLISH) >= 3) return 'en';
  const counts = new Map<string, number>();
  for (const [word] of sample.toLowerCase().matchAll(/[a-z\u00df-\u024f]+/g)) {
    for (const language of LANGUAGES_OF_WORD.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let best = 'en';
  for (const [language, found] of counts) if (found > (counts.get(best) ?? 0)) best = language;
  // One or two words are shared by languages ("die", "as", "con"); a clear case has three.
  return (counts.get(best) ?? 0) >= 3 ? best : 'en';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
