/** The elements of a group as bars, most talks first, with the intervals of their shares. */
import { countAt, weighed } from '../../../coverage/counts.ts';
import type { Count, CoverageGroup } from '../../../coverage/types.ts';
import type { Taxonomy } from '../../../taxonomy/types.ts';
import { labelIn, partsOf } from '../../labels.ts';
import { percent } from '../words.ts';
import { type Row, rowsChart } from './rows.ts';
import { fineShare } from './scale.ts';
import type { SharesOptions } from './shares.ts';
import { CHART_WORDS, chartNote, countAndShare, listed, trackEnd } from './words.ts';

/** Empty where no talk treats any of the elements: those that none treats are left out. */
export function shareChart(group: CoverageGroup, taxonomy: Taxonomy, options: SharesOptions): string {
  const { id, lang, weight } = options;
  const counted = elementsOf(group, taxonomy, options)
    .filter(({ count }) => weighed(count, weight) > 0)
    .sort((a, b) => weighed(b.count, weight) - weighed(a.count, weight));
  if (counted.length === 0) return '';
  const rows: readonly Row[] = counted.map(({ name, count }) => ({
    name,
    number: countAndShare(weighed(count, weight), group.talks, count.share, lang),
    value: count.share,
    range: { low: count.low, high: count.high },
  }));
  const end = fineShare(counted.map(({ count }) => count.high));
  const chart = rowsChart({
    id,
    rows,
    most: end,
    title: CHART_WORDS.shares[lang],
    description: listed(
      counted.map(({ name, count }) => `${name} ${percent(count.share)}`),
      lang,
    ),
  });
  return chart + chartNote([trackEnd(end, lang), CHART_WORDS.ranges[lang]], lang);
}

/** In the taxonomy's order. */
function elementsOf(
  { elements }: CoverageGroup,
  taxonomy: Taxonomy,
  { lang, part: asked }: SharesOptions,
): readonly { readonly name: string; readonly count: Count }[] {
  return partsOf(taxonomy)
    .filter(({ part }) => asked === undefined || part.id === asked)
    .flatMap(({ elements: concepts }) => concepts)
    .flatMap(({ id, prefLabel }) => {
      const count = countAt(elements, id);
      return count === undefined ? [] : [{ name: labelIn(prefLabel, lang), count }];
    });
}
