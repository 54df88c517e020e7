/** The counts that a patch changes, a part with its elements. */
import type { Patch } from '../../coverage/types.ts';
import type { Labelled } from './outline.ts';
import type { View } from './view.ts';

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
