import { lightStem } from '../classify/stem.ts';
import type { Label } from './types.ts';

/** What a label matches, by language: its key, and for one English word the lighter stem that matching holds it to. */
export function wordingOf({ lang, key, text }: Pick<Label, 'lang' | 'key' | 'text'>): string {
  return `${lang} ${key} ${/^[A-Za-z]+$/.test(text) ? lightStem(text.toLowerCase()) : ''}`;
}
