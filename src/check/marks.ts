/** Which talks may concern each other, in a few letters a talk: of thousands in the cache only those are opened that matter. */
import { hash52 } from '../sources/seen.ts';
import { RULES } from './rules/index.ts';
import type { Mark, RunRule } from './rules/types.ts';
import type { TalkFacts } from './types.ts';

export const RUN_RULES: readonly RunRule[] = Object.values(RULES).filter((rule) => rule.scope === 'run');

/** The groups and variants of all rules for some talks, as words with blanks between them. */
export function marksOf(talks: readonly TalkFacts[]): string {
  const words = talks.flatMap((talk) => RUN_RULES.flatMap((rule) => Array.from(rule.marks(talk), wordOf)));
  return [...new Set(words)].join(' ');
}

/** Two marks share a word by chance once in millions of talks, and then one more talk is opened. */
function wordOf({ group, variant }: Mark): string {
  const name = hash52(group).toString(36);
  return variant === undefined ? name : `${name}.${hash52(variant).toString(36)}`;
}

/** The keys of `marks` whose talks may concern those that `asked` are the marks of. */
export function concerned(asked: readonly string[], marks: ReadonlyMap<string, string>): readonly string[] {
  const variants = new Map<string, Set<string>>();
  for (const { group, variant } of asked.flatMap(wordsIn)) {
    const known = variants.get(group);
    if (known === undefined) variants.set(group, new Set([variant]));
    else known.add(variant);
  }
  const others = Array.from(marks, ([key, words]) => ({
    key,
    words: wordsIn(words).filter((word) => variants.has(word.group)),
  }));
  for (const { words } of others) for (const { group, variant } of words) variants.get(group)?.add(variant);
  const speaks = ({ group, variant }: Word): boolean => variant === '' || (variants.get(group)?.size ?? 0) > 1;
  return others.filter(({ words }) => words.some(speaks)).map(({ key }) => key);
}

interface Word {
  readonly group: string;
  /** Empty where the group alone counts. */
  readonly variant: string;
}

function wordsIn(marks: string): readonly Word[] {
  return marks === ''
    ? []
    : marks.split(' ').map((word) => {
        const [group = '', variant = ''] = word.split('.');
        return { group, variant };
      });
}
