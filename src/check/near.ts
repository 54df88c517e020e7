/** The known name that a misspelt one was most likely meant to be, and whether that is beyond doubt. */
import { distance } from 'fastest-levenshtein';
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
/** In shorter words one letter for another makes another word: draft and drift. */
const SUBSTITUTION = 6;

/** What no slip of the finger changes: each kanji and each digit has a meaning of its own. */
const WEIGHTY = /[\p{Script=Han}\p{N}]/gu;

const tables = new WeakMap<RuleContext, readonly KnownName[]>();

/** The known name nearest to `word`, which names none; undefined when nothing is near. */
export function nearTo(word: string, context: RuleContext): Near | undefined {
  const fold = folded(word);
  const table = tables.get(context) ?? knownNames(context);
  tables.set(context, table);
  const compared = table
    .filter((known) => Math.abs(known.fold.length - fold.length) <= reach(fold))
    .map((known) => ({ known, edits: editsBetween(fold, known.fold) }));
  const best = compared.reduce<Compared | undefined>(
    (least, one) => (least === undefined || one.edits < least.edits ? one : least),
    undefined,
  );
  if (best === undefined || best.edits > Math.max(1, Math.floor(best.known.fold.length * NEAR_SHARE))) return undefined;
  const { name, concept } = best.known;
  const rivalled = compared.some(({ known, edits }) => known.concept !== concept && edits <= best.edits + 1);
  return { name, concept, certain: !rivalled && isSlip(fold, best) };
}

/** Names whose length differs by more can be neither near nor rivals. */
function reach(fold: string): number {
  return Math.max(3, Math.ceil(fold.length / 2));
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
      .map((name) => ({ name, fold: folded(name), concept }))
      .filter(({ name, fold }) => fold !== '' && context.conceptNamed(name) === concept);
  });
  const rank = ({ name, concept }: KnownName): number => (name === concept ? 0 : 1);
  return known.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : Number(a.name > b.name)));
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
  const allowed = length >= TWO_SLIPS ? 2 : length >= ONE_SLIP ? 1 : 0;
  if (edits > allowed || fold[0] !== known.fold[0]) return false;
  if (weightyIn(fold) !== weightyIn(known.fold)) return false;
  return length >= SUBSTITUTION || fold.length !== known.fold.length || isSwapped(fold, known.fold);
}

function weightyIn(fold: string): string {
  return (fold.match(WEIGHTY) ?? []).join('');
}
