/** What an entry says its talk treats: labels to measure and to learn by. */
import type { Judgement, Judgements } from '../talk.ts';
import type { Entry } from './entry.ts';
import { valueAt } from './picks.ts';

type Named = { -readonly [Name in keyof Judgements]: Judgements[Name] };

/** The values under `gold`, `second` and the key of declared tags (keys joined by dots), none of them checked. */
export function judgementsOf(entry: Entry, declaredKey: string): Judgements {
  const judgements: Named = {};
  for (const [name, path] of [
    ['gold', ['gold']],
    ['second', ['second']],
    ['declared', declaredKey.split('.')],
  ] as const) {
    const judgement = judgementAt(entry, path);
    if (judgement !== undefined) judgements[name] = judgement;
  }
  return judgements;
}

function judgementAt(entry: Entry, path: readonly string[]): Judgement | undefined {
  const found = valueAt(entry.values, path);
  if (found === undefined || found.value === null || found.value === undefined) return undefined;
  return {
    value: found.value,
    locate: (way) => entry.locate([...found.keys, ...way])?.locate(0) ?? { line: entry.line, column: 1 },
  };
}
