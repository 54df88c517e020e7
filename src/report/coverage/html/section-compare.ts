/** Two groups side by side: as asked for, and where talks are at hand any two. */
import { comparisonTable } from './comparison.ts';
import { compareForm } from './filter.ts';
import { h } from './node.ts';
import type { Drawn, Section } from './section.ts';
import { WORDS } from './words.ts';
import { toHtml } from './write.ts';

export function compareSection({ report: { comparison }, data }: Drawn): Section {
  const section = { id: 'compare', heading: WORDS.compare };
  const asked = comparison === undefined ? [] : [comparisonTable(comparison, data.concepts)];
  const canChoose = data.talks !== undefined && data.groups.length > 1;
  if (asked.length === 0 && !canChoose) return { ...section, content: '' };
  const content = toHtml(
    ...(canChoose ? [compareForm(data)] : []),
    h('div', { id: 'comparison' }, ...asked),
    h('p', { class: asked.length === 0 ? 'note needs-script' : 'note' }, WORDS.compareNote),
    ...(asked.length === 0 ? [h('noscript', {}, h('p', {}, WORDS.noScript))] : []),
  );
  return { ...section, content };
}
