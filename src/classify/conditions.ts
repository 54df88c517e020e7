/** Which hits count: co-terms near enough, no other sense near, not negated, not inside a longer hit. */
import type { Hit, Matches } from './match.ts';

/** How far a co-term may stand from a hit, in UTF-16 code units of the normal text. */
const NEAR = 80;
/** How far a word of another sense reaches. */
const UNLESS_NEAR = 40;

/** The hits that count, in order of the text; hits of the domain among them. */
export function validHits(matches: Matches): readonly Hit[] {
  const { hits, normal } = matches;
  if (hits.length === 0) return hits;
  const isNegated = negationOf(normal.text);
  return longestOnly(hits.filter((hit) => isSupported(hit, matches) && !isOtherSense(hit, matches) && !isNegated(hit)));
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
  for (let i = 0; i + 1 < places.length; i += 2) {
    const start = places[i] ?? 0;
    const end = places[i + 1] ?? 0;
    if (start > hit.end + reach || end < hit.start - reach) continue;
    if (end <= hit.start || start >= hit.end) return true;
    if (covering && start <= hit.start && end >= hit.end && end - start > hit.end - hit.start) return true;
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

/** How far a negation reaches, in UTF-16 code units of the normal text. */
const NEGATION_REACH = 60;
const SENTENCE_END = /[.!?。！？\n]/;
/** Wordings one of which every negation below has; most texts have none, and then no hit is looked at. */
const NEGATION_CUES = [
  ...['not ', 'never', 'cannot', 'without', 'nothing ', 'apart from', 'out of scope', 'left out', 'no ', "n't", 'n’t'],
  ...[
    '扱わ',
    '扱いま',
    '触れな',
    '触れま',
    '話さ',
    '話しま',
    '含ま',
    '含みま',
    '対象外',
    '対象とし',
    '範囲外',
    '割愛',
    '取り上げ',
  ],
  ...['除', 'では', 'じゃ'],
];
const NEGATED_BEFORE =
  /(?:\b(?:not|never|cannot|without)|n['’]t)(?: \w+){0,2}? (?:about|cover\w*|discuss\w*|talk\w* about|treat\w*|deal\w* with|address\w*|touch\w*|focus\w* on|go\w* into|another)\b[^,;:]{0,40}$|\bnothing (?:about|on)\b[^,;:]{0,30}$|\bapart from\b[^,;:]{0,20}$|\b(?:no|no need for|(?:do|does|did|doing|get by|go|live) without)(?: an?| any| the)? $/;
const NEGATED_AFTER =
  /^[^,;:]{0,40}?\b(?:(?:is|are|will|was|were)(?: not|n['’]t| never)|wo(?:n['’]t)) (?:be )?(?:covered|discussed|treated|addressed|part of|in scope|the scope|the topic|the subject)\b|^[^,;:]{0,40}?\b(?:is|are|was|were) (?:out of scope|left out)\b/;
const NEGATED_AFTER_JA =
  /^[^。！？\n]{0,14}?(?:(?:は|には|について|に関して|の話は?|までは|も)?(?:本(?:発表|講演|セッション|稿)では)?(?:扱わな|扱いませ|触れな|触れませ|話しませ|話さな|含まな|含みませ|対象外|対象とし(?:な|ませ)|範囲外|割愛|取り上げな|取り上げませ|除(?:く|き|いて))|(?:の話)?(?:では|じゃ)(?:ない|なく|ありませ))/;

/** Tells hits that the talk says it is not about: "not about monitoring", 「監視は扱わない」. */
function negationOf(text: string): (hit: Hit) => boolean {
  const cues = NEGATION_CUES.flatMap((cue) => placesOf(cue, text));
  if (cues.length === 0) return () => false;
  return ({ start, end }) => {
    const near = cues.some((cue) => cue > start - NEGATION_REACH - 10 && cue < end + NEGATION_REACH);
    return near && isNegated(text, start, end);
  };
}

function placesOf(cue: string, text: string): readonly number[] {
  let at = text.indexOf(cue);
  if (at < 0) return NOWHERE;
  const places: number[] = [];
  for (; at >= 0; at = text.indexOf(cue, at + 1)) places.push(at);
  return places;
}

const NOWHERE: readonly number[] = [];

function isNegated(text: string, start: number, end: number): boolean {
  if (NEGATED_BEFORE.test(sentenceBefore(text.slice(Math.max(0, start - NEGATION_REACH), start)))) return true;
  const after = sentenceAfter(text.slice(end, end + NEGATION_REACH));
  return NEGATED_AFTER.test(after) || NEGATED_AFTER_JA.test(after);
}

function sentenceBefore(text: string): string {
  for (let i = text.length - 1; i >= 0; i--) if (SENTENCE_END.test(text.charAt(i))) return text.slice(i + 1);
  return text;
}

function sentenceAfter(text: string): string {
  const stop = text.search(SENTENCE_END);
  return stop < 0 ? text : text.slice(0, stop);
}
