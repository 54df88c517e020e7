import type { Weakness } from './findings.ts';

/** What is wrong with a language tag: not BCP 47, or a language that nobody registered (jp for ja). */
export function wrongTag(tag: string): Weakness | undefined {
  const language = canonicalTag(tag);
  if (language === undefined) return { code: 'oilt', tag, wellFormed: false };
  return languageNames.of(language) === undefined ? { code: 'oilt', tag, wellFormed: true } : undefined;
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The usual spelling of a tag; undefined for what is none. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
