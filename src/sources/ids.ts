/** Ids for talks that bring none: the file's path and a slug of the title, numbered where that repeats. */
import { Seen } from './seen.ts';

const MAX_SLUG = 80;

/** Lower-case letters and digits of any script, joined by `-`. */
export function slugOf(title: string): string {
  const slug = joinedWords(title.slice(0, 4 * MAX_SLUG)).replace(/^-|-$/g, '');
  return slug === '' ? 'talk' : [...slug].slice(0, MAX_SLUG).join('').replace(/-$/, '');
}

function joinedWords(title: string): string {
  if (/^[\0-\x7f]*$/.test(title)) return title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
}

/** The ids of one file; what it keeps for a talk is a hash, and a count for each title that repeats. */
export class FileIds {
  readonly #path: string;
  readonly #seen = new Seen();
  readonly #repeats = new Map<string, number>();

  constructor(path: string) {
    this.#path = path;
  }

  idFor(title: string): string {
    const slug = slugOf(title);
    if (this.#seen.add(slug)) return `${this.#path}#${slug}`;
    let number = this.#repeats.get(slug) ?? 1;
    do number++;
    while (!this.#seen.add(`${slug}-${number}`));
    this.#repeats.set(slug, number);
    return `${this.#path}#${slug}-${number}`;
  }
}
