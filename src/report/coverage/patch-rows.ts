/** What a patch shows: the talks with what they treat, and the counts that it changes, a part with its elements. */
import type { Patch, PatchTalk } from '../../coverage/types.ts';
import { NO_ELEMENT } from './asked-words.ts';
import type { Labelled } from './outline.ts';
import type { View } from './view.ts';
import { groupName } from './words.ts';

export interface PatchRow extends Labelled {
  readonly isPart: boolean;
  readonly before: number;
  readonly after: number;
}

/** In the order of the taxonomy; what is not in it comes last. */
export function patchRows(patch: Patch, { outline, label }: View): readonly PatchRow[] {
  const parts = new Map(Object.entries(patch.parts));
  const elements = new Map(Object.entries(patch.elements));
  const take = (from: typeof parts, id: string, isPart: boolean): readonly PatchRow[] => {
    const counts = from.get(id);
    from.delete(id);
    return counts === undefined ? [] : [{ id, label: label(id), isPart, ...counts }];
  };
  const known = outline.parts.flatMap((part) => [
    ...take(parts, part.id, true),
    ...part.elements.flatMap(({ id }) => take(elements, id, false)),
  ]);
  const left = [...parts.keys()].flatMap((id) => take(parts, id, true));
  return [...known, ...left, ...[...elements.keys()].flatMap((id) => take(elements, id, false))];
}

/** Elements of a talk that a text shows, and groups. */
const SHOWN = 6;

/** What a talk treats, its main subject marked, and before it where it was: in doubt, in which groups. Labels as they are. */
export function patchTalkWords({ status, primary, elements, groups }: PatchTalk, view: View, star: string) {
  const labels = elements.map((id) => (id === primary ? `${star} ${view.label(id)}` : view.label(id)));
  const names = (groups ?? []).map((group) => groupName(group, view.report.coverage));
  return {
    groups: atMost(names),
    elements: labels.length === 0 ? [NO_ELEMENT] : atMost(labels),
    inDoubt: status === 'review',
  };
}

function atMost(names: readonly string[]): readonly string[] {
  const left = names.length - SHOWN;
  return left > 0 ? [...names.slice(0, SHOWN), `and ${left} more`] : names;
}
