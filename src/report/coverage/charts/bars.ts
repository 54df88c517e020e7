/** Tools or organisations as bars, by the talks that name them. */
import type { Named } from '../../../coverage/types.ts';
import { visibleLine } from '../../text.ts';
import { rowsChart } from './rows.ts';
import { fineShare } from './scale.ts';
import { chartNote, countOf, type Language, listed, talks, trackEnd } from './words.ts';

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
  const end = fineShare(named.map((one) => one.talks / of));
  const chart = rowsChart({
    id,
    rows: named.map((one) => ({ name: one.name, number: countOf(one.talks, of, lang), value: one.talks })),
    most: end * of,
    title,
    description: listed(
      named.map((one) => `${visibleLine(one.name)}: ${talks(one.talks, lang)}`),
      lang,
    ),
  });
  return chart + chartNote([trackEnd(end, lang)], lang);
}
