/** Changes of declared tags to edits of the text. Pure. */

import type { Fix } from '../check/types.ts';
import { foldKey } from '../sources/aliases.ts';
import type { Home } from '../talk.ts';
import { CannotWrite } from './cannot-write.ts';
import { changesNothing, planList } from './list-plan.ts';
import { newFrontMatter, type Region, Regions } from './regions.ts';
import { type MapShape, NO_TAGS, type Shape } from './shape.ts';
import type { Refusal, TagChange, TextEdit } from './types.ts';

/** A talk whose tags cannot be written, and why: the end of a sentence. */
export interface Left {
  readonly home: Home;
  readonly refused: string;
}

export interface EditPlan {
  /** In the order of the text; no two overlap. */
  readonly edits: readonly TextEdit[];
  /** The changes that the edits make, one for each talk. */
  readonly made: readonly TagChange[];
  readonly left: readonly Left[];
}

/**
 * The edits that make the changes, or why there are none. `text` is the decoded file without a byte order mark; `key` are
 * the keys that lead to the declared tags, compared as those of fields are.
 */
export function planEdits(
  text: string,
  path: string,
  key: readonly string[],
  changes: readonly TagChange[],
): readonly TextEdit[] | Refusal {
  const { edits, left } = planChanges(text, path, key, changes);
  const [first] = left;
  return first === undefined ? edits : { refused: first.refused };
}

/** The same, talk by talk: what cannot be written leaves the others alone. */
export function planChanges(
  text: string,
  path: string,
  key: readonly string[],
  changes: readonly TagChange[],
): EditPlan {
  // A file whose lines end in carriage returns alone is read as if in line feeds; every offset stays.
  const isOldMac = !text.includes('\n') && text.includes('\r');
  const readable = isOldMac ? text.replaceAll('\r', '\n') : text;
  const regions = new Regions(readable, path);
  const edits: TextEdit[] = [];
  const made: TagChange[] = [];
  const left: Left[] = [];
  for (const change of byTalk(changes)) {
    try {
      const own = editsFor(readable, regions, key, change);
      if (own.some((edit) => edits.some((other) => overlaps(edit, other))))
        throw new CannotWrite('another talk stands in the same place');
      edits.push(...own.filter(({ start, end, text: put }) => readable.slice(start, end) !== put));
      made.push(change);
    } catch (error) {
      if (!(error instanceof CannotWrite)) throw error;
      left.push({ home: change.home, refused: error.message });
    }
  }
  const ordered = edits.sort((one, other) => one.start - other.start || one.end - other.end);
  return { edits: isOldMac ? ordered.map(withCarriageReturns) : ordered, made, left };
}

function byTalk(changes: readonly TagChange[]): readonly TagChange[] {
  const talks = new Map<string, { readonly home: Home; readonly fixes: Fix[] }>();
  for (const { home, fixes } of changes) {
    const name = JSON.stringify(home);
    const talk = talks.get(name) ?? { home, fixes: [] };
    talk.fixes.push(...fixes);
    talks.set(name, talk);
  }
  return [...talks.values()];
}

function overlaps(one: TextEdit, other: TextEdit): boolean {
  return one.start < other.end && other.start < one.end;
}

function withCarriageReturns(edit: TextEdit): TextEdit {
  return { ...edit, text: edit.text.replaceAll('\n', '\r') };
}

function editsFor(
  text: string,
  regions: Regions,
  key: readonly string[],
  { home, fixes }: TagChange,
): readonly TextEdit[] {
  if (home.kind === 'front-matter' && home.line === undefined) {
    const { added } = planList([], fixes);
    return added.length === 0 ? [] : [newFrontMatter(text, key, added)];
  }
  const { from, root }: Region = regions.of(home);
  const edits = editsAt(talkAt(root, home.way), key, fixes);
  return edits.map((edit) => ({ ...edit, start: edit.start + from, end: edit.end + from }));
}

function talkAt(root: Shape, way: readonly (string | number)[]): Shape {
  let shape: Shape = root;
  for (const step of way) {
    const next =
      shape.kind === 'map' ? shape.member(String(step)) : shape.kind === 'list' ? shape.item(Number(step)) : shape;
    shape = next ?? NO_TAGS;
  }
  return shape;
}

function editsAt(talk: Shape, key: readonly string[], fixes: readonly Fix[]): readonly TextEdit[] {
  let shape = talk;
  for (const [depth, step] of key.entries()) {
    if (shape.kind !== 'map') return editsBelow(shape, key.slice(depth), fixes);
    const next = memberNamed(shape, step);
    if (next === undefined) {
      const { added } = planList([], fixes);
      return added.length === 0 ? [] : shape.append(key.slice(depth), added);
    }
    shape = next;
  }
  return editsBelow(shape, [], fixes);
}

/** The very key, or the first that is the same but for case, spaces, `_` and `-`. */
function memberNamed(map: MapShape, key: string): Shape | undefined {
  const exact = map.member(key);
  if (exact !== undefined) return exact;
  const alike = map.keys.find((candidate) => foldKey(candidate) === foldKey(key));
  return alike === undefined ? undefined : map.member(alike);
}

function editsBelow(shape: Shape, keys: readonly string[], fixes: readonly Fix[]): readonly TextEdit[] {
  if (shape.kind === 'fixed') throw new CannotWrite(shape.why);
  if (shape.kind === 'empty') {
    const { added } = planList([], fixes);
    return added.length === 0 ? [] : shape.fill(keys, added);
  }
  if (shape.kind === 'map' || keys.length > 0) throw new CannotWrite(NO_TAGS.why);
  const plan = planList(shape.texts, fixes);
  return changesNothing(plan) ? [] : shape.edit(plan);
}
