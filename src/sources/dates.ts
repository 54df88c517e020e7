/** Calendar dates as sources write them. */

const YEAR_FIRST = /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?!\d)/;
const MONTH_FIRST =
  /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b[^\d]*(?:[-–]\s*\d{1,2}(?:st|nd|rd|th)?\b)?,?\s+(\d{4})\b/i;
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i;
const YEAR = /(?<![\d.])(19[89]\d|20[0-9]\d)(?![\d.])/;
const SHORT_YEAR = /(?:^|\s)['’](\d{2})(?!\d)/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** ISO 8601 calendar date of a value, as the source writes the day: no time zone moves it. */
export function dateOf(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  const text = typeof value === 'number' && Number.isInteger(value) ? String(value) : value;
  if (typeof text !== 'string' || text.length > 100) return undefined;
  const numeric = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (numeric !== null) return calendarDate(numeric[1], numeric[2], numeric[3]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) return calendarDate(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return calendarDate(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  return undefined;
}

const DATE_WORDS =
  /\d+|年|月|日|曜|[火水木金土祝]|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:uary|ruary|ch|il|ust|ember|tember|ober|day)?\b|(?<=\d)(?:st|nd|rd|th)\b|[\s\p{P}\p{S}]/giu;

/** Whether a short text is a date and nothing else but days of the week and times. */
export function isBareDate(text: string): boolean {
  if (text.length > 60 || text.replace(DATE_WORDS, '') !== '') return false;
  return dateOf(text.replace(/^[\s\p{P}\p{S}]+/u, '')) !== undefined;
}

/** The date that begins a file's name, as in Jekyll's `2019-06-07-my-talk.md`. */
export function dateOfPath(path: string): string | undefined {
  const found = /(?:^|\/)(\d{4})-(\d{2})-(\d{2})(?=[-_. ])[^/]*$/.exec(path);
  return found === null ? undefined : calendarDate(found[1], found[2], found[3]);
}

/** The year a value names: 2020, '2020', 'March 2020', "OpML '20". */
export function yearOf(value: unknown): number | undefined {
  if (value instanceof Date) return yearOf(dateOf(value));
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > 200) return undefined;
  const year = YEAR.exec(text)?.[1];
  if (year !== undefined) return Number(year);
  const short = SHORT_YEAR.exec(text)?.[1];
  return short === undefined ? undefined : 2000 + Number(short);
}

function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function calendarDate(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= 31)) return undefined;
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
