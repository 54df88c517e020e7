/** Offsets of the `yaml` package's nodes. */
import { isCollection, isNode, isScalar, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { CannotWrite } from './cannot-write.ts';

export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** From the first character of a value, behind anchors and tags, to the offset behind it. @throws CannotWrite */
export function extentOf(node: unknown): Extent {
  const range = isNode(node) ? node.range : undefined;
  if (range == null) throw new CannotWrite('its tags are written in an unusual way');
  return { start: range[0], end: range[1] };
}

export function extentOfPair(pair: Pair): Extent {
  const { start, end } = extentOf(pair.key);
  const colon = behindColon(pair);
  return { start, end: Math.max(end, colon ?? end, isBlank(pair.value) ? end : extentOf(pair.value).end) };
}

/** The offset behind the colon of a pair; undefined where it has none. */
export function behindColon(pair: Pair): number | undefined {
  const sep = pair.srcToken !== undefined && 'sep' in pair.srcToken ? pair.srcToken.sep : undefined;
  const colon = sep?.find(({ type }) => type === 'map-value-ind');
  return colon === undefined ? undefined : colon.offset + 1;
}

/** Whether nothing stands where the node would. */
export function isBlank(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null && (node.source ?? '') === '');
}

/** The brackets of a collection that has some. */
export function bracketsOf(collection: YAMLMap | YAMLSeq): { readonly open: number; readonly close: number } {
  const { start, end } = extentOf(collection);
  return { open: start, close: end - 1 };
}

/** The offsets of the dashes of a block list. */
export function dashesOf(list: YAMLSeq): readonly number[] {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') throw new CannotWrite('its tags are written in an unusual way');
  return token.items.flatMap(({ start }) =>
    start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
  );
}

/** A key as the project's own reader names it. */
export function keyName({ value, source }: Scalar): string {
  return typeof value === 'number' && source !== undefined ? source : String(value ?? '');
}

/** The text of a scalar that may be a tag. */
export function tagTextOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  if (typeof node.value === 'number') return node.source ?? String(node.value);
  return typeof node.value === 'string' ? node.value : undefined;
}

/** A scalar as it is written. */
export function rawOf(text: string, node: unknown): string | undefined {
  return isScalar(node) && !isBlank(node) && node.range != null ? text.slice(node.range[0], node.range[1]) : undefined;
}

export function lastRawOf(text: string, list: YAMLSeq): string | undefined {
  return list.items
    .map((item) => (typeof tagTextOf(item) === 'string' ? rawOf(text, item) : undefined))
    .findLast((raw) => raw !== undefined);
}

/** The last scalar inside a value. */
export function lastScalarOf(node: unknown): unknown {
  if (!isCollection(node)) return node;
  const last: unknown = node.items.at(-1);
  const inner = isNode(last) ? last : isPairLike(last) ? (isBlank(last.value) ? last.key : last.value) : undefined;
  return inner === undefined ? node : lastScalarOf(inner);
}

function isPairLike(value: unknown): value is Pair {
  return typeof value === 'object' && value !== null && 'key' in value && 'value' in value;
}
