import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

const WORD = /^[a-z]{3,40}$/;

/** Porter's stem of a lower-case English word (M. F. Porter 1980, by way of natural); other words stand as they are. */
export function stem(word: string): string {
  return WORD.test(word) ? porter.stem(word) : word;
}
