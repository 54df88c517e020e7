/** What concepts are called on the map: in English and in Japanese, or in what the taxonomy has. */
import type { ByLanguage } from '../../../taxonomy/types.ts';
import { plainLine } from '../../text.ts';

export interface Name {
  readonly text: string;
  /** BCP 47; absent where the id stands in for a name. */
  readonly lang?: string;
}

const SHOWN = ['en', 'ja'] as const;

/** One name or two, English first; the same word is not said twice, and a concept without any name is called by its id. */
export function namesOf(id: string, label: ByLanguage = {}): readonly Name[] {
  const named = Object.entries(label)
    .map(([lang, text]) => ({ lang, text: plainLine(text) }))
    .filter(({ text }) => text !== '');
  const shown = SHOWN.flatMap((wanted) => named.find(({ lang }) => isIn(lang, wanted)) ?? []);
  const names = shown.length > 0 ? shown : named.slice(0, 1);
  if (names.length === 0) return [{ text: plainLine(id) || '?' }];
  return names.filter(({ text }, index) => names.findIndex((other) => other.text === text) === index);
}

/** The name in the reader's language first. */
export function preferring(names: readonly Name[], lang: string): readonly Name[] {
  return names.toSorted((a, b) => Number(isIn(b.lang ?? '', lang)) - Number(isIn(a.lang ?? '', lang)));
}

export function joined(names: readonly Name[]): string {
  return names.map(({ text }) => text).join(' / ');
}

function isIn(lang: string, wanted: string): boolean {
  const tag = lang.toLowerCase();
  return tag === wanted || tag.startsWith(`${wanted}-`);
}
