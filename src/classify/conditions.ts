/** Which hits count: co-terms near enough, no other sense near, not negated, not inside a longer hit. */
import { FEW_PLACES, type Hit, type Matches } from './match.ts';
import { isNegated, negatedRanges } from './negation.ts';

/** How far a co-term may stand from a hit, in UTF-16 code units of the normal text. */
const NEAR = 80;
/** How far a word of another sense reaches. */
const UNLESS_NEAR = 40;

/** The hits that count, in order of the text; hits of the domain among them. */
export function validHits(matches: Matches): readonly Hit[] {
  const { hits, normal } = matches;
  if (hits.length === 0) return hits;
  const negated = negatedRanges(normal.text, normal.offsets === undefined);
  return longestOnly(
    hits.filter(
      (hit) => isSupported(hit, matches) && !isOtherSense(hit, matches) && !isNegated(negated, hit.start, hit.end),
    ),
  );
}

function isSupported(hit: Hit, matches: Matches): boolean {
  const { requires } = hit.indexed;
  return requires.length === 0 || requires.some((context) => isNear(matches.placesOf(context), hit, NEAR, false));
}

function isOtherSense(hit: Hit, matches: Matches): boolean {
  return hit.indexed.unless.some((context) => isNear(matches.placesOf(context), hit, UNLESS_NEAR, true));
}

/** Whether one of `places` lies within `reach` of the hit; `covering` counts places that hold the hit within them too. */
function isNear(places: readonly number[], hit: Hit, reach: number, covering: boolean): boolean {
  const from = places.length > FEW_PLACES ? firstFrom(places, hit.start - reach - LONGEST_TERM) : 0;
  for (let i = from; i + 1 < places.length; i += 2) {
    const start = places[i] ?? 0;
    const end = places[i + 1] ?? 0;
    if (start > hit.end + reach) {
      if (places.length > FEW_PLACES) return false;
      continue;
    }
    if (end < hit.start - reach) continue;
    if (end <= hit.start || start >= hit.end) return true;
    if (covering && start <= hit.start && end >= hit.end && end - start > hit.end - hit.start) return true;
  }
  return false;
}

/** Terms are phrases: none is longer than this, UTF-16 code units of the normal text. */
const LONGEST_TERM = 400;

/** Where in sorted places those begin that start at `offset` or later. */
function firstFrom(places: readonly number[], offset: number): number {
  let low = 0;
  let high = places.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[2 * middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

/** A hit inside a longer one, or overlapping one that began before it, is none. Hits of equal span all stand. */
function longestOnly(hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = [];
  let start = -1;
  let end = -1;
  for (const hit of hits) {
    if (hit.indexed.concept < 0) {
      kept.push(hit);
    } else if (hit.start >= end || (hit.start === start && hit.end === end)) {
      kept.push(hit);
      start = hit.start;
      end = hit.end;
    }
  }
  return kept;
}
