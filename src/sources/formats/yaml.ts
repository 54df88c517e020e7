/** YAML: one talk, a list, a list under a key, several documents. */
import type { Finding } from '../../findings.ts';
import { type Document, isFinding, type ParseOptions } from '../document.ts';
import type { Entry } from '../entry.ts';
import { lazily } from '../lazy.ts';
import { entriesOf, type Tree } from '../tree-entries.ts';

const yaml = lazily(() => import('../yaml-tree.ts'));

/** The single document of a front matter that begins on `firstLine` of the file at `path`, or what is wrong with it. */
export function parseYamlTree(text: string, path: string, firstLine = 1): Tree | Finding {
  const [first] = yaml().parseYamlTrees(text, path, firstLine);
  return first ?? { value: null, lineOf: () => firstLine, locate: () => undefined };
}

export function* parseYaml(document: Document, options: ParseOptions): Iterable<Entry | Finding> {
  for (const [number, tree] of yaml().parseYamlTrees(document.text, document.path, 1).entries()) {
    if (isFinding(tree)) yield tree;
    else yield* entriesOf({ ...tree, document: number }, document, options);
  }
}
