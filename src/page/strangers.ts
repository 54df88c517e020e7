/** What an address names that is not on the page: a link may be older than the talks. */
import { type PageData, STATUSES } from '../report/coverage/html/data.ts';
import { toolNamed } from './tool-name.ts';

/** Of a name that is too long to be one, so much is shown. */
const SHOWN = 60;

/** Values of the address behind `#` that name nothing here, in its order. */
export function strangersIn(hash: string, data: PageData): readonly string[] {
  return [...new URLSearchParams(hash.replace(/^#/, ''))]
    .filter(([key, value]) => KNOWN.get(key)?.(value, data) === false)
    .map(([, value]) => ([...value].length > SHOWN ? `${[...value].slice(0, SHOWN).join('')}…` : value));
}

type IsKnown = (value: string, data: PageData) => boolean;

const isGroup: IsKnown = (value, { groups }) => groups.includes(value);

/** What each key of an address may name: looked up when it does, since names and talks are many. */
const KNOWN: ReadonlyMap<string, IsKnown> = new Map<string, IsKnown>([
  ['concept', (value, { concepts }) => concepts.some(({ id }) => id === value)],
  ['group', isGroup],
  ['tool', (value, { tools }) => toolNamed(value, tools) !== undefined],
  ['organisation', (value, { organisations }) => organisations.includes(value)],
  ['lang', (value, { strings, talks = [] }) => talks.some(([, , , , lang]) => (strings[lang] ?? '') === value)],
  ['status', (value) => STATUSES.some((status) => status === value)],
  ['before', isGroup],
  ['after', isGroup],
]);
