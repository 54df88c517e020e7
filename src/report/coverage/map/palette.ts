/** Colours of the map. One hue, each step darker than the one before (in dark mode lighter), so that it reads in grey too. */
import { SHADES, type Shade } from './scale.ts';

/** Of a shade what lies behind text, and the text. */
export interface Shading {
  readonly fill: string;
  readonly text: string;
}

export interface Palette {
  readonly shades: readonly [Shading, Shading, Shading, Shading, Shading, Shading, Shading];
  readonly ground: string;
  readonly area: string;
  /** Heads of areas, and the text on them. */
  readonly head: string;
  readonly onHead: string;
  /** Text on the ground, and quieter text. */
  readonly text: string;
  readonly quiet: string;
  readonly edge: string;
  /** The outline of boxes that hold nothing. */
  readonly empty: string;
  readonly focus: string;
}

const INK = '#0e2233';

export const LIGHT: Palette = {
  shades: [
    { fill: '#ffffff', text: '#51616f' },
    { fill: '#e4f1f6', text: INK },
    { fill: '#bfdfea', text: INK },
    { fill: '#8dc6da', text: INK },
    { fill: '#54a5c4', text: INK },
    { fill: '#1f6f99', text: '#ffffff' },
    { fill: '#0b3f66', text: '#ffffff' },
  ],
  ground: '#ffffff',
  area: '#f1f4f6',
  head: '#33475a',
  onHead: '#ffffff',
  text: INK,
  quiet: '#51616f',
  edge: '#c3ccd4',
  empty: '#7d8b97',
  focus: '#b4460f',
};

export const DARK: Palette = {
  shades: [
    { fill: '#12181e', text: '#a3b1bd' },
    { fill: '#17303f', text: '#ffffff' },
    { fill: '#1d4860', text: '#ffffff' },
    { fill: '#256685', text: '#ffffff' },
    { fill: '#4c9cbb', text: '#08141d' },
    { fill: '#8cc8da', text: '#08141d' },
    { fill: '#d8f0f5', text: '#08141d' },
  ],
  ground: '#12181e',
  area: '#1b232b',
  head: '#3b4f61',
  onHead: '#ffffff',
  text: '#eef3f7',
  quiet: '#a9b6c2',
  edge: '#3a4753',
  empty: '#6f7f8c',
  focus: '#ffb37a',
};

const NAMES = ['ground', 'area', 'head', 'onHead', 'text', 'quiet', 'edge', 'empty', 'focus'] as const;

/** The map's style sheet: `--m-s0` to `--m-s6` are the shades, `--m-t0` to `--m-t6` the text on them, for whoever draws beside it. */
export const MAP_CSS = [
  `:root{${variables(LIGHT)}}`,
  `@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}`,
  `@media print{:root{${variables(LIGHT)}}.m-map{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`,
  ...SHADES.map((shade) => `.m-s${shade} rect{fill:var(--m-s${shade})}.m-s${shade} text{fill:var(--m-t${shade})}`),
  '.m-s0 rect{stroke:var(--m-empty)}',
  '.m-s0.m-cell rect{fill:none;stroke:var(--m-edge)}',
  '.m-ground{fill:var(--m-ground)}',
  '.m-area{fill:var(--m-area);stroke:var(--m-edge)}',
  '.m-head{fill:var(--m-head)}.m-on-head{fill:var(--m-onHead)}',
  '.m-text{fill:var(--m-text)}.m-quiet{fill:var(--m-quiet)}',
  '.m-link{cursor:pointer;text-decoration:none;outline:none}',
  '.m-link:hover rect{stroke:var(--m-focus);stroke-width:2;stroke-dasharray:none}',
  '.m-link:focus-visible rect{stroke:var(--m-focus);stroke-width:4;stroke-dasharray:none}',
].join('\n');

/** Of a step in light mode, for viewers that read no style sheet. */
export function shadingOf(shade: Shade): Shading {
  return LIGHT.shades[shade];
}

function variables(palette: Palette): string {
  return [
    ...SHADES.map((shade) => `--m-s${shade}:${palette.shades[shade].fill};--m-t${shade}:${palette.shades[shade].text}`),
    ...NAMES.map((name) => `--m-${name}:${palette[name]}`),
  ].join(';');
}
