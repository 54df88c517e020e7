/** The texts of the charts in both languages. */

import { thousands } from '../thousands.ts';
import { percent } from '../words.ts';

export type Language = 'en' | 'ja';

const JOINERS: Readonly<Record<Language, string>> = { en: ', ', ja: '、' };

export function listed(items: readonly string[], lang: Language): string {
  return items.join(JOINERS[lang]);
}

/** `12 of 57 · 21 %` */
export function countAndShare(count: number, of: number, share: number, lang: Language): string {
  return `${countOf(count, of, lang)} · ${percent(share)}`;
}

export function countOf(count: number, of: number, lang: Language): string {
  return lang === 'ja' ? `${thousands(of)}件中${thousands(count)}件` : `${thousands(count)} of ${thousands(of)}`;
}

export function talks(count: number, lang: Language): string {
  if (lang === 'ja') return `${thousands(count)}件`;
  return `${thousands(count)} talk${count === 1 ? '' : 's'}`;
}

export const CHART_WORDS = {
  talksAYear: { en: 'Talks a year', ja: '年ごとの発表数' },
  shareOverYears: {
    en: (name: string) => `${name}: share of talks by year`,
    ja: (name: string) => `${name}：年ごとの発表の割合`,
  },
  shares: { en: 'Share of talks by element, with 95 % intervals', ja: '要素ごとの発表の割合と95 %信頼区間' },
} as const;
