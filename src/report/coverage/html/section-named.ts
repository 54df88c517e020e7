/** Tools that talks name and organisations they come from, each as a chart and as a table. */
import type { Named } from '../../../coverage/types.ts';
import { barsChart } from '../charts/bars.ts';
import type { View } from './address.ts';
import { namesOf } from './encode.ts';
import { labelsById } from './labels.ts';
import type { Both } from './node.ts';
import { beside, type Drawn, inBoth, lead, type Section } from './section.ts';
import { namedTable } from './tables.ts';
import { WORDS } from './words.ts';
import { toHtml } from './write.ts';

/** Bars of the chart; the table has more. */
const BARS = 15;

export function toolsSection(drawn: Drawn): Section {
  const names = {
    heading: WORDS.tools,
    lead: WORDS.toolsLead,
    of: WORDS.tool,
    viewOf: (tool: string) => ({ tool }),
  };
  return namedSection('tools', names, drawn.report.coverage.all.tools, drawn);
}

export function organisationsSection(drawn: Drawn): Section {
  const names = {
    heading: WORDS.organisations,
    lead: WORDS.organisationsLead,
    of: WORDS.organisation,
    viewOf: (organisation: string) => ({ organisation }),
  };
  return namedSection('organisations', names, drawn.report.coverage.all.organisations, drawn);
}

interface Names {
  readonly heading: Both;
  readonly lead: Both;
  /** What a row is. */
  readonly of: Both;
  /** The view of the talks that hold a name. */
  readonly viewOf: (name: string) => Partial<View>;
}

function namedSection(id: string, names: Names, named: readonly Named[], { report, data }: Drawn): Section {
  if (named.length === 0) return { id, heading: names.heading, content: '' };
  const of = report.coverage.all.talks;
  const chart = inBoth((lang) =>
    barsChart(named.slice(0, BARS), { id: `${id}-${lang}`, lang, title: names.heading[lang], of }),
  );
  const about = {
    id: `${id}-table`,
    caption: names.heading,
    of: names.of,
    names: namesOf(named),
    ...(data.talks === undefined ? {} : { viewOf: names.viewOf }),
  };
  const table = namedTable(about, named, labelsById(data.concepts));
  return { id, heading: names.heading, content: toHtml(lead(names.lead)) + beside(chart, ...table) };
}
