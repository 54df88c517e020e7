/** Reads a file of targets (`--expect`), YAML or JSON; loaded only where there is one. */
import { UsageError } from '../findings.ts';
import { nearest } from '../nearest.ts';
import { isRecord } from '../sources/texts.ts';
import { messageOf, type TaxonomyFinding } from '../taxonomy/findings.ts';
import { type NodePath, parseSource, type Source } from '../taxonomy/source.ts';
import { FORM, readTarget, type Target } from './targets.ts';

/** What is wrong with the words of a subject; undefined where nothing is. */
export type Refusal = (subject: string) => string | undefined;

const KEYS = ['all', 'each', 'groups'];

interface Written {
  readonly text: string;
  readonly path: NodePath;
  /** Whom it is asked of by where it stands. */
  readonly of: Target['of'];
}

/**
 * The targets of the file `name`: under `all`, of all talks together; under `each`, of every group; under `groups`, of the group
 * whose key it is. A bare list is one of `all`.
 *
 * @throws UsageError with every mistake as `name:line:column: what is wrong and what to do`
 */
export function readExpectations(text: string, name: string, refusal: Refusal = () => undefined): readonly Target[] {
  const source = asMap(parseSource(name, text, 'a file of targets'));
  if (source.findings.length > 0) throw unusable(source.findings);
  const read = writtenIn(source).map((one) => ('code' in one ? one : targetOf(one, source, refusal)));
  const mistakes = read.flatMap((one) => ('code' in one ? [one] : []));
  if (mistakes.length > 0) throw unusable(mistakes);
  const good = read.flatMap((one) => ('code' in one ? [] : [one]));
  if (good.length === 0) throw new UsageError(`${name} has no targets; write some, such as all: ["monitoring >= 3"].`);
  return good;
}

/** A file with nothing but comments says nothing; what is no map is meant for all talks. */
function asMap(source: Source): Source {
  const { value } = source;
  if (value === undefined || value === null || isRecord(value)) return { ...viewOf(source, 0), value: value ?? {} };
  return { ...viewOf(source, 1), value: { all: value } };
}

/** `source`, whose paths begin with `above` keys that the file does not have. */
function viewOf(source: Source, above: number): Source {
  return {
    path: source.path,
    findings: source.findings,
    value: source.value,
    placeOf: (path) => source.placeOf(path.slice(above)),
    placeOfKey: (path, key) => source.placeOfKey(path.slice(above), key),
  };
}

/** What every key of the file asks, and what is wrong with each. */
function writtenIn(source: Source): readonly (Written | TaxonomyFinding)[] {
  const entries = isRecord(source.value) ? Object.entries(source.value) : [];
  return entries.flatMap(([key, value]) => {
    if (key === 'all' || key === 'each') return under(value, [key], key, source);
    if (key === 'groups') return underGroups(value, source);
    const place = source.placeOfKey([], key);
    return [{ code: 'unknown-key', key, nearest: nearest(key, KEYS), severity: 'error', place }];
  });
}

function underGroups(value: unknown, source: Source): readonly (Written | TaxonomyFinding)[] {
  if (isRecord(value))
    return Object.entries(value).flatMap(([group, asked]) => under(asked, ['groups', group], { group }, source));
  return [mistakeAt(['groups'], "groups is a map from a group's name to targets", source)];
}

/** One target or a list of them. */
function under(
  value: unknown,
  path: NodePath,
  of: Target['of'],
  source: Source,
): readonly (Written | TaxonomyFinding)[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((one, i) => {
    const at = Array.isArray(value) ? [...path, i] : path;
    const text = textOf(one);
    return text === undefined ? mistakeAt(at, `${found(one)} is no target; ${FORM}`, source) : { text, path: at, of };
  });
}

/** `each: drift >= 1` without quotes is a map by the rules of YAML; what is meant is plain. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (!isRecord(value) || Object.keys(value).length !== 1) return undefined;
  const { each } = value;
  return typeof each === 'string' && each.trim() !== '' ? `each: ${each.trim()}` : undefined;
}

function found(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return 'a list in a list';
  return isRecord(value) ? 'a map' : `"${String(value)}"`;
}

function mistakeAt(path: NodePath, reason: string, source: Source): TaxonomyFinding {
  return { code: 'shape', reason, severity: 'error', place: source.placeOf(path) };
}

function targetOf({ text, path, of }: Written, source: Source, refusal: Refusal): Target | TaxonomyFinding {
  const place = source.placeOf(path);
  const wrong = (reason: string): TaxonomyFinding => mistakeAt(path, reason, source);
  const read = readTarget(text);
  if ('mistake' in read) return wrong(read.mistake);
  if (read.of === 'each' && typeof of === 'object')
    return wrong(`"${text}" is asked of the group "${of.group}" and of each; leave out "each:"`);
  const mistake = refusal(read.subject);
  if (mistake !== undefined) return wrong(mistake);
  return { ...read, of: of === 'all' ? read.of : of, origin: `${source.path}:${place.line}`, column: place.column };
}

function unusable(findings: readonly TaxonomyFinding[]): UsageError {
  const lines = findings.map(
    (finding) =>
      `${finding.place?.path ?? ''}:${finding.place?.line ?? 1}:${finding.place?.column ?? 1}: ${messageOf(finding)}`,
  );
  return new UsageError(`the targets cannot be used\n\n${lines.join('\n')}`);
}
