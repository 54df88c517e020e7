/** The safety net: a mended text is read again, and everything but the tags must be what it was. */
import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../findings.ts';
import type { Entry } from '../sources/entry.ts';
import { valueAt } from '../sources/picks.ts';
import { isRecord } from '../sources/texts.ts';
import type { Home } from '../talk.ts';
import { type Contents, contentsOf, type Part, partOf, type Reading } from './contents.ts';
import { planList, type TagTexts, tagsAfter } from './list-plan.ts';
import { partsOfText } from './tag-text.ts';
import type { Refusal, TagChange } from './types.ts';

const REFUSED: Refusal = { refused: 'it cannot be written without touching more than its tags; write them by hand' };

/** A refusal unless `after` holds what `before` does, with the changes made and nothing else changed. */
export async function verifyEdits(
  texts: { readonly before: string; readonly after: string },
  path: string,
  key: readonly string[],
  changes: readonly TagChange[],
  reading: Reading = {},
): Promise<Refusal | undefined> {
  const before = await contentsOf(texts.before, path, reading);
  const after = await contentsOf(texts.after, path, reading);
  const isKept =
    sameEntries(before.entries, after.entries, key, changes) &&
    sameParts(before, after, key, changes) &&
    isDeepStrictEqual(before.findings.map(withoutPlace), after.findings.map(withoutPlace));
  return isKept ? undefined : REFUSED;
}

function withoutPlace({ code }: Finding): string {
  return code;
}

function sameEntries(
  before: readonly Entry[],
  after: readonly Entry[],
  key: readonly string[],
  changes: readonly TagChange[],
): boolean {
  if (before.length !== after.length) return false;
  const byHome = new Map(changes.map((change) => [JSON.stringify(change.home), change]));
  let seen = 0;
  for (const [index, entry] of before.entries()) {
    const then = after[index];
    const change = byHome.get(JSON.stringify(entry.home));
    if (then === undefined || !isSameTalk(entry, then, change === undefined ? undefined : key)) return false;
    if (change === undefined) continue;
    seen++;
    const wanted = tagsAfter(textsAt(entry, key), planList(textsAt(entry, key), change.fixes));
    if (!isDeepStrictEqual(tagsAfter(textsAt(then, key), NO_CHANGE), wanted)) return false;
  }
  return seen === byHome.size;
}

const NO_CHANGE = planList([], []);

function textsAt({ values }: Entry, key: readonly string[]): TagTexts {
  const value = valueAt(values, key)?.value;
  if (typeof value === 'string') return partsOfText(value);
  if (!Array.isArray(value)) return [];
  return value.map((one: unknown) => (typeof one === 'string' || typeof one === 'number' ? String(one) : undefined));
}

function isSameTalk(one: Entry, other: Entry, key: readonly string[] | undefined): boolean {
  return isDeepStrictEqual(talkOf(one, key), talkOf(other, key));
}

/** What must stay of a talk: all but its tags and the lines that it stands on. */
function talkOf(entry: Entry, key: readonly string[] | undefined): unknown {
  const { title, abstract, body, inherited, fallbackTitle, home } = entry;
  return {
    values: key === undefined ? entry.values : without(entry.values, key),
    texts: [title, abstract, body].map((placed) => placed?.text),
    inherited,
    fallbackTitle,
    way: home?.way,
  };
}

function sameParts(before: Contents, after: Contents, key: readonly string[], changes: readonly TagChange[]): boolean {
  if (before.parts.length !== after.parts.length) return false;
  const homes = grouped(changes, ({ home }) => partOf(home, before.parts));
  return before.parts.every((part, index) => {
    const then = after.parts[index];
    const here = (homes.get(index) ?? []).map(({ home }) => home);
    return then !== undefined && isDeepStrictEqual(partWithout(part, here, key), partWithout(then, here, key));
  });
}

/** A new front matter stands apart from the text below it by a blank line. */
function partWithout({ values, text }: Part, homes: readonly Home[], key: readonly string[]): unknown {
  const isNew = homes.some((home) => home.kind === 'front-matter' && home.line === undefined);
  const ways = homes.map(({ way }) => way);
  const rest = withoutAt(values, ways, key);
  return { values: isNew ? (rest ?? {}) : rest, text: isNew ? text.trimStart() : text };
}

type Way = readonly (string | number)[];

/** The value without the tags of the talks at the ends of the ways. */
function withoutAt(value: unknown, ways: readonly Way[], key: readonly string[]): unknown {
  const inside = grouped(ways, ([step]) => step);
  const withoutIn = (step: string | number, one: unknown): unknown => {
    const further = inside.get(step);
    return further === undefined
      ? one
      : withoutAt(
          one,
          further.map((way) => way.slice(1)),
          key,
        );
  };
  if (Array.isArray(value)) return value.map((one: unknown, index) => withoutIn(index, one));
  if (!isRecord(value)) return value;
  const left = inside.has(undefined) ? without(value, key) : value;
  return Object.fromEntries(Object.entries(left).map(([name, one]) => [name, withoutIn(name, one)]));
}

function grouped<Item, Name>(items: readonly Item[], nameOf: (item: Item) => Name): ReadonlyMap<Name, readonly Item[]> {
  const groups = new Map<Name, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}

/** The values without the one under the keys, and without what then holds nothing. */
function without(values: Readonly<Record<string, unknown>>, key: readonly string[]): Readonly<Record<string, unknown>> {
  const [step, ...rest] = key;
  const found = step === undefined ? undefined : valueAt(values, [step]);
  const name = found?.keys[0];
  if (name === undefined) return { ...values };
  const inner = rest.length > 0 && isRecord(found?.value) ? without(found.value, rest) : found?.value;
  const left = Object.entries(values).filter(([one]) => one !== name);
  const isKept = rest.length > 0 && inner !== null && !(isRecord(inner) && Object.keys(inner).length === 0);
  return Object.fromEntries(isKept ? [...left, [name, inner]] : left);
}
