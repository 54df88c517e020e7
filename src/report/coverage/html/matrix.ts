/** Groups by parts and elements as a table; the page's script makes it fold, sort and lead to the talks. */
import type { Coverage, CoverageGroup, Weight } from '../../../coverage/types.ts';
import { type Scale, scaleFor, shadeOf } from '../map/scale.ts';
import { thousands } from '../thousands.ts';
import { FEW_TALKS } from '../trend-rows.ts';
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
  const written = [...rows, ...(total === undefined ? [] : [total])];
  const enough = written.filter(({ group }) => !isFew(group.talks));
  const scale = scaleFor(
    enough.flatMap(({ group }) => columns.map(({ concept }) => tallyOf(group, concept, coverage.weight))),
  );
  const rowNode = (row: MatrixRow): ElementNode => rowOf(row, columns, coverage.weight, scale);
  const legend = shadesLegend(enough.length === 0 ? undefined : scale, enough.length < written.length);
  const table = h(
    'table',
    { class: 'matrix', id: matrix.id },
    h('caption', { id: `${matrix.id}-caption` }, matrix.caption),
    h(
      'thead',
      {},
      h('tr', {}, h('th', { scope: 'col', class: 'name' }, matrix.of), headOf(WORDS.talks), ...columns.map(columnHead)),
    ),
    h('tbody', {}, ...rows.map(rowNode)),
    ...(total === undefined ? [] : [h('tfoot', {}, rowNode(total))]),
  );
  return [legend, scrolling(`${matrix.id}-caption`, table, 'scroll framed')];
}

/** Of so few talks one makes a share that is loud and says little. */
function isFew(talks: number): boolean {
  return talks < FEW_TALKS;
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

function rowOf(row: MatrixRow, columns: readonly Column[], weight: Weight, scale: Scale): ElementNode {
  const { name, group, index } = row;
  const isEmpty = columns.every(({ concept }) => tallyOf(group, concept, weight).talks === 0);
  return h(
    'tr',
    {
      class: [...(isEmpty ? ['z'] : []), ...(isFew(group.talks) ? ['few'] : [])].join(' ') || undefined,
      'data-g': index,
    },
    h('th', { scope: 'row', class: 'name' }, index === undefined && name === '' ? WORDS.all : groupWord(name)),
    h('td', { class: 'number' }, `${thousands(group.talks)}${isFew(group.talks) ? ' ○' : ''}`),
    ...columns.map((column) => cellOf(group, column, weight, scale)),
  );
}

/** The style sheet writes the share below the number. */
function cellOf(group: CoverageGroup, { concept, isEmpty }: Column, weight: Weight, scale: Scale): ElementNode {
  const { talks, of, share } = tallyOf(group, concept, weight);
  const shade = isFew(of) ? 0 : shadeOf({ talks, of, share }, scale);
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
