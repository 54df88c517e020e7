/** Colours of the charts: ECharts draws with those for light pages, and each becomes a class that the page's style sheet colours. */

interface Ink {
  readonly light: string;
  readonly dark: string;
}

/** No two may be alike in `light`: a shape's class is told by its colour. */
const INKS = {
  /** Names and numbers. */
  text: { light: '#0e2233', dark: '#e8eef3' },
  /** Years, scales and what else is read last. */
  quiet: { light: '#51616f', dark: '#a3b1bd' },
  /** Counts and shares. */
  data: { light: '#1f6f99', dark: '#4c9cbb' },
  /** The whole that a share is of. */
  track: { light: '#e6ebef', dark: '#26313b' },
  /** The range a share may lie in, as an area. */
  band: { light: '#cfe3ed', dark: '#1d3b4d' },
  /** The same as a line over bars. */
  range: { light: '#33475a', dark: '#d0dae2' },
  /** What hollow points are filled with: the page's own. */
  ground: { light: '#ffffff', dark: '#12181e' },
  grid: { light: '#c3ccd4', dark: '#3a4753' },
} as const satisfies Readonly<Record<string, Ink>>;

type InkName = keyof typeof INKS;

const NAMES: readonly InkName[] = ['text', 'quiet', 'data', 'track', 'band', 'range', 'ground', 'grid'];

/** As ECharts is given them. */
export function ink(name: InkName): string {
  return INKS[name].light;
}

/** The class of a shape or text drawn in a colour; undefined for what is no ink. */
export function inkClass(attribute: 'fill' | 'stroke', colour: string): string | undefined {
  const name = NAMES.find((one) => INKS[one].light === colour.toLowerCase());
  return name === undefined ? undefined : `c-${attribute}-${name}`;
}

function rules(mode: keyof Ink): string {
  return NAMES.map(
    (name) => `.c-fill-${name}{fill:${INKS[name][mode]}}.c-stroke-${name}{stroke:${INKS[name][mode]}}`,
  ).join('');
}

/** For the page that holds the charts: their size, and their colours in light, in dark and on paper. */
export const CHARTS_CSS = [
  '.c-charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:1rem}',
  'p.c-note{margin:.75rem 0 1.25rem}',
  '.c-chart{display:block;width:100%;max-width:30rem;height:auto}.c-chart text{dominant-baseline:central}',
  rules('light'),
  `@media screen and (prefers-color-scheme:dark){${rules('dark')}}`,
  '@media print{.c-chart{break-inside:avoid}}',
].join('\n');
