/** Which hits count: co-terms near enough, no other sense near, not negated, not inside a longer hit. */
import type { Hit, Matches } from './match.ts';

/** How far a co-term may stand from a hit, in UTF-16 code units of the normal text. */
const NEAR = 80;
/** How far a word of another sense reaches. */
const UNLESS_NEAR = 40;

/** The hits that count, in order of the text. `titleContexts`: contexts that the talk's title holds; they are near to all of its text's start. */
export function validHits(matches: Matches): readonly Hit[] {
  const standing = matches.hits.filter(
    (hit) => isSupported(hit, matches) && !isOtherSense(hit, matches) && !isNegated(matches.normal.text, hit),
  );
  return longestOnly(standing);
}

function isSupported(hit: Hit, { contexts }: Matches): boolean {
  const { requires } = hit.indexed;
  return requires.length === 0 || requires.some((context) => stands(contexts.get(context), hit, NEAR, false));
}

function isOtherSense(hit: Hit, { contexts }: Matches): boolean {
  return hit.indexed.unless.some((context) => stands(contexts.get(context), hit, UNLESS_NEAR, true));
}

/** Whether one of `places` lies within `reach` of the hit; `covering` counts places that hold the hit within them too. */
function stands(places: readonly number[] | undefined, hit: Hit, reach: number, covering: boolean): boolean {
  if (places === undefined) return false;
  for (let i = 0; i + 1 < places.length; i += 2) {
    const start = places[i] ?? 0;
    const end = places[i + 1] ?? 0;
    if (start > hit.end + reach) return false;
    if (end < hit.start - reach) continue;
    const apart = end <= hit.start || start >= hit.end;
    const around = start <= hit.start && end >= hit.end && end - start > hit.end - hit.start;
    if (apart || (covering && around)) return true;
  }
  return false;
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

const NEGATION_REACH = 60;
const SENTENCE_END = /[.!?。！？\n]/;
const NEGATED_BEFORE =
  /(?:\b(?:not|never|won't|don't|doesn't|isn't|aren't|cannot|can't|without)\b|n['’]t\b)(?: \w+){0,2}? (?:about|cover\w*|discuss\w*|talk\w* about|treat\w*|deal\w* with|address\w*|touch\w*|focus\w* on|go\w* into|another)\b[^,;:]{0,40}$|\bnothing (?:about|on)\b[^,;:]{0,30}$|\bapart from\b[^,;:]{0,20}$/;
const NEGATED_AFTER =
  /^[^,;:]{0,40}?\b(?:(?:is|are|will|was|were) (?:not|never|out of scope|left out|beyond)|(?:isn|aren|won|wasn)['’]t (?:be )?(?:covered|discussed|part|in scope))\b(?: be)? ?(?:covered|discussed|treated|addressed|part of|in scope|out of|the scope|the topic|the subject)?/;
const NEGATION_VERB = /\b(?:covered|discussed|treated|addressed|part of|scope|topic|subject|left out)\b/;
const NEGATED_AFTER_JA =
  /^[^。！？\n]{0,14}?(?:(?:は|には|について|に関して|の話は?|までは|も)?(?:本(?:発表|講演|セッション|稿)では)?(?:扱わな|扱いませ|触れな|触れませ|話しませ|話さな|含まな|含みませ|対象外|対象とし(?:な|ませ)|範囲外|割愛|取り上げな|取り上げませ|除(?:く|き|いて))|(?:の話)?(?:では|じゃ)(?:ない|なく|ありませ))/;

/** A mention that says that the talk is not about it: "not about monitoring", 「監視は扱わない」. */
function isNegated(text: string, { start, end }: Hit): boolean {
  const before = sentenceBefore(text.slice(Math.max(0, start - NEGATION_REACH), start));
  if (NEGATED_BEFORE.test(before)) return true;
  const after = sentenceAfter(text.slice(end, end + NEGATION_REACH));
  const said = NEGATED_AFTER.exec(after);
  if (said !== null && NEGATION_VERB.test(said[0])) return true;
  return NEGATED_AFTER_JA.test(after);
}

function sentenceBefore(text: string): string {
  for (let i = text.length - 1; i >= 0; i--) if (SENTENCE_END.test(text.charAt(i))) return text.slice(i + 1);
  return text;
}

function sentenceAfter(text: string): string {
  const stop = text.search(SENTENCE_END);
  return stop < 0 ? text : text.slice(0, stop);
}
