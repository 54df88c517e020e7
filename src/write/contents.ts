/** All that the project's own readers see in a text, for the comparison of before and after. */
import type { Finding } from '../findings.ts';
import { AliasTable, type ExtraAliases, STANDARD_ALIASES } from '../sources/aliases.ts';
import { type Document, isFinding, type ParseOptions, type Split } from '../sources/document.ts';
import type { Entry } from '../sources/entry.ts';
import { formatOfNamed } from '../sources/formats/index.ts';
import { parseJsonTree } from '../sources/formats/json.ts';
import { parseMarkdown } from '../sources/formats/markdown.ts';
import { parseLine } from '../sources/formats/ndjson.ts';
import { withLibraries } from '../sources/lazy.ts';
import { type DocumentPart, partsOf } from '../sources/markdown/parts.ts';
import { entriesOf } from '../sources/tree-entries.ts';
import { parseYamlTrees } from '../sources/yaml-tree.ts';
import type { Home } from '../talk.ts';

/** How the file was read for the check. */
export interface Reading {
  readonly split?: Split;
  readonly aliases?: ExtraAliases;
}

/** A front matter with the text below it, a document of YAML, a line of NDJSON. */
export interface Part {
  readonly values: unknown;
  readonly text: string;
  /** The line of its front matter. */
  readonly line?: number;
}

export interface Contents {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  readonly parts: readonly Part[];
}

export async function contentsOf(text: string, path: string, reading: Reading): Promise<Contents> {
  const readable = text.includes('\n') ? text : text.replaceAll('\r', '\n');
  return withLibraries(() => read(readable, path, reading));
}

function read(text: string, path: string, { split = 'auto', aliases }: Reading): Contents {
  const table = aliases === undefined ? STANDARD_ALIASES : new AliasTable(aliases);
  const document: Document = { path, text, named: true };
  const format = formatOfNamed(path);
  if (format?.streams === true) {
    const lines = text.split('\n');
    return sorted(
      lines.flatMap((line, index) => parseLine(line, index + 1, path, table)),
      lines.map(linePart),
    );
  }
  const options: ParseOptions = { split, aliases: table };
  if (format?.structured === true) return treesIn(document, options);
  return sorted([...parseMarkdown(document, options)], partsOf(document, options).parts.map(frontPart));
}

function sorted(all: readonly (Entry | Finding)[], parts: readonly Part[]): Contents {
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  for (const one of all) {
    if (isFinding(one)) findings.push(one);
    else entries.push(one);
  }
  return { entries, findings, parts };
}

/** The same entries as the parsers of these formats give, from trees that are made once. */
function treesIn(document: Document, options: ParseOptions): Contents {
  const { path, text } = document;
  const trees = /\.json$/i.test(path) ? [parseJsonTree(text, path)] : parseYamlTrees(text, path, 1);
  return sorted(
    trees.flatMap((tree, number) =>
      isFinding(tree) ? [tree] : [...entriesOf({ ...tree, document: number }, document, options)],
    ),
    trees.map((tree) => ({ values: isFinding(tree) ? tree.code : tree.value, text: '' })),
  );
}

function frontPart({ front, text }: DocumentPart): Part {
  return { values: front?.values, text, ...(front === undefined ? {} : { line: front.line }) };
}

/** A line that is no JSON counts as it stands. */
function linePart(line: string): Part {
  try {
    return { values: JSON.parse(line), text: '' };
  } catch {
    return { values: undefined, text: line };
  }
}

/** Which of the parts a talk stands in. */
export function partOf(home: Home, parts: readonly Part[]): number {
  if (home.kind === 'tree') return home.document;
  return home.line === undefined ? 0 : parts.findIndex(({ line }) => line === home.line);
}
