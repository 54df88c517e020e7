/** Colours and glyphs of the terminal formats; everything shown is readable without either. */
import { Chalk } from 'chalk';
import type { ColorLevel, ReportContext } from './types.ts';

export type Paint = (text: string) => string;

export interface Glyphs {
  readonly full: string;
  readonly empty: string;
  readonly primary: string;
  readonly ellipsis: string;
  readonly dot: string;
  readonly dash: string;
  readonly times: string;
  readonly arrow: string;
  readonly rule: string;
  /** Opening and closing quotes by the language (BCP 47) of what they hold. */
  quotes(lang: string): readonly [string, string];
}

export interface Theme {
  readonly glyphs: Glyphs;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly bar: Paint;
  readonly primary: Paint;
  readonly id: Paint;
  readonly quote: Paint;
  readonly review: Paint;
  readonly error: Paint;
  readonly mark: Paint;
}

const UNICODE: Glyphs = {
  full: '▇',
  empty: '░',
  primary: '★',
  ellipsis: '…',
  dot: '·',
  dash: '–',
  times: '×',
  arrow: '→',
  rule: '─',
  quotes: (lang) => (/^ja\b/i.test(lang) ? ['「', '」'] : ['“', '”']),
};

const ASCII: Glyphs = {
  full: '#',
  empty: '-',
  primary: '*',
  ellipsis: '...',
  dot: '|',
  dash: '-',
  times: 'x',
  arrow: '->',
  rule: '-',
  quotes: () => ['"', '"'],
};

const themes: { readonly [unicode in 'true' | 'false']: (Theme | undefined)[] } = { true: [], false: [] };

/** Made once for each pair of options; asked for at every line. */
export function themeOf({ color, unicode }: Pick<ReportContext, 'color' | 'unicode'>): Theme {
  const known = themes[`${unicode}`];
  const theme = known[color] ?? createTheme(color, unicode ? UNICODE : ASCII);
  known[color] = theme;
  return theme;
}

function createTheme(level: ColorLevel, glyphs: Glyphs): Theme {
  const chalk = new Chalk({ level });
  return {
    glyphs,
    bold: chalk.bold,
    dim: chalk.dim,
    bar: chalk.cyan,
    primary: chalk.yellow.bold,
    id: chalk.cyan,
    quote: chalk.green,
    review: chalk.yellow,
    error: chalk.red,
    mark: chalk.green.bold,
  };
}

/** A share of 0 to 1 as a bar of `cells`; something is never drawn as nothing. */
export function bar(
  share: number,
  cells: number,
  { full, empty }: Glyphs,
): { readonly full: string; readonly empty: string } {
  const filled = share <= 0 ? 0 : Math.min(cells, Math.max(1, Math.round(share * cells)));
  return { full: full.repeat(filled), empty: empty.repeat(cells - filled) };
}
