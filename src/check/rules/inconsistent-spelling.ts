/** Keywords that differ only in how they are written. */
import { byPlace, bySpan, byText } from '../by-place.ts';
import { shownWord, singularKey, spellingKey } from '../spelling.ts';
import type { PlacedWord, Related, RuleFinding, TalkFacts } from '../types.ts';
import { quoted } from '../wording.ts';
import type { RunRule } from './types.ts';

interface Place {
  readonly talk: TalkFacts;
  readonly word: PlacedWord;
  /** The word as it is compared. */
  readonly text: string;
}

/** Places of one word, in their order. */
type Group = Place[];

export const inconsistentSpelling: RunRule = {
  id: 'inconsistent-spelling',
  scope: 'run',
  mutual: false,
  severity: 'warning',
  summary: 'one keyword in several spellings',
  help: 'Keep one spelling, so that lists and searches find all of its talks.',
  *marks({ words }) {
    for (const { text } of words) {
      const key = spellingKey(text);
      if (key !== '') yield { group: `word ${singularKey(key) ?? key}`, variant: shownWord(text) };
    }
  },
  check(talks) {
    const places = talks
      .flatMap((talk) => talk.words.map((word) => ({ talk, word, text: shownWord(word.text) })))
      .sort((a, b) => byText(a.talk.path, b.talk.path) || bySpan(a.word, b.word));
    return groupsOf(places).flatMap(strays).sort(byPlace);
  },
};

function groupsOf(places: readonly Place[]): readonly Group[] {
  const keys = new Map<string, string>();
  const groups = new Map<string, Group>();
  for (const place of places) {
    const key = keys.get(place.text) ?? spellingKey(place.text);
    keys.set(place.text, key);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  groups.delete('');
  for (const [key, group] of groups) {
    const singular = groups.get(singularKey(key) ?? '');
    if (singular === undefined) continue;
    singular.push(...group);
    groups.delete(key);
  }
  return [...groups.values()];
}

/** The places where a word is not written as it mostly is. */
function strays(group: Group): readonly RuleFinding[] {
  const counts = new Map<string, number>();
  for (const { text } of group) counts.set(text, (counts.get(text) ?? 0) + 1);
  if (counts.size < 2) return [];
  const [right = '', count = 0] = [...counts].reduce((best, one) => (isBetter(one, best) ? one : best));
  const model = group.find(({ text }) => text === right);
  return group
    .filter(({ text, talk }) => text !== right && !talk.locked)
    .map((place) => findingOf(place, right, count, model));
}

type Counted = readonly [text: string, count: number];

function isBetter([text, count]: Counted, [bestText, bestCount]: Counted): boolean {
  return count === bestCount ? text < bestText : count > bestCount;
}

function findingOf({ talk, word, text }: Place, right: string, count: number, model: Place | undefined): RuleFinding {
  const { text: _, ...span } = word;
  const places = count === 1 ? 'one other place' : `${count} other places`;
  return {
    rule: 'inconsistent-spelling',
    path: talk.path,
    ...span,
    talk: talk.id,
    tag: text,
    identity: `${talk.title}\n${text}`,
    message: `${quoted(text)} is written ${quoted(right)} in ${places}; write it so here too`,
    ...(model === undefined ? {} : { related: [relatedTo(model)] }),
  };
}

function relatedTo({ talk, word: { text, ...span } }: Place): Related {
  return { path: talk.path, ...span, message: `${quoted(text)} here` };
}
