import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

const WORD = /^[a-z]{3,40}$/;

/** Porter's stem of a lower-case English word (M. F. Porter 1980, by way of natural); other words stand as they are. */
export function stem(word: string): string {
  return WORD.test(word) ? porter.stem(word) : word;
}

/** A lower-case English word less the endings of its own inflection (models → model, serving → serv): far less than Porter takes off. */
export function lightStem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return lightStem(word.slice(0, -1));
  if (word.length > 5 && word.endsWith('ing')) return undouble(word.slice(0, -3));
  if (word.length > 4 && word.endsWith('ed')) return undouble(word.slice(0, -2));
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
}

function undouble(word: string): string {
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}
