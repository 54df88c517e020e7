/** How a talk stands in its source: its values by key, and where they may be changed. */
import type { Origin, SourceValue } from '../talk.ts';
import type { Entry } from './entry.ts';
import { valueAt } from './picks.ts';

/** `declaredPath`: the keys that lead to the declared tags. */
export function originOf(
  entry: Entry,
  declaredPath: readonly string[],
  said: Pick<Origin, 'titled' | 'identified'>,
): Origin {
  const value = (path: readonly string[]): SourceValue | undefined => sourceValue(entry, path);
  const declared = value(declaredPath);
  return {
    ...said,
    ...(entry.home === undefined ? {} : { home: entry.home }),
    ...(declared === undefined ? {} : { declared }),
    value,
  };
}

function sourceValue(entry: Entry, path: readonly string[]): SourceValue | undefined {
  const found = valueAt(entry.values, path);
  if (found === undefined || found.value === null || found.value === undefined) return undefined;
  return {
    value: found.value,
    locate: (way, offset = 0) =>
      entry.locate([...found.keys, ...way])?.locate(offset) ?? { line: entry.line, column: 1 },
  };
}
