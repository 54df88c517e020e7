/** Which elements are taken for which, with talks that show it. */
import type { TalkSource } from '../talk.ts';
import type { JudgedTalk } from './judged.ts';

export interface ConfusionExample {
  readonly id: string;
  readonly title: string;
  readonly source: TalkSource;
  /** The wordings that the wrong element rests on; empty where none was found. */
  readonly words: readonly string[];
  /** How near the missed element came, where it came near. */
  readonly near?: { readonly confidence: number; readonly missing: string };
}

export interface Confusion {
  /** The element that was missed; null where nothing was, and `found` is one too many. */
  readonly gold: string | null;
  /** The element found without being labelled; null where none was, and `gold` was missed alone. */
  readonly found: string | null;
  readonly talks: number;
  readonly examples: readonly ConfusionExample[];
}

const EXAMPLES = 3;
/** Of those between two elements, and of those with one. */
const MOST = 30;

interface Open {
  readonly gold: string | null;
  readonly found: string | null;
  talks: number;
  readonly examples: ConfusionExample[];
}

/**
 * The most frequent ones first. A talk with missed and wrong elements counts once for each pair of them; one with only
 * missed or only wrong ones once for each. Examples are the first of `talks`.
 */
export function confusionsOf(talks: readonly JudgedTalk[]): readonly Confusion[] {
  const open = new Map<string, Open>();
  for (const talk of talks) {
    const said = new Set(talk.found.tags);
    const truth = new Set(talk.gold.tags);
    const missed = orNone(talk.gold.tags.filter((id) => !said.has(id)));
    const wrong = orNone(talk.found.tags.filter((id) => !truth.has(id)));
    for (const gold of missed) for (const found of wrong) if (gold !== found) note(open, gold, found, talk);
  }
  const all = [...open.values()].sort(byFrequency);
  const between = all.filter(isBetweenTwo).slice(0, MOST);
  const alone = all.filter((one) => !isBetweenTwo(one)).slice(0, MOST);
  return [...between, ...alone].sort(byFrequency);
}

/** Whether one element was taken for another, rather than missed or found alone. */
export function isBetweenTwo({ gold, found }: Pick<Confusion, 'gold' | 'found'>): boolean {
  return gold !== null && found !== null;
}

function note(open: Map<string, Open>, gold: string | null, found: string | null, talk: JudgedTalk): void {
  const key = `${gold ?? ''} ${found ?? ''}`;
  const confusion = open.get(key) ?? { gold, found, talks: 0, examples: [] };
  open.set(key, confusion);
  confusion.talks++;
  if (confusion.examples.length < EXAMPLES) confusion.examples.push(exampleOf(talk, gold, found));
}

function exampleOf(talk: JudgedTalk, gold: string | null, found: string | null): ConfusionExample {
  const near = talk.near.find(({ id }) => id === gold);
  return {
    id: talk.id,
    title: talk.title,
    source: talk.source,
    words: talk.tags.find(({ id }) => id === found)?.words ?? [],
    ...(near === undefined ? {} : { near: { confidence: near.confidence, missing: near.missing } }),
  };
}

function orNone(ids: readonly string[]): readonly (string | null)[] {
  return ids.length === 0 ? [null] : ids;
}

function byFrequency(a: Open, b: Open): number {
  return b.talks - a.talks || compare(a.gold ?? '', b.gold ?? '') || compare(a.found ?? '', b.found ?? '');
}

/** By code unit: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
