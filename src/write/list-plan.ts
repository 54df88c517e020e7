/** What fixes make of a list of tags, before anybody looks at how it is written. */
import type { Fix } from '../check/types.ts';
import { CannotWrite } from './cannot-write.ts';

/** The values of a list by place; undefined for one that is no text. */
export type TagTexts = readonly (string | undefined)[];

export interface ListPlan {
  /** The new text by the place of the old one. */
  readonly replaced: ReadonlyMap<number, string>;
  readonly removed: ReadonlySet<number>;
  readonly added: readonly string[];
}

/** The plan that makes no tag stand twice for having been written. @throws CannotWrite where a fix is about a value that is not there */
export function planList(values: TagTexts, fixes: readonly Fix[]): ListPlan {
  const wanted = new Map<number, string>();
  const removed = new Set<number>();
  for (const fix of fixes) {
    if (fix.kind === 'add') continue;
    if (values[fix.at] === undefined) throw new CannotWrite('its tags are not those that were checked');
    if (fix.kind === 'remove') removed.add(fix.at);
    else wanted.set(fix.at, fix.tag);
  }
  const there = new Set(
    values.flatMap((text, at) => (text === undefined || removed.has(at) || wanted.has(at) ? [] : [text.trim()])),
  );
  const replaced = new Map<number, string>();
  for (const [at, tag] of [...wanted].sort(([one], [other]) => one - other)) {
    if (removed.has(at)) continue;
    if (there.has(tag)) removed.add(at);
    else if (values[at]?.trim() !== tag) replaced.set(at, tag);
    there.add(tag);
  }
  const added = fixes
    .flatMap((fix) => (fix.kind === 'add' ? fix.tags : []))
    .filter((tag) => !there.has(tag) && there.add(tag));
  return { replaced, removed, added };
}

export function changesNothing({ replaced, removed, added }: ListPlan): boolean {
  return replaced.size === 0 && removed.size === 0 && added.length === 0;
}

/** The tags of the list when the plan is carried out. */
export function tagsAfter(values: TagTexts, { replaced, removed, added }: ListPlan): readonly string[] {
  const kept = values.flatMap((text, at) =>
    text === undefined || removed.has(at) ? [] : [replaced.get(at) ?? text.trim()],
  );
  return [...kept.filter((text) => text !== ''), ...added];
}
