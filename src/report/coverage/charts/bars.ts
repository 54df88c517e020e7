/** Tools or organisations as bars, by the talks that name them. */
import type { Named } from '../../../coverage/types.ts';
import { visibleLine } from '../../text.ts';
import { rowsChart } from './rows.ts';
import { countOf, type Language, listed, talks } from './words.ts';

interface BarsOptions {
  /** Unique on the page; letters, digits and `-`. */
  readonly id: string;
  readonly lang: Language;
  readonly title: string;
  /** Talks of the group that the names are from. */
  readonly of: number;
}

/** In the order given; empty where there is nothing. */
export function barsChart(named: readonly Named[], { id, lang, title, of }: BarsOptions): string {
  if (named.length === 0) return '';
  return rowsChart({
    id,
    rows: named.map((one) => ({ name: one.name, number: countOf(one.talks, of, lang), value: one.talks })),
    most: named.reduce((most, one) => Math.max(most, one.talks), 1),
    title,
    description: listed(
      named.map((one) => `${visibleLine(one.name)}: ${talks(one.talks, lang)}`),
      lang,
    ),
  });
}
