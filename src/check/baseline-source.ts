/** JSON as a source with positions: for files that may be large, where the YAML parser takes seconds. */
import { JsonIndex } from '../sources/json-index.ts';
import { LineIndex } from '../sources/lines.ts';
import type { Place } from '../taxonomy/findings.ts';
import type { NodePath, Source } from '../taxonomy/source.ts';

/** `text` must be valid JSON; `value`: as much of its content as is to be looked at. */
export function jsonSource(path: string, text: string, value: unknown): Source {
  const index = new JsonIndex(text);
  const lines = new LineIndex(text);
  // Only what is told of taxonomies shows its line.
  const placeAt = (offset: number): Place => ({ path, ...lines.at(offset), text: '' });
  return {
    path,
    value,
    findings: [],
    placeOf: (at) => placeAt(nearestOffset(index, at)),
    placeOfKey(at, key) {
      const offset = index.offsetOf(steps([...at, key]));
      return placeAt(offset === undefined ? nearestOffset(index, at) : keyOffset(text, offset));
    },
  };
}

/** The offset of the value, or of the nearest one around it. */
function nearestOffset(index: JsonIndex, at: NodePath): number {
  const path = steps(at);
  for (let length = path.length; length > 0; length--) {
    const offset = index.offsetOf(path.slice(0, length));
    if (offset !== undefined) return offset;
  }
  return index.offsetOf([]) ?? 0;
}

/** The offset of the key whose value begins at `value`. */
function keyOffset(text: string, value: number): number {
  const end = text.lastIndexOf('"', value - 1);
  for (let quote = text.lastIndexOf('"', end - 1); quote >= 0; quote = text.lastIndexOf('"', quote - 1))
    if (!isEscaped(text, quote)) return quote;
  return value;
}

function isEscaped(text: string, quote: number): boolean {
  let slash = quote;
  while (text[slash - 1] === '\\') slash--;
  return (quote - slash) % 2 === 1;
}

function steps(at: NodePath): readonly (string | number)[] {
  return at.filter((step) => typeof step !== 'symbol');
}
