/** Groups by parts and elements as a table; the page's script makes it fold, sort and lead to the talks. */
import type { Coverage, CoverageGroup, Weight } from '../../../coverage/types.ts';
import { type Scale, scaleFor, shadeOf } from '../map/scale.ts';
import { thousands } from '../thousands.ts';
import { interval, percent } from '../words.ts';
import { countFor, tallyOf } from './counts.ts';
import { inTreeOrder, type PageConcept } from './data.ts';
import { shadesLegend } from './legend.ts';
import { type Both, type ElementNode, h } from './node.ts';
import { countAndInterval } from './sentences.ts';
import { scrolling } from './table.ts';
import { groupWord, WORDS } from './words.ts';

export interface MatrixRow {
  readonly name: string;
  readonly group: CoverageGroup;
  /** The index of the group; absent where its numbers lead nowhere. */
  readonly index?: number;
}

interface Column {
  readonly concept: PageConcept;
  /** Of `concepts`. */
  readonly index: number;
  readonly isEmpty: boolean;
}

export interface Matrix {
  readonly id: string;
  readonly caption: Both;
  /** What a row is. */
  readonly of: Both;
  readonly rows: readonly MatrixRow[];
  /** The row below all; absent where rows are all there is. */
  readonly total?: MatrixRow;
  readonly concepts: readonly PageConcept[];
  readonly coverage: Pick<Coverage, 'all' | 'weight'>;
}

/** Below what its shades stand for. */
export function matrixTable(matrix: Matrix): readonly ElementNode[] {
  const { rows, total, coverage } = matrix;
  const columns = columnsOf(matrix);
  const scale = scaleFor(
    rows.flatMap(({ group }) => columns.map(({ concept }) => tallyOf(group, concept, coverage.weight))),
  );
  const written = (row: MatrixRow): ElementNode => rowOf(row, columns, coverage.weight, scale);
  const table = h(
    'table',
    { class: 'matrix', id: matrix.id },
    h('caption', { id: `${matrix.id}-caption` }, matrix.caption),
    h(
      'thead',
      {},
      h('tr', {}, h('th', { scope: 'col', class: 'name' }, matrix.of), headOf(WORDS.talks), ...columns.map(columnHead)),
    ),
    h('tbody', {}, ...rows.map(written)),
    ...(total === undefined ? [] : [h('tfoot', {}, written(total))]),
  );
  return [shadesLegend(scale), scrolling(`${matrix.id}-caption`, table, 'scroll framed')];
}

function columnsOf({ concepts, coverage: { all, weight } }: Matrix): readonly Column[] {
  const index = new Map(concepts.map(({ id }, at) => [id, at]));
  return inTreeOrder(concepts).map((concept) => ({
    concept,
    index: index.get(concept.id) ?? -1,
    isEmpty: tallyOf(all, concept, weight).talks === 0,
  }));
}

function headOf(text: Both): ElementNode {
  return h('th', { scope: 'col', class: 'number' }, text);
}

function columnHead({ concept, index, isEmpty }: Column): ElementNode {
  return h(
    'th',
    { scope: 'col', class: classOf(concept, isEmpty), 'data-c': index },
    h('span', { class: 'label' }, concept.label),
  );
}

function rowOf(
  { name, group, index }: MatrixRow,
  columns: readonly Column[],
  weight: Weight,
  scale: Scale,
): ElementNode {
  const isEmpty = columns.every(({ concept }) => tallyOf(group, concept, weight).talks === 0);
  return h(
    'tr',
    { class: isEmpty ? 'z' : undefined, 'data-g': index },
    h('th', { scope: 'row', class: 'name' }, index === undefined && name === '' ? WORDS.all : groupWord(name)),
    h('td', { class: 'number' }, thousands(group.talks)),
    ...columns.map((column) => cellOf(group, column, weight, scale)),
  );
}

/** The style sheet writes the share below the number. */
function cellOf(group: CoverageGroup, { concept, isEmpty }: Column, weight: Weight, scale: Scale): ElementNode {
  const { talks, of, share } = tallyOf(group, concept, weight);
  const shade = shadeOf({ talks, of, share }, scale);
  const classes = [classOf(concept, isEmpty), ...(shade === 0 ? [] : [`s${shade}`])];
  const looks = { class: classes.filter(Boolean).join(' ') || undefined };
  if (talks === 0) return h('td', looks, 0);
  const said = percent(share);
  const title = countAndInterval(talks, of, said, interval(countFor(group, concept), '–'));
  return h('td', { ...looks, 'data-share': said, title }, thousands(talks));
}

/** `e`: a column that is there when its part is unfolded; `z`: one without any talk. */
function classOf({ part }: PageConcept, isEmpty: boolean): string | undefined {
  const classes = [...(part === undefined ? [] : ['e']), ...(isEmpty ? ['z'] : [])];
  return classes.length === 0 ? undefined : classes.join(' ');
}
