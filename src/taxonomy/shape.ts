/** Checks a file's content against its schema, and says what is wrong where it stands. */
import type { z } from 'zod';
import { didYouMean, nearest } from '../nearest.ts';
import type { Mistake, TaxonomyFinding } from './findings.ts';
import { conceptSchema, labelOptions } from './schema.ts';
import type { NodePath, Source } from './source.ts';

type Issue = z.core.$ZodIssue;

/** The keys that the map at a path may have. */
export type KnownKeys = (path: NodePath) => readonly string[];

/** The content as the schema gives it, or every mistake of the file. `known`: what a key that there is not may be meant to be. */
export function checkShape<Schema extends z.ZodObject>(
  source: Source,
  schema: Schema,
  known: KnownKeys = (path) => keysOfTaxonomy(path, schema),
): { readonly raw?: z.output<Schema>; readonly findings: readonly TaxonomyFinding[] } {
  if (source.findings.length > 0) return { findings: source.findings };
  const checked = schema.safeParse(source.value);
  if (checked.success) return { raw: checked.data, findings: [] };
  return { findings: checked.error.issues.flatMap((issue) => findingsOf(issue, [], source, known)) };
}

function findingsOf(issue: Issue, above: NodePath, source: Source, known: KnownKeys): readonly TaxonomyFinding[] {
  const path = [...above, ...issue.path];
  const at = (mistake: Mistake): TaxonomyFinding => ({ ...mistake, severity: 'error', place: source.placeOf(path) });
  switch (issue.code) {
    case 'invalid_union': {
      const likely = likelyBranch(issue.errors);
      return likely === undefined
        ? [at({ code: 'shape', reason: unfit(issue.errors, path, valueAt(source.value, path)) })]
        : likely.flatMap((inner) => findingsOf(inner, path, source, known));
    }
    case 'unrecognized_keys': {
      const keys = known(path);
      return issue.keys.map((key) => ({
        code: 'unknown-key',
        key,
        nearest: nearest(key, keys),
        severity: 'error',
        place: source.placeOfKey(path, key),
      }));
    }
    case 'too_small':
      if (issue.origin === 'string') return [at({ code: 'el' })];
      return [
        at({
          code: 'shape',
          reason: `must be ${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum}`,
        }),
      ];
    default:
      return [at({ code: 'shape', reason: reasonOf(issue, valueAt(source.value, path)) })];
  }
}

/** The branch of a union that fits the value's kind, so that the mistake lies deeper than in the kind. */
function likelyBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.find((issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0));
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a map',
  record: 'a map by language',
  array: 'a list',
  number: 'a number',
  boolean: 'true or false',
  int: 'a whole number',
};

function expectedOf(branches: readonly (readonly Issue[])[]): string {
  const kinds = branches.flatMap((issues) =>
    issues.flatMap((issue) => (issue.code === 'invalid_type' ? [nameOf(issue.expected)] : [])),
  );
  return [...new Set(kinds)].join(' or ');
}

function nameOf(kind: string): string {
  return NAMES[kind] ?? kind;
}

function reasonOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return missing(issue.path);
      return mismatch(nameOf(issue.expected), value);
    case 'invalid_value': {
      const values = issue.values.map(String);
      return `expected one of ${values.join(', ')}, found ${found(value)}${typeof value === 'string' ? didYouMean(value, values) : ''}`;
    }
    case 'too_big':
      return `must be ${issue.inclusive === true ? 'at most' : 'less than'} ${issue.maximum}`;
    default:
      return issue.message;
  }
}

/** A scalar that is no text by YAML's rules most often only lacks quotes. */
function unfit(branches: readonly (readonly Issue[])[], path: NodePath, value: unknown): string {
  return value === undefined ? missing(path) : mismatch(expectedOf(branches), value);
}

function missing(path: NodePath): string {
  return `"${String(path.at(-1))}" is missing`;
}

function mismatch(expected: string, value: unknown): string {
  const scalar = value !== null && value !== undefined && typeof value !== 'object' && typeof value !== 'string';
  const hint = scalar && expected.includes(NAMES['string'] ?? '') ? ' (put it in quotes if it is text)' : '';
  return `expected ${expected}, found ${found(value)}${hint}`;
}

/** The value in words. */
function found(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  return String(value);
}

export function valueAt(value: unknown, path: NodePath): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

function keysOfTaxonomy(path: NodePath, schema: z.ZodObject): readonly string[] {
  if (path.length === 0) return Object.keys(schema.shape);
  return Object.keys(path.length === 2 && path[0] === 'concepts' ? conceptSchema.shape : labelOptions.shape);
}
