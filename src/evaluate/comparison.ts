/** An evaluation beside an earlier one: what got better, what worse. */
import * as z from 'zod';
import { UsageError } from '../findings.ts';
import type { Evaluation } from './evaluation.ts';
import { FIGURES, type Figure, figuresOf } from './scores.ts';

export const EVAL_SCHEMA = 'mlops-tag/eval@1';

const share = z.number().min(0).max(1);
const rates = z.object({ f1: share });

/** What is needed of an earlier report; more may stand in it. */
const earlierSchema = z.object({
  schema: z.literal(EVAL_SCHEMA),
  tool: z.object({
    version: z.string(),
    taxonomy: z.object({ id: z.string(), version: z.string(), hash: z.string() }),
  }),
  talks: z.int().min(0),
  scores: z.object({
    micro: rates,
    macro: share,
    parts: rates,
    primary: share,
    untagged: rates,
    talk: share,
    ece: share.nullable(),
  }),
  elements: z.array(z.object({ id: z.string(), gold: z.int(), f1: share })),
});

export type Earlier = z.infer<typeof earlierSchema>;

export interface Change {
  readonly before: number | null;
  readonly now: number | null;
  /** Absent where either is unknown. */
  readonly change?: number;
}

export interface FigureChange extends Change {
  readonly figure: Figure;
}

export interface ElementChange extends Change {
  readonly id: string;
  /** Labelled talks, now. */
  readonly gold: number;
}

export interface Comparison {
  readonly with: Pick<Earlier, 'talks' | 'tool'>;
  readonly figures: readonly FigureChange[];
  /** Elements whose F1 changed, the greatest gain first. */
  readonly elements: readonly ElementChange[];
}

/** Reads the JSON of an earlier evaluation from the file called `name`. @throws UsageError naming what is wrong with it */
export function earlierOf(text: string, name: string): Earlier {
  const value = parsed(text, name);
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (schema !== EVAL_SCHEMA) {
    const is = schema === undefined ? 'it has no "schema"' : `its schema is ${JSON.stringify(schema)}`;
    throw new UsageError(`--compare ${name}: ${is}; what "mlops-tag eval --format json" writes has "${EVAL_SCHEMA}".`);
  }
  const read = earlierSchema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageError(`--compare ${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not as expected'}.`);
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`--compare ${name} is no JSON; it takes what "mlops-tag eval --format json" writes.`);
  }
}

export function comparedWith({ scores, elements }: Evaluation, earlier: Earlier): Comparison {
  const now = figuresOf(scores);
  const { micro, macro, parts, primary, untagged, talk, ece } = earlier.scores;
  const before = { micro: micro.f1, macro, parts: parts.f1, primary, untagged: untagged.f1, talk, ece };
  const known = new Map(earlier.elements.map((element) => [element.id, element]));
  return {
    with: { talks: earlier.talks, tool: earlier.tool },
    figures: FIGURES.map((figure) => ({ figure, ...change(before[figure], now[figure]) })),
    elements: elements
      .flatMap(({ id, gold, f1 }): (ElementChange & { readonly change: number })[] => {
        const earlierF1 = known.get(id)?.f1;
        const by = earlierF1 === undefined ? 0 : rounded(f1) - rounded(earlierF1);
        return by === 0 || earlierF1 === undefined
          ? []
          : [{ id, gold, before: rounded(earlierF1), now: rounded(f1), change: rounded(by) }];
      })
      .sort((a, b) => b.change - a.change),
  };
}

function change(before: number | null, now: number | null): Change {
  if (before === null || now === null) return { before, now };
  return { before: rounded(before), now: rounded(now), change: rounded(rounded(now) - rounded(before)) };
}

/** Four decimals, as reports have them: no more was kept of the earlier ones. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
