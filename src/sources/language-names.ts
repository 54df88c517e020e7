/** The names of languages that sources use, and the BCP 47 languages they mean. */

/** Codes of ISO 639 and names in English, in Japanese and in the language itself. */
const NAMES: Readonly<Record<string, string>> = {
  en: 'en eng english 英語 英文 英语',
  ja: 'ja jp jpn japanese 日本語 日文 日语 nihongo',
  zh: 'zh cn zho chi chinese mandarin 中国語 中文 汉语 cmn',
  ko: 'ko kr kor korean 韓国語 한국어',
  de: 'de deu ger german deutsch ドイツ語',
  fr: 'fr fra fre french français francais フランス語',
  es: 'es spa spanish español espanol スペイン語',
  pt: 'pt por portuguese português portugues ポルトガル語',
  it: 'it ita italian italiano イタリア語',
  nl: 'nl nld dut dutch',
  ru: 'ru rus russian',
  pl: 'pl pol polish',
  cs: 'cs ces cze czech',
  sv: 'sv swe swedish',
  tr: 'tr tur turkish',
  uk: 'uk ukr ukrainian',
  vi: 'vi vie vietnamese',
  id: 'id ind indonesian',
  ar: 'ar ara arabic',
  he: 'he heb hebrew',
  hi: 'hi hin hindi',
  th: 'th tha',
};

const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([language, names]) => names.split(' ').map((name) => [name, language] as const)),
);

/** The BCP 47 language (without script and region) that a given value names; undefined for a value that names none. */
export function givenLanguage(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const folded = value.normalize('NFKC').trim().toLowerCase();
  return LANGUAGES.get(folded) ?? LANGUAGES.get(folded.split(/[-_\s(,/]/, 1)[0] ?? '');
}
