/** What an address names that is not on the page: a link may be older than the talks. */
import { type PageData, STATUSES } from '../report/coverage/html/data.ts';

/** Of a name that is too long to be one, so much is shown. */
const SHOWN = 60;

/** Values of the address behind `#` that name nothing here, in its order. */
export function strangersIn(hash: string, data: PageData): readonly string[] {
  const known = knownNames(data);
  return [...new URLSearchParams(hash.replace(/^#/, ''))]
    .filter(([key, value]) => known.get(key)?.has(value) === false)
    .map(([, value]) => ([...value].length > SHOWN ? `${[...value].slice(0, SHOWN).join('')}…` : value));
}

function knownNames({
  concepts,
  groups,
  tools,
  organisations,
  strings,
  talks = [],
}: PageData): ReadonlyMap<string, ReadonlySet<string>> {
  const groupNames = new Set(groups);
  return new Map<string, ReadonlySet<string>>([
    ['concept', new Set(concepts.map(({ id }) => id))],
    ['group', groupNames],
    ['tool', new Set(tools)],
    ['organisation', new Set(organisations)],
    ['lang', new Set(talks.map(([, , , , lang]) => strings[lang] ?? ''))],
    ['status', new Set(STATUSES)],
    ['before', groupNames],
    ['after', groupNames],
  ]);
}
