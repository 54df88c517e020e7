/** How far the figures would move on other talks like these: percentile bootstrap, the same on every machine. */
import { binned, byConfidence, type Claim, eceOf } from './calibration.ts';
import { type Answer, Counts } from './counts.ts';
import { CountsTable } from './counts-table.ts';
import type { Elements } from './elements.ts';
import { FIGURES, figuresOf, type PerFigure, perFigure, scoresOf } from './scores.ts';

export interface Sampled extends Answer {
  readonly event?: string;
  readonly claims: readonly Claim[];
}

export type Interval = readonly [low: number, high: number];

export interface Intervals {
  readonly level: number;
  readonly rounds: number;
  /** What is drawn: whole events, or single talks. */
  readonly by: 'event' | 'talk';
  /** How many of them there are. */
  readonly groups: number;
  readonly figures: PerFigure<Interval | null>;
}

const LEVEL = 0.95;
const ROUNDS = 1000;
const SEED = 20_200_728;
/** From so many events on whole events are drawn, since talks of one event resemble each other; fewer would say nothing. */
const EVENTS = 10;

/** Of talks in the same order the same intervals: the order decides which of them the seeded draws hit. */
export function intervalsOf(talks: readonly Sampled[], elements: Elements, rounds = ROUNDS): Intervals {
  const by = new Set(talks.flatMap(({ event }) => event ?? [])).size >= EVENTS ? 'event' : 'talk';
  const groups = grouped(talks, by);
  const table = new CountsTable(countsOf(groups, elements));
  const claims = byConfidence(
    groups.flatMap((those, group) =>
      those.flatMap(({ claims }) => claims.map(({ confidence, right }) => ({ confidence, right, group }))),
    ),
  );
  const samples = perFigure((): number[] => []);
  const random = mulberry32(SEED);
  const times = new Uint32Array(groups.length);
  const sum = new Counts(elements);
  for (let round = 0; round < rounds; round++) {
    times.fill(0);
    for (let drawn = 0; drawn < groups.length; drawn++) {
      const group = Math.floor(random() * groups.length);
      times[group] = (times[group] ?? 0) + 1;
    }
    sum.clear();
    table.addTo(sum, times);
    const ece = eceOf(binned(claims, ({ group }) => times[group] ?? 0));
    const figures = figuresOf(scoresOf(sum, ece));
    for (const figure of FIGURES) {
      const value = figures[figure];
      if (value !== null) samples[figure].push(value);
    }
  }
  return {
    level: LEVEL,
    rounds,
    by,
    groups: groups.length,
    figures: perFigure((figure) => middle(samples[figure])),
  };
}

/** Talks without an event stand alone. */
function grouped(talks: readonly Sampled[], by: Intervals['by']): readonly (readonly Sampled[])[] {
  if (by === 'talk') return talks.map((talk) => [talk]);
  const groups: Sampled[][] = [];
  const events = new Map<string, Sampled[]>();
  for (const talk of talks) {
    const known = talk.event === undefined ? undefined : events.get(talk.event);
    if (known !== undefined) {
      known.push(talk);
      continue;
    }
    const group = [talk];
    groups.push(group);
    if (talk.event !== undefined) events.set(talk.event, group);
  }
  return groups;
}

/** The counts of each group in turn, in one object that is cleared for the next. */
function* countsOf(groups: readonly (readonly Sampled[])[], elements: Elements): Generator<Counts> {
  const counts = new Counts(elements);
  for (const talks of groups) {
    counts.clear();
    for (const talk of talks) counts.add(talk);
    yield counts;
  }
}

/** The interval that holds all but the outermost samples. */
function middle(samples: readonly number[]): Interval | null {
  const sorted = [...samples].sort((a, b) => a - b);
  const out = Math.floor(((1 - LEVEL) / 2) * sorted.length);
  const low = sorted[out];
  const high = sorted[sorted.length - 1 - out];
  return low === undefined || high === undefined ? null : [low, high];
}

/** T. Ettinger's generator: 32 bits of state, good enough to draw talks by. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
