/** Pieces of SVG as text, with names of strangers escaped and numbers short. */
import { xmlText } from '../../check/xml.ts';
import { TEXT, type TextKind, type TextLine } from './measure.ts';
import { LIGHT, shadingOf } from './palette.ts';
import type { Rectangle } from './placement.ts';
import type { Shade } from './scale.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; children are SVG already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value = '']) => ` ${key}="${typeof value === 'number' ? rounded(value) : xmlText(value)}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

export function titleElement(text: string): string {
  return element('title', {}, xmlText(text));
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'end' | 'middle';
  /** Where the text does not take its colour from what it stands in. */
  readonly tone?: 'text' | 'quiet' | 'on-head';
}

const TONES = { text: LIGHT.text, quiet: LIGHT.quiet, 'on-head': LIGHT.onHead } as const;

/** One line; `pieces` follow each other, `y` is the baseline of the first. */
export function textElement(pieces: readonly TextLine[], { x, y, anchor, tone }: TextPlace): string {
  const [first, ...others] = pieces;
  if (first === undefined) return '';
  const later = others.map((piece) =>
    element('tspan', { dx: 7, ...looksOf(piece), 'font-weight': TEXT[piece.kind].weight }, xmlText(piece.text)),
  );
  return element(
    'text',
    {
      ...(tone === undefined ? {} : { class: `m-${tone}`, fill: TONES[tone] }),
      x,
      y,
      'text-anchor': anchor,
      ...looksOf(first),
    },
    xmlText(first.text),
    ...later,
  );
}

/** Lines under each other from `top` on, as one text. */
export function paragraph(lines: readonly TextLine[], x: number, top: number, tone?: TextPlace['tone']): string {
  let y = top;
  const spans = lines.map((line) => {
    y += TEXT[line.kind].leading;
    return element(
      'tspan',
      { x, y: y - TEXT[line.kind].leading + baseline(line.kind), ...looksOf(line) },
      xmlText(line.text),
    );
  });
  if (spans.length === 0) return '';
  return element('text', tone === undefined ? {} : { class: `m-${tone}`, fill: TONES[tone] }, ...spans);
}

/** The box of a shade; one that holds nothing is told by its dashed outline too. */
export function shadedRectangle({ x, y, width, height }: Rectangle, shade: Shade, radius: number): string {
  const outline = shade === 0 ? { stroke: LIGHT.empty, 'stroke-dasharray': '4 3' } : {};
  return element('rect', { x, y, width, height, rx: radius, fill: shadingOf(shade).fill, ...outline });
}

/** How far a baseline lies below the top of its line. */
export function baseline(kind: TextKind): number {
  return TEXT[kind].leading / 2 + TEXT[kind].size * 0.36;
}

function looksOf({ kind, lang }: TextLine): Attributes {
  const { size, weight } = TEXT[kind];
  return { lang, 'font-size': size, 'font-weight': weight === 400 ? undefined : weight };
}

/** Hundredths of a unit are finer than anybody sees. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
