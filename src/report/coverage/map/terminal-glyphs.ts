/** Signs of the map in a terminal: frames, and shades that read without colour. */
import { Chalk } from 'chalk';
import type { Paint } from '../../theme.ts';
import type { ColorLevel } from '../../types.ts';

export interface MapGlyphs {
  /** Two columns a shade, each denser than the one before. */
  readonly shades: readonly [string, string, string, string, string, string, string];
  /** Corners, then lines: ┌ ┐ └ ┘ ─ │, and what leads on to the next area. */
  readonly frame: readonly [string, string, string, string, string, string];
  readonly leadsOn: string;
  readonly ellipsis: string;
  readonly dot: string;
  readonly dash: string;
  readonly atMost: string;
}

const UNICODE: MapGlyphs = {
  shades: ['··', '░ ', '░░', '▒▒', '▓▓', '█▓', '██'],
  frame: ['┌', '┐', '└', '┘', '─', '│'],
  leadsOn: '→',
  ellipsis: '…',
  dot: '·',
  dash: '–',
  atMost: '≤',
};

const ASCII: MapGlyphs = {
  shades: ['..', '- ', '--', '==', '**', '#*', '##'],
  frame: ['+', '+', '+', '+', '-', '|'],
  leadsOn: '>',
  ellipsis: '...',
  dot: '|',
  dash: '-',
  atMost: '<=',
};

export function mapGlyphs(unicode: boolean): MapGlyphs {
  return unicode ? UNICODE : ASCII;
}

export interface MapPaints {
  readonly head: Paint;
  readonly frame: Paint;
  readonly quiet: Paint;
  readonly shade: Paint;
}

/** Colours are an addition: the signs say the same, and how light or dark a step looks is the terminal's own. */
export function mapPaints(level: ColorLevel): MapPaints {
  const chalk = new Chalk({ level });
  return { head: chalk.bold, frame: chalk.dim, quiet: chalk.dim, shade: chalk.cyan };
}
