/** `taxonomy list`: the tree of parts and elements. */
import { branchesOf, narrowerOf } from '../../taxonomy/tree.ts';
import type { Concept, Taxonomy } from '../../taxonomy/types.ts';
import { line } from '../layout.ts';
import { terminalSafeJson, visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { displayWidth, padEnd } from '../width.ts';
import { counted, countsOf } from './counts.ts';

export function listPretty(taxonomy: Taxonomy, context: Pick<ReportContext, 'color' | 'unicode' | 'width'>): string {
  const theme = themeOf(context);
  const rows = branchesOf(taxonomy).map(({ concept, depth }) => ({
    concept,
    depth,
    name: `${'  '.repeat(depth)}${concept.id}`,
    labels: visibleLine(Object.values(concept.prefLabel).join(` ${theme.glyphs.dot} `)),
    count: String(concept.labels.length),
  }));
  const names = widest(rows.map(({ name }) => name));
  const counts = widest(rows.map(({ count }) => count));
  const lines = rows.map(({ concept, depth, name, labels, count }) =>
    line(
      [
        { text: `${padEnd(name, names)}  `, paint: depth === 0 ? theme.bold : theme.id },
        { text: `${count.padStart(counts)}  `, paint: theme.dim },
        { text: labels, ...(depth === 0 ? { paint: theme.bold } : {}) },
        ...(concept.deprecated === true ? [{ text: ' (deprecated)', paint: theme.review }] : []),
      ],
      context.width,
      theme.glyphs.ellipsis,
    ),
  );
  return `${[heading(taxonomy), ...lines].join('\n')}\n`;
}

function heading(taxonomy: Taxonomy): string {
  const { parts, elements, labels } = countsOf(taxonomy);
  const title = taxonomy.title.en ?? Object.values(taxonomy.title)[0] ?? taxonomy.id;
  return visibleLine(
    `${title} (${taxonomy.id} ${taxonomy.version}): ${counted(parts, 'part')}, ${counted(elements, 'element')}, ${counted(labels, 'label')}`,
  );
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(displayWidth));
}

/** Nested as the tree is; `labels` counts the labels by language. */
export function listJson(taxonomy: Taxonomy): string {
  const { id, version, title, hash, concepts } = taxonomy;
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const narrower = narrowerOf(concepts);
  const node = (concept: Concept): object => ({
    id: concept.id,
    prefLabel: concept.prefLabel,
    ...(concept.deprecated === undefined ? {} : { deprecated: concept.deprecated }),
    labels: labelCounts(concept),
    narrower: (narrower.get(concept.id) ?? []).flatMap((below) => {
      const child = byId.get(below);
      return child === undefined ? [] : [node(child)];
    }),
  });
  const parts = concepts.filter(({ broader }) => broader === undefined).map(node);
  return `${terminalSafeJson(JSON.stringify({ id, version, title, hash, parts }, null, 2))}\n`;
}

function labelCounts({ labels }: Concept): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { lang } of labels) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return Object.fromEntries(counts);
}
