/** A value of a source as an edit sees it: each format says how its own maps, lists and texts are changed. */
import type { ListPlan, TagTexts } from './list-plan.ts';
import type { TextEdit } from './types.ts';

export interface MapShape {
  readonly kind: 'map';
  /** Its own keys, in the order of the source. */
  readonly keys: readonly string[];
  member(key: string): Shape | undefined;
  /** Puts tags under keys inside one another, none of which is there, behind all others. */
  append(keys: readonly string[], tags: readonly string[]): readonly TextEdit[];
}

export interface ListShape {
  readonly kind: 'list';
  readonly texts: TagTexts;
  item(index: number): Shape | undefined;
  edit(plan: ListPlan): readonly TextEdit[];
}

/** A text that may name several tags between commas. */
export interface TextShape {
  readonly kind: 'text';
  readonly texts: TagTexts;
  edit(plan: ListPlan): readonly TextEdit[];
}

/** A key with nothing behind it, or null. */
export interface EmptyShape {
  readonly kind: 'empty';
  /** `keys`: those between here and the tags. */
  fill(keys: readonly string[], tags: readonly string[]): readonly TextEdit[];
}

export interface FixedShape {
  readonly kind: 'fixed';
  /** Why it cannot be changed: the end of a sentence that begins with the talk's tags. */
  readonly why: string;
}

export type Shape = MapShape | ListShape | TextShape | EmptyShape | FixedShape;

export const NO_TAGS: FixedShape = {
  kind: 'fixed',
  why: 'its tags stand under a value that is neither a list nor a text',
};

/** The same value for every later call: shapes are made when first met. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
