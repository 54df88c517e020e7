/** The shape of a baseline file; loaded only where there is one. */
import * as z from 'zod';
import { RULE_IDS } from './rules/ids.ts';

export const BASELINE_SCHEMA = 'mlops-tag/baseline@1';

/** No baseline of a size that is read has as many: what has more is none. */
export const MAX_ENTRIES = 1_000_000;

/** Mistakes that are told; the others are counted. */
export const TOLD_MISTAKES = 20;

/** Nobody needs a higher number. */
const COUNTED_MISTAKES = 100_000;

const entrySchema = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits'),
  rule: z.enum(RULE_IDS),
  path: z.string(),
  talk: z.string().optional(),
  tag: z.string().optional(),
});

function schemaWith<Entry extends z.ZodType>(entry: Entry) {
  return z.strictObject({
    $schema: z.string().optional(),
    schema: z.literal(BASELINE_SCHEMA),
    findings: z.array(entry),
  });
}

export const baselineSchema = schemaWith(entrySchema);
const aroundEntries = schemaWith(z.unknown());
const listSchema = z.object({ findings: z.array(z.unknown()) });

export const ENTRY_KEYS = Object.keys(entrySchema.shape);

export type BaselineEntry = z.output<typeof entrySchema>;

export interface ReadBaseline {
  readonly entries: readonly BaselineEntry[];
  readonly mistakes: number;
  /** Whether there are more entries than are looked at. */
  readonly tooMany: boolean;
  /** Whether there may be more mistakes than were counted. */
  readonly uncounted: boolean;
  /** Among how many entries, from the first on, those mistakes lie that are told. */
  readonly telling: number;
}

/** Entry by entry, so that a file full of mistakes fills no memory with them. */
export function readShape(value: unknown): ReadBaseline {
  const around = aroundEntries.safeParse(value);
  const raws = listSchema.safeParse(value).data?.findings ?? [];
  if (raws.length > MAX_ENTRIES) return { entries: [], mistakes: 1, tooMany: true, uncounted: false, telling: 0 };
  let mistakes = around.success ? 0 : mistakesOf(around.error);
  let telling = 0;
  const entries: BaselineEntry[] = [];
  for (const [i, raw] of raws.entries()) {
    const entry = entrySchema.safeParse(raw);
    if (entry.success) {
      entries.push(entry.data);
      continue;
    }
    if (mistakes < TOLD_MISTAKES) telling = i + 1;
    mistakes += mistakesOf(entry.error);
    if (mistakes > COUNTED_MISTAKES) break;
  }
  return { entries, mistakes, tooMany: false, uncounted: mistakes > COUNTED_MISTAKES, telling };
}

function mistakesOf({ issues }: z.ZodError): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}
