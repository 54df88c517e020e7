/** The order of names without a locale: numbers in them by value, all else by code points. */

const ZERO = 0x30;
const NINE = 0x39;
const WIDE_ZERO = 0xff10;
const WIDE_NINE = 0xff19;

/** For sorting: "第2回" before "第10回", "#2" before "#１０"; of two that are the same but for how numbers are written the first by code points. */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [rankAt(a, i), rankAt(b, j)];
    if (x !== y) return x - y;
    if (x !== ZERO) {
      const step = x > 0xffff ? 2 : 1;
      i += step;
      j += step;
      continue;
    }
    const [endA, endB] = [endOfDigits(a, i), endOfDigits(b, j)];
    const order = compareDigits(a, i, endA, b, j, endB);
    if (order !== 0) return order;
    [i, j] = [endA, endB];
  }
  return Number(j === b.length) - Number(i === a.length) || comparePoints(a, b);
}

/** For sorting by code points, which is not by code units: those beyond the basic plane come last. */
export function comparePoints(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    // Where two letters beyond the basic plane begin alike, or one of them is half a letter, they differ from there.
    return differenceAt(i - 1, a, b) || differenceAt(i, a, b);
  }
  return a.length - b.length;
}

function differenceAt(at: number, a: string, b: string): number {
  return (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0);
}

/** As `compareNames`, of names that may be empty: those are none, and last. */
export function compareKeys(a: string, b: string): number {
  return a === '' || b === '' ? Number(a === '') - Number(b === '') : compareNames(a, b);
}

/** A code point; of every digit that of 0, since a number stands among other letters by being one. */
function rankAt(text: string, at: number): number {
  return isDigit(text.charCodeAt(at)) ? ZERO : (text.codePointAt(at) ?? 0);
}

function isDigit(unit: number): boolean {
  return (unit >= ZERO && unit <= NINE) || (unit >= WIDE_ZERO && unit <= WIDE_NINE);
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** By value, however many digits: without leading zeros the longer is the larger. */
function compareDigits(a: string, fromA: number, endA: number, b: string, fromB: number, endB: number): number {
  let [i, j] = [afterZeros(a, fromA, endA), afterZeros(b, fromB, endB)];
  if (endA - i !== endB - j) return endA - i - (endB - j);
  for (; i < endA; i++, j++) {
    const difference = digitAt(a, i) - digitAt(b, j);
    if (difference !== 0) return difference;
  }
  return 0;
}

function afterZeros(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && digitAt(text, at) === 0) at++;
  return at;
}

/** The last four bits of a digit's code unit are its value, in both widths. */
function digitAt(text: string, at: number): number {
  return text.charCodeAt(at) & 0xf;
}
