/** Reads a file of targets (`--expect`), YAML or JSON; loaded only where there is one. */
import * as z from 'zod';
import { UsageError } from '../findings.ts';
import { messageOf, type TaxonomyFinding } from '../taxonomy/findings.ts';
import { checkShape } from '../taxonomy/shape.ts';
import { type NodePath, parseSource, type Source } from '../taxonomy/source.ts';
import { readTarget, type Target } from './targets.ts';

const text = z.string().trim().min(1);

/** `each: drift >= 1` without quotes is a map by the rules of YAML; what is meant is plain. */
const eachMap = z.strictObject({ each: text }).transform(({ each }) => `each: ${each}`);

const targets = z.union([
  text.transform((one) => [one]),
  eachMap.transform((one) => [one]),
  z.array(z.union([text, eachMap])),
]);

const expectationsSchema = z.strictObject({
  all: targets.optional(),
  each: targets.optional(),
  groups: z.record(z.string(), targets).optional(),
});

type Expectations = z.output<typeof expectationsSchema>;

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
export function readExpectations(text: string, name: string): readonly Target[] {
  const source = asMap(parseSource(name, text, 'a file of targets'));
  const { raw, findings } = checkShape(source, expectationsSchema, ([key]) => (key === undefined ? KEYS : ['each']));
  if (raw === undefined) throw unusable(findings);
  const read = writtenIn(raw).map((written) => targetOf(written, source));
  const mistakes = read.flatMap((one) => ('code' in one ? [one] : []));
  if (mistakes.length > 0) throw unusable(mistakes);
  const good = read.flatMap((one) => ('code' in one ? [] : [one]));
  if (good.length === 0) throw new UsageError(`${name} has no targets; write some, such as all: ["monitoring >= 3"].`);
  return good;
}

const KEYS = Object.keys(expectationsSchema.shape);

/** A file with nothing but comments says nothing; a bare list, or one target, is meant for all talks. */
function asMap(source: Source): Source {
  const { value } = source;
  if (!Array.isArray(value) && typeof value !== 'string') return { ...viewOf(source, 0), value: value ?? {} };
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

function writtenIn({ all = [], each = [], groups = {} }: Expectations): readonly Written[] {
  const under = (texts: readonly string[], path: NodePath, of: Target['of']): readonly Written[] =>
    texts.map((text, i) => ({ text, path: [...path, i], of }));
  return [
    ...under(all, ['all'], 'all'),
    ...under(each, ['each'], 'each'),
    ...Object.entries(groups).flatMap(([group, texts]) => under(texts, ['groups', group], { group })),
  ];
}

function targetOf({ text, path, of }: Written, source: Source): Target | TaxonomyFinding {
  const place = source.placeOf(path);
  const wrong = (reason: string): TaxonomyFinding => ({ code: 'shape', reason, severity: 'error', place });
  const read = readTarget(text);
  if ('mistake' in read) return wrong(read.mistake);
  if (read.of === 'each' && typeof of === 'object')
    return wrong(`"${text}" is asked of the group "${of.group}" and of each; leave out "each:"`);
  return { ...read, of: of === 'all' ? read.of : of, origin: `${source.path}:${place.line}` };
}

function unusable(findings: readonly TaxonomyFinding[]): UsageError {
  const lines = findings.map(
    (finding) =>
      `${finding.place?.path ?? ''}:${finding.place?.line ?? 1}:${finding.place?.column ?? 1}: ${messageOf(finding)}`,
  );
  return new UsageError(`the targets cannot be used\n\n${lines.join('\n')}`);
}
