/** The matrix: groups by parts and elements. */
import { largestGroups } from '../outline.ts';
import { groupKeyOf } from './groups.ts';
import { matrixTable } from './matrix.ts';
import { type ElementNode, h } from './node.ts';
import { type Drawn, lead, type Section } from './section.ts';
import { groupsLeftOut } from './sentences.ts';
import { keyWord, WORDS } from './words.ts';
import { toHtml } from './write.ts';

/** A table of more rows would be slow, and nobody reads them. */
const GROUPS_AT_MOST = 120;

export function groupsSection({ report: { coverage }, data }: Drawn): Section {
  const { by, groups, all } = coverage;
  const section = { id: 'groups', heading: WORDS.matrix };
  if (by === null || groups.length === 0) return { ...section, content: '' };
  const { shown, left } = largestGroups(groups, GROUPS_AT_MOST);
  const isShown = new Set(shown);
  const rows = groups.flatMap((group, index) =>
    isShown.has(group) ? [{ name: data.groups[index] ?? '', group, index }] : [],
  );
  const tables = matrixTable({
    id: 'matrix',
    caption: WORDS.matrixCaption,
    of: keyWord(groupKeyOf(coverage)),
    rows,
    total: { name: '', group: all },
    concepts: data.concepts,
    coverage,
  });
  const note = left.length === 0 ? [] : [h('p', { class: 'note' }, groupsLeftOut(shown.length, groups.length))];
  const content = toHtml(lead(WORDS.matrixLead), matrixControls(), ...tables, ...note);
  return { ...section, content };
}

function matrixControls(): ElementNode {
  return h(
    'div',
    { class: 'controls needs-script' },
    h('label', { class: 'check' }, h('input', { id: 'show-elements', type: 'checkbox' }), ' ', WORDS.showElements),
    h('label', { class: 'check' }, h('input', { id: 'hide-empty', type: 'checkbox' }), ' ', WORDS.hideEmpty),
  );
}
