/** The shares of all talks, as a chart and as a table. */
import { weighed } from '../../../coverage/counts.ts';
import { shareChart } from '../charts/share.ts';
import { interval, percent } from '../words.ts';
import { countFor } from './counts.ts';
import { inTreeOrder } from './data.ts';
import { type Child, h } from './node.ts';
import { beside, type Drawn, inBoth, lead, type Section } from './section.ts';
import { countOf } from './sentences.ts';
import { plainTable } from './table.ts';
import { WORDS } from './words.ts';
import { toHtml } from './write.ts';

export function sharesSection(drawn: Drawn): Section {
  const { coverage } = drawn.report;
  const { taxonomy } = drawn.context;
  const { all, weight } = coverage;
  const chart = inBoth((lang) => shareChart(all, taxonomy, { id: `shares-${lang}`, lang, weight }));
  const heads = [WORDS.concept, WORDS.talks, WORDS.share, WORDS.interval];
  const table = plainTable(
    'shares-table',
    WORDS.sharesTable,
    heads,
    shareRows(drawn).map((cells) => ({ cells })),
  );
  return {
    id: 'shares',
    heading: WORDS.shares,
    content: toHtml(lead(WORDS.sharesLead)) + (chart === '' ? toHtml(table) : beside(chart, table)),
  };
}

function shareRows({ report: { coverage }, data }: Drawn): readonly (readonly Child[])[] {
  const { all, weight } = coverage;
  return inTreeOrder(data.concepts).map((concept) => {
    const counted = countFor(all, concept);
    return [
      concept.part === undefined ? h('strong', {}, concept.label) : concept.label,
      countOf(weighed(counted, weight), all.talks),
      percent(counted.share),
      interval(counted, '–'),
    ];
  });
}
