/** The texts of the charts in both languages. */

import { thousands } from '../thousands.ts';
import { FEW_TALKS } from '../trend-rows.ts';
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

/** Where the scale of bars ends. */
export function trackEnd(share: number, lang: Language): string {
  const end = percent(share);
  return lang === 'ja' ? `灰色の帯の右端が、発表全体の${end}です。` : `The grey track ends at ${end} of the talks.`;
}

/** Sentences below a chart, as HTML. */
export function chartNote(sentences: readonly string[], lang: Language): string {
  return `<p class="note c-note">${sentences.join(lang === 'ja' ? '' : ' ')}</p>`;
}

export const CHART_WORDS = {
  talksAYear: { en: 'Talks a year', ja: '年ごとの発表数' },
  shareOverYears: {
    en: (name: string) => `${name}: share of talks by year`,
    ja: (name: string) => `${name}：年ごとの発表の割合`,
  },
  ranges: { en: 'Lines over bars: 95 % intervals.', ja: '棒に重なる線は95 %信頼区間です。' },
  trendNotes: {
    bands: { en: 'Bands: 95 % intervals.', ja: '帯は95 %信頼区間です。' },
    cut: {
      en: '▲ An interval that goes on beyond the scale.',
      ja: '▲は、区間が目盛りの上端を超えることを示します。',
    },
    fewTalks: {
      en: `○ A year of fewer than ${FEW_TALKS} talks, without its interval.`,
      ja: `○は発表が${FEW_TALKS}件未満の年で、区間は省いています。`,
    },
    beyond: {
      en: '△ Such a year whose share is beyond the scale.',
      ja: '△は、そのうち割合が目盛りの上端を超える年です。',
    },
    broken: { en: 'Where a line breaks off, a year has no talk.', ja: '線が途切れているところは、発表のない年です。' },
  },
  shares: { en: 'Share of talks by element, with 95 % intervals', ja: '要素ごとの発表の割合と95 %信頼区間' },
} as const;
