/** Reads a report that `coverage --format json` wrote earlier; loaded only where one is compared. */
import * as z from 'zod';
import { UsageError } from '../findings.ts';
import { MAX_DEPTH } from '../sources/document.ts';
import { jsonError } from '../sources/json-error.ts';
import { deepBracketOffset, JsonIndex } from '../sources/json-index.ts';
import { LineIndex } from '../sources/lines.ts';
import { isRecord } from '../sources/texts.ts';
import { misfitOf } from './report-sums.ts';
import type { Coverage } from './types.ts';

const SCHEMA = 'mlops-tag/coverage@1';

const count = z.int().min(0);
const share = z.number().min(0).max(1);

/** As `z.record`, which passes over `__proto__`: ids are what records say. */
function byId<Value>(schema: z.ZodType<Value>) {
  return z.custom<Readonly<Record<string, unknown>>>(isRecord, 'expected an object').transform((values, context) => {
    const entries: [string, Value][] = [];
    for (const [id, value] of Object.entries(values)) {
      const read = schema.safeParse(value);
      if (read.success) entries.push([id, read.data]);
      else
        for (const { message, path } of read.error.issues)
          context.addIssue({ code: 'custom', message, path: [id, ...path] });
    }
    return Object.fromEntries(entries);
  });
}

const counts = byId(
  z.object({
    talks: count,
    primary: count,
    share,
    low: share,
    high: share,
    examples: z.array(z.object({ id: z.string(), title: z.string() })).default([]),
  }),
);

const named = z.array(z.object({ name: z.string(), talks: count, elements: byId(count) })).default([]);

const group = z.object({
  key: z.string(),
  and: z.string().exactOptional(),
  talks: count,
  tagged: count,
  untagged: count,
  review: count,
  parts: counts,
  elements: counts,
  tools: named,
  organisations: named,
});

/** What is needed of a report; more may stand in it. */
const coverageSchema = z.object({
  schema: z.literal(SCHEMA),
  by: z.string().nullable(),
  and: z.string().nullable().default(null),
  weight: z.enum(['talk', 'primary']),
  includeReview: z.boolean(),
  talks: count,
  all: group,
  groups: z.array(group),
});

/** What talks were tagged with. */
const toolSchema = z.object({
  tool: z.object({ taxonomy: z.object({ id: z.string(), version: z.string(), hash: z.string() }) }),
});

export type ToolTaxonomy = z.output<typeof toolSchema>['tool']['taxonomy'];

export interface CoverageFile {
  readonly coverage: Coverage;
  /** Absent where the report does not say. */
  readonly taxonomy?: ToolTaxonomy;
}

/**
 * The counts in a report. `text`: without a byte order mark; `name`: the file's, for messages.
 *
 * @throws UsageError that says what the file is instead, or what is wrong at which place
 */
export function readCoverageFile(text: string, name: string): CoverageFile {
  const value = parsed(text, name);
  const schema = schemaOf(value);
  if (schema !== SCHEMA) throw new UsageError(`${name} ${otherThan(schema)}; ${TAKES}`);
  const read = coverageSchema.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = issue?.path.filter((step) => typeof step !== 'symbol') ?? [];
    throw new UsageError(`${place(text, name, path)}: ${path.join('.')}: ${issue?.message ?? 'is not as expected'}.`);
  }
  const misfit = misfitOf(read.data);
  if (misfit !== undefined)
    throw new UsageError(`${place(text, name, misfit.path)}: ${misfit.path.join('.')} ${misfit.reason}.`);
  const tool = toolSchema.safeParse(value);
  return { coverage: read.data, ...(tool.success ? { taxonomy: tool.data.tool.taxonomy } : {}) };
}

const TAKES = 'coverage --compare takes what "mlops-tag coverage --format json" writes.';

/** What a document is that has another schema. */
function otherThan(schema: string | undefined): string {
  if (schema === undefined) return 'is no report of coverage: it has no "schema"';
  const [, kind = '', version = ''] = /^mlops-tag\/([a-z]+)@(\d+)$/.exec(schema) ?? [];
  if (kind === 'coverage') return `is a report of another version of coverage (${version}; this one reads 1)`;
  const what = KINDS.get(kind);
  return what === undefined ? `is no report of coverage: its schema is ${JSON.stringify(schema)}` : `is ${what}`;
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['report', 'a report of tag'],
  ['talk', 'a file of records of tag'],
  ['check', 'a report of check'],
  ['eval', 'a report of eval'],
]);

function schemaOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'schema' in value && typeof value.schema === 'string'
    ? value.schema
    : undefined;
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const schema = schemaOfFirstLine(text);
    if (schema !== undefined) throw new UsageError(`${name} ${otherThan(schema)}; ${TAKES}`);
    const deep = deepBracketOffset(text, MAX_DEPTH);
    if (deep >= 0) throw new UsageError(`${at(text, name, deep)}: is nested too deep for a report; ${TAKES}`);
    const error = jsonError(text, name, 1);
    const reason = 'reason' in error ? error.reason : 'not valid JSON';
    throw new UsageError(`${name}:${error.line ?? 1}:${error.column ?? 1}: is no JSON: ${reason}; ${TAKES}`);
  }
}

/** NDJSON is no JSON, and its first line says what it is. */
function schemaOfFirstLine(text: string): string | undefined {
  try {
    return schemaOf(JSON.parse(text.trimStart().split('\n', 1)[0] ?? ''));
  } catch {
    return undefined;
  }
}

function place(text: string, name: string, path: readonly (string | number)[]): string {
  const index = new JsonIndex(text);
  for (let length = path.length; length > 0; length--) {
    const offset = index.offsetOf(path.slice(0, length));
    if (offset !== undefined) return at(text, name, offset);
  }
  return `${name}:1:1`;
}

function at(text: string, name: string, offset: number): string {
  const { line, column } = new LineIndex(text).at(offset);
  return `${name}:${line}:${column}`;
}
