/** The known name that a misspelt one was most likely meant to be, and whether that is beyond doubt. */
import { distance } from 'fastest-levenshtein';
import { byText } from './by-place.ts';
import { folded } from './fold.ts';
import type { RuleContext } from './rules/types.ts';

export interface Near {
  /** The known name, as the taxonomy writes it. */
  readonly name: string;
  readonly concept: string;
  /** Whether it may be written in the place of the misspelt one without asking. */
  readonly certain: boolean;
}

interface KnownName {
  readonly name: string;
  readonly fold: string;
  readonly concept: string;
  /** A bit for each of its letters. */
  readonly letters: number;
}

interface Compared {
  readonly known: KnownName;
  readonly edits: number;
}

/** A name is said to be near when at most this share of its letters differs. */
const NEAR_SHARE = 1 / 3;
/** From these lengths on one and two slips of the finger are taken for what they are. */
const ONE_SLIP = 4;
const TWO_SLIPS = 8;
const TWO_EDITS = 2;
/** In shorter words one letter for another makes another word: draft and drift. */
const SUBSTITUTION = 6;

/** What no slip of the finger changes: each kanji and each digit has a meaning of its own. */
const WEIGHTY = /[\p{Script=Han}\p{N}]/gu;

interface NameTable {
  readonly names: readonly KnownName[];
  /** What was asked before: collections say the same unknown words again and again. */
  readonly answers: Map<string, Near | undefined>;
}

const REMEMBERED_WORDS = 10_000;
const tables = new WeakMap<RuleContext, NameTable>();

/** The known name nearest to `word`, which names none; undefined when nothing is near. */
export function nearTo(word: string, context: RuleContext): Near | undefined {
  const table = tables.get(context) ?? { names: knownNames(context), answers: new Map() };
  tables.set(context, table);
  const fold = folded(word);
  if (table.answers.has(fold)) return table.answers.get(fold);
  const near = nearest(fold, table.names);
  if (table.answers.size < REMEMBERED_WORDS) table.answers.set(fold, near);
  return near;
}

function nearest(fold: string, names: readonly KnownName[]): Near | undefined {
  const letters = lettersOf(fold);
  const compared: Compared[] = [];
  let best: Compared | undefined;
  for (const known of names) {
    if (isFar(fold, letters, known)) continue;
    const one = { known, edits: editsBetween(fold, known.fold) };
    compared.push(one);
    if (best === undefined || one.edits < best.edits) best = one;
  }
  if (best === undefined || best.edits > nearEdits(best.known)) return undefined;
  const { known, edits } = best;
  const isRivalled = compared.some((other) => other.known.concept !== known.concept && other.edits <= edits + 1);
  return { name: known.name, concept: known.concept, certain: !isRivalled && isSlip(fold, best) };
}

/** As many edits as a name may be away and still be said to be near. */
function nearEdits({ fold }: KnownName): number {
  return Math.max(1, Math.floor(fold.length * NEAR_SHARE));
}

/** Told from lengths and letters alone: neither near, nor a rival of what is beyond doubt. */
function isFar(fold: string, letters: number, known: KnownName): boolean {
  const most = Math.max(TWO_EDITS + 1, nearEdits(known));
  if (Math.abs(known.fold.length - fold.length) > most) return true;
  return bitsIn(letters & ~known.letters) > most || bitsIn(known.letters & ~letters) > most;
}

function lettersOf(fold: string): number {
  let letters = 0;
  for (let at = 0; at < fold.length; at++) letters |= 1 << (fold.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Labels that name two things at once: データドリフト・コンセプトドリフト, Data and concept drift. */
const JOINT = /[・、,/()（）]| and /;

/** In code-unit order of the names, so that of two as near the same one is always taken; ids before labels. */
function knownNames(context: RuleContext): readonly KnownName[] {
  const known = context.names.flatMap((whole) => {
    const concept = context.conceptNamed(whole);
    if (concept === undefined) return [];
    const names = [...new Set([whole, ...whole.split(JOINT).map((piece) => piece.trim())])];
    return names
      .map((name) => ({ name, fold: folded(name), letters: lettersOf(folded(name)), concept }))
      .filter(({ name, fold }) => fold !== '' && context.conceptNamed(name) === concept);
  });
  const rank = ({ name, concept }: KnownName): number => (name === concept ? 0 : 1);
  return known.sort((a, b) => rank(a) - rank(b) || byText(a.name, b.name));
}

/** Letters put in, left out or changed; two neighbours that changed places count once. */
function editsBetween(a: string, b: string): number {
  return isSwapped(a, b) ? 1 : distance(a, b);
}

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** The first letter is hardly ever the wrong one, and a syllable before it turns the meaning: supervised, unsupervised. */
function isSlip(fold: string, { known, edits }: Compared): boolean {
  const length = Math.min(fold.length, known.fold.length);
  const allowed = length >= TWO_SLIPS ? TWO_EDITS : length >= ONE_SLIP ? 1 : 0;
  if (edits > allowed || fold[0] !== known.fold[0]) return false;
  if (weightyIn(fold) !== weightyIn(known.fold)) return false;
  return length >= SUBSTITUTION || fold.length !== known.fold.length || isSwapped(fold, known.fold);
}

function weightyIn(fold: string): string {
  return (fold.match(WEIGHTY) ?? []).join('');
}
