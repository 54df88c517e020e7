/** Finds the earlier talk that a talk repeats, in a time that grows with the number of talks alone. */
import { folded, occasionOf } from './fold.ts';
import type { TalkFacts } from './types.ts';

/** Stands for a value that a talk does not say, and for any value at all; neither is a folded text. */
const UNSAID = '-';
const ANY = '*';

/**
 * Talks that may be one: event, year, language and speakers agree wherever both say them. A talk is kept under every mask of what it
 * says, so that another finds it by a handful of look-ups, however many talks share the title.
 */
export class TalkIndex {
  private readonly first = new Map<string, { readonly order: number; readonly talk: TalkFacts }>();
  private count = 0;

  /** Adds the talk; the first before it that may be the same, undefined where there is none. */
  add(talk: TalkFacts): TalkFacts | undefined {
    const said = valuesOf(talk);
    const speakers = speakersOf(talk);
    const before = this.earliest(keys(said.map(agreeing), speakers.length === 0 ? [ANY] : [...speakers, UNSAID]));
    const masks = said.map((value) => [value ?? UNSAID, ANY]);
    for (const key of keys(masks, [...(speakers.length === 0 ? [UNSAID] : speakers), ANY])) {
      if (!this.first.has(key)) this.first.set(key, { order: this.count, talk });
    }
    this.count++;
    return before;
  }

  private earliest(wanted: readonly string[]): TalkFacts | undefined {
    let least = Number.POSITIVE_INFINITY;
    let found: TalkFacts | undefined;
    for (const key of wanted) {
      const entry = this.first.get(key);
      if (entry === undefined || entry.order >= least) continue;
      least = entry.order;
      found = entry.talk;
    }
    return found;
  }
}

/** What tells talks apart: event, year, language. */
function valuesOf({ event, year, lang }: TalkFacts): readonly (string | undefined)[] {
  const occasion = event === undefined ? undefined : occasionOf(event, year);
  const when = year?.toString() ?? occasion?.year;
  return [occasion?.name || undefined, when?.slice(-2), lang?.toLowerCase().replace(/-.*$/, '')];
}

function speakersOf({ speakers = [] }: TalkFacts): readonly string[] {
  return speakers.map(folded).filter(Boolean);
}

/** The values of other talks that do not speak against this one. */
function agreeing(value: string | undefined): readonly string[] {
  return value === undefined ? [ANY] : [value, UNSAID];
}

/** Every combination of one value each; loops, since a title or a text that thousands share makes thousands of them. */
function keys(choices: readonly (readonly string[])[], speakers: readonly string[]): readonly string[] {
  let begun = [''];
  for (const values of [...choices, speakers]) {
    const longer: string[] = [];
    for (const start of begun) for (const value of values) longer.push(`${start}\n${value}`);
    begun = longer;
  }
  return begun;
}
