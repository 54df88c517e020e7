/** JSON: one talk, a list, nested, keyed by slug, or an export of a conference's tool. */
import type { Finding } from '../../findings.ts';
import { type Document, isFinding, MAX_DEPTH, type ParseOptions } from '../document.ts';
import type { Entry } from '../entry.ts';
import { deepBracketOffset, JsonIndex } from '../json-index.ts';
import { lazily } from '../lazy.ts';
import { LineIndex } from '../lines.ts';
import { entriesOf, type Tree } from '../tree-entries.ts';

const errors = lazily(() => import('../json-error.ts'));

/** The value of a JSON text that begins on `firstLine` of the file at `path`, or what is wrong with it. */
export function parseJsonValue(text: string, path: string, firstLine: number): { readonly value: unknown } | Finding {
  const deep = deepBracketOffset(text, MAX_DEPTH);
  if (deep >= 0) return { code: 'too-deep', path, limit: MAX_DEPTH, ...new LineIndex(text, firstLine).at(deep) };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return errors().jsonError(text, path, firstLine);
  }
}

/** JSON that begins on `firstLine` of the file at `path`, or what is wrong with it. */
export function parseJsonTree(text: string, path: string, firstLine = 1): Tree | Finding {
  const parsed = parseJsonValue(text, path, firstLine);
  if (isFinding(parsed)) return parsed;
  const { value } = parsed;
  const index = new JsonIndex(text);
  const lines = new LineIndex(text, firstLine);
  return {
    value,
    lineOf: (way) => lines.at(index.offsetOf(way) ?? 0).line,
    locate: (way) => index.placementOf(way, lines),
  };
}

export function* parseJson(document: Document, options: ParseOptions): Iterable<Entry | Finding> {
  if (!/\S/.test(document.text)) return;
  const tree = parseJsonTree(document.text, document.path);
  if (isFinding(tree)) yield tree;
  else yield* entriesOf(tree, document, options);
}
