/** What stands on the map and where in the life cycle: areas of boxes with their counts, before anything has a size. */
import { countAt } from '../../../coverage/counts.ts';
import type { CoverageGroup, Weight } from '../../../coverage/types.ts';
import type { Taxonomy } from '../../../taxonomy/types.ts';
import { partsOf } from '../../labels.ts';
import { type Name, namesOf } from './names.ts';
import { type Scale, scaleFor } from './scale.ts';
import { type Tally, tallyOf } from './tally.ts';

export interface MapBox {
  readonly id: string;
  readonly names: readonly Name[];
  readonly tally: Tally;
}

export interface MapArea extends Omit<MapBox, 'tally'> {
  /** Absent for what is no part of the taxonomy. */
  readonly tally?: Tally;
  readonly boxes: readonly MapBox[];
}

export interface MapPlan {
  /** The life cycle, in its order. */
  readonly flow: readonly MapArea[];
  /** What it stands on. */
  readonly base: readonly MapArea[];
  /** What goes with it, and all that the map has no place for. */
  readonly beside: readonly MapArea[];
  readonly scale: Scale;
  /** Talks of the group. */
  readonly of: number;
}

const FLOW = ['data-preparation', 'model-development', 'production', 'monitoring', 'trust'];
const BASE = ['foundation'];
const BESIDE = ['llmops', 'organization', 'ml-for-operations'];
const UNKNOWN_NAME = { en: 'Not in this taxonomy', ja: 'この分類にない要素' };

export function planMap(group: CoverageGroup, taxonomy: Taxonomy, weight: Weight): MapPlan {
  const areas = areasOf(group, taxonomy, weight);
  const placed = (ids: readonly string[]) => ids.flatMap((id) => areas.find((area) => area.id === id) ?? []);
  const [flow, base, beside] = [placed(FLOW), placed(BASE), placed(BESIDE)];
  const rest = areas.filter((area) => ![...flow, ...base, ...beside].includes(area));
  const unknown = unknownArea(group, areas, weight);
  return {
    flow,
    base,
    beside: [...beside, ...rest, ...unknown],
    scale: scaleFor([...areas, ...unknown].flatMap(({ boxes }) => boxes.map(({ tally }) => tally))),
    of: group.talks,
  };
}

function areasOf(group: CoverageGroup, taxonomy: Taxonomy, weight: Weight): readonly MapArea[] {
  return partsOf(taxonomy).map(({ part, elements }) => ({
    id: part.id,
    names: namesOf(part.id, part.prefLabel),
    tally: tallyOf(countAt(group.parts, part.id), group.talks, weight),
    // A part without elements is one itself.
    boxes: (elements.length === 0 ? [part] : elements).map(({ id, prefLabel }) => ({
      id,
      names: namesOf(id, prefLabel),
      tally: tallyOf(countAt(group.elements, id) ?? countAt(group.parts, id), group.talks, weight),
    })),
  }));
}

/** Elements that only the records know, which another taxonomy may have written. */
function unknownArea(group: CoverageGroup, areas: readonly MapArea[], weight: Weight): readonly MapArea[] {
  const known = new Set(areas.flatMap(({ boxes }) => boxes.map(({ id }) => id)));
  const boxes = Object.entries(group.elements)
    .filter(([id, { talks }]) => talks > 0 && !known.has(id))
    .map(([id, count]) => ({ id, names: namesOf(id), tally: tallyOf(count, group.talks, weight) }));
  return boxes.length === 0 ? [] : [{ id: '', names: namesOf('', UNKNOWN_NAME), boxes }];
}
