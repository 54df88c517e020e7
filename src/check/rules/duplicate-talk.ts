/** Talks that stand in the sources twice. */
import { bySpan, byText } from '../by-place.ts';
import { folded } from '../fold.ts';
import { namesNoTalk } from '../general-titles.ts';
import { TalkIndex } from '../same-talk.ts';
import type { RuleFinding, TalkFacts } from '../types.ts';
import { quoted } from '../wording.ts';
import type { RunRule } from './types.ts';

/** How two talks show that they are one, the plainest first. */
const SIGNS = ['id', 'title', 'description'] as const;
type Sign = (typeof SIGNS)[number];

interface Repeat {
  readonly sign: Sign;
  readonly talk: TalkFacts;
  readonly first: TalkFacts;
}

export const duplicateTalk: RunRule = {
  id: 'duplicate-talk',
  scope: 'run',
  mutual: true,
  severity: 'error',
  summary: 'the same talk twice',
  help: 'Take one of the two out, or tell them apart by title or event.',
  *marks(talk) {
    for (const sign of SIGNS) {
      // Ids are compared within a file, whose talks are all there or none.
      const key = sign === 'id' ? undefined : keyOf(sign, talk);
      if (key !== undefined) yield { group: `${sign} ${key}` };
    }
  },
  *check(talks) {
    const placed = talks.toSorted((a, b) => byText(a.path, b.path) || bySpan(a.span, b.span));
    const repeats = new Map<TalkFacts, Repeat>();
    for (const sign of SIGNS) {
      for (const repeat of repeatsBy(sign, placed)) if (!repeats.has(repeat.talk)) repeats.set(repeat.talk, repeat);
    }
    for (const talk of placed) {
      const repeat = repeats.get(talk);
      if (repeat !== undefined) yield findingOf(repeat);
    }
  },
};

function* repeatsBy(sign: Sign, talks: readonly TalkFacts[]): Iterable<Repeat> {
  for (const group of groups(talks, (talk) => keyOf(sign, talk))) {
    const index = new TalkIndex();
    for (const talk of group) {
      const first = sign === 'id' ? group[0] : index.add(talk);
      if (first !== undefined && first !== talk) yield { sign, talk, first };
    }
  }
}

/** Those with more than one talk. */
function groups(talks: readonly TalkFacts[], key: (talk: TalkFacts) => string | undefined): readonly TalkFacts[][] {
  const byKey = new Map<string, TalkFacts[]>();
  for (const talk of talks) {
    const name = key(talk);
    if (name === undefined) continue;
    const group = byKey.get(name);
    if (group === undefined) byKey.set(name, [talk]);
    else group.push(talk);
  }
  return [...byKey.values()].filter(({ length }) => length > 1);
}

function keyOf(sign: Sign, talk: TalkFacts): string | undefined {
  if (sign === 'id') return talk.identified ? `${talk.path}\n${talk.id}` : undefined;
  if (sign === 'description') return talk.description;
  const title = folded(talk.title);
  // A file's name is no title that two talks could share.
  return !talk.titled || namesNoTalk(title, talk) ? undefined : title;
}

/** Of three copies in one file the third is another finding than the second. */
function ownId({ id, path }: TalkFacts): string {
  return id.startsWith(`${path}#`) ? id.slice(path.length) : id;
}

const SHARED: Readonly<Record<Sign, string>> = {
  id: 'the same id',
  title: 'the same title',
  description: 'the same description',
};

function findingOf({ sign, talk, first }: Repeat): RuleFinding {
  return {
    rule: 'duplicate-talk',
    path: talk.path,
    ...talk.span,
    talk: talk.id,
    identity: [folded(talk.title), folded(first.title), ownId(talk)].join('\n'),
    message: `the talk is there already: ${quoted(first.title)} in ${first.path}:${first.span.line} has ${SHARED[sign]}; take one of the two out, or tell them apart by ${sign === 'id' ? 'their ids' : 'title, event or year'}`,
    related: [{ path: first.path, ...first.span, message: `has ${SHARED[sign]}` }],
  };
}
