/** Figures that must be reached: `--min micro=0.7`, `--max ece=0.06`. */
import { UsageError } from '../findings.ts';
import { didYouMean } from '../nearest.ts';
import { FIGURES, type Figure, type Figures } from './scores.ts';

export interface Limit {
  readonly figure: Figure;
  readonly bound: 'min' | 'max';
  readonly value: number;
}

export interface Breach extends Limit {
  /** The figure as measured; null where there was nothing to measure it on. */
  readonly measured: number | null;
}

/** The calibration error alone is better when it is lower. */
const BOUNDS: Readonly<Record<Limit['bound'], readonly Figure[]>> = {
  min: FIGURES.filter((figure) => figure !== 'ece'),
  max: ['ece'],
};

/** Reads `NAME=NUMBER`. @throws UsageError */
export function limitsOf(bound: Limit['bound'], values: readonly string[] = []): readonly Limit[] {
  return values.map((value) => {
    const [name = '', number = '', ...more] = value.split('=').map((piece) => piece.trim());
    const figure = figureNamed(name, bound);
    const limit = Number(number);
    if (number === '' || more.length > 0 || !(limit >= 0 && limit <= 1))
      throw new UsageError(`--${bound} ${value}: write --${bound} ${figure}=NUMBER, the number between 0 and 1.`);
    return { figure, bound, value: limit };
  });
}

function figureNamed(name: string, bound: Limit['bound']): Figure {
  const figure = FIGURES.find((one) => one === name);
  const allowed = BOUNDS[bound];
  if (figure === undefined)
    throw new UsageError(
      `--${bound}: there is no figure "${name}"${didYouMean(name, FIGURES)}; it takes ${allowed.join(', ')}.`,
    );
  if (allowed.includes(figure)) return figure;
  throw new UsageError(
    bound === 'min'
      ? '--min: ece is an error, the lower the better; write --max ece=NUMBER.'
      : `--max: ${figure} is the better the higher; write --min ${figure}=NUMBER.`,
  );
}

/** The limits that are not kept; what could not be measured keeps none. */
export function breaches(limits: readonly Limit[], figures: Figures): readonly Breach[] {
  return limits
    .map((limit) => ({ ...limit, measured: figures[limit.figure] }))
    .filter(
      ({ bound, value, measured }) => measured === null || (bound === 'min' ? measured < value : measured > value),
    );
}
