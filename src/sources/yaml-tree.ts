/** The `yaml` package at work: a text to the trees of its documents. Loaded only where YAML is more than plain. */
import { Composer, type CST, Parser, type Document as YamlDocument } from 'yaml';
import type { Finding } from '../findings.ts';
import { MAX_DEPTH } from './document.ts';
import { LineIndex } from './lines.ts';
import type { Tree } from './tree-entries.ts';
import { deepOffset } from './yaml-depth.ts';
import { mistakeOf } from './yaml-mistakes.ts';
import { placementOf } from './yaml-placement.ts';
import { YamlError, YamlReader } from './yaml-values.ts';

/** The documents of a text that begins on `firstLine` of the file at `path`; for a broken one what is wrong with it. */
export function parseYamlTrees(text: string, path: string, firstLine: number): readonly (Tree | Finding)[] {
  const lines = new LineIndex(text, firstLine);
  try {
    const tokens = [...new Parser().parse(text)];
    const deep = deepOffset(tokens, MAX_DEPTH);
    if (deep !== undefined) return [{ code: 'too-deep', path, limit: MAX_DEPTH, ...lines.at(deep) }];
    const composer = new Composer({ uniqueKeys: false, logLevel: 'silent', keepSourceTokens: false });
    return Array.from(composer.compose(tokens), (document) => treeOf(document, tokens, text, path, lines));
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // The library reports mistakes as errors of a document; what it throws is beyond what it foresaw.
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : 'not understood';
    return [{ code: 'syntax-error', format: 'YAML', reason, path, line: firstLine, column: 1 }];
  }
}

function treeOf(
  document: YamlDocument.Parsed,
  tokens: readonly CST.Token[],
  text: string,
  path: string,
  lines: LineIndex,
): Tree | Finding {
  const [mistake] = document.errors;
  if (mistake !== undefined) {
    const { offset, reason } = mistakeOf(mistake, tokens, text);
    return { code: 'syntax-error', format: 'YAML', reason, path, ...lines.at(offset) };
  }
  const reader = new YamlReader(text.length);
  try {
    const value = reader.read(document.contents);
    const root = document.contents;
    return {
      value,
      lineOf: (way) => lines.at(reader.nodeAt(root, way)?.range?.[0] ?? root?.range?.[0] ?? 0).line,
      locate: (way) => placementOf(reader.nodeAt(root, way), text, lines),
    };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    if (error.reason === undefined) return { code: 'alias-bomb', path, ...lines.at(error.offset) };
    return { code: 'syntax-error', format: 'YAML', reason: error.reason, path, ...lines.at(error.offset) };
  }
}
