/** Which talks a report shows. */
import { conceptNamed, disagrees } from '../classify/declared.ts';
import type { Classifier } from '../classify/index.ts';
import { UsageError } from '../findings.ts';
import { didYouMean } from '../nearest.ts';
import type { TaggedTalk, Talk } from '../talk.ts';
import type { Taxonomy } from '../taxonomy/types.ts';

export interface Selection {
  readonly only?: readonly string[];
  readonly status?: readonly string[];
  readonly lang?: readonly string[];
}

export const STATUSES = ['tagged', 'untagged', 'review'];
export const LANGUAGES = ['en', 'ja', 'other'];

/** @throws UsageError for a concept, status or language that there is not */
export function selector({ only, status, lang }: Selection, taxonomy: Taxonomy): (talk: TaggedTalk) => boolean {
  const ids = only?.map((name) => conceptId(name, taxonomy));
  check('--status', status, STATUSES);
  const speaks = languageSelector(lang);
  return (talk) =>
    (ids === undefined || talk.tags.some(({ id, part }) => ids.includes(id) || ids.includes(part))) &&
    (status === undefined || status.includes(talk.status)) &&
    speaks(talk);
}

/** Whether a talk is in one of the languages that `--lang` asks for. @throws UsageError for one that there is not */
export function languageSelector(lang: readonly string[] | undefined): (talk: Pick<Talk, 'lang'>) => boolean {
  check('--lang', lang, LANGUAGES);
  return (talk) => lang === undefined || lang.includes(languageGroup(talk.lang));
}

/** Whether `--only` asks for an element, by its own name or its part's. @throws UsageError for a concept that there is not */
export function conceptSelector(only: readonly string[] | undefined, taxonomy: Taxonomy): (id: string) => boolean {
  if (only === undefined) return () => true;
  const wanted = new Set(only.map((name) => conceptId(name, taxonomy)));
  const broader = new Map(taxonomy.concepts.map((concept) => [concept.id, concept.broader]));
  return (id) => wanted.has(id) || wanted.has(broader.get(id) ?? '');
}

function conceptId(name: string, taxonomy: Taxonomy): string {
  const id = conceptNamed(name, taxonomy);
  if (id !== undefined) return id;
  const ids = taxonomy.concepts.map((concept) => concept.id);
  throw new UsageError(
    `--only: the taxonomy "${taxonomy.id}" has no element or part "${name}"${didYouMean(name, ids)}. "mlops-tag taxonomy list" shows them.`,
  );
}

function check(flag: string, values: readonly string[] | undefined, known: readonly string[]): void {
  const wrong = values?.find((value) => !known.includes(value));
  if (wrong !== undefined)
    throw new UsageError(`${flag}: "${wrong}" is none of ${known.join(', ')}${didYouMean(wrong, known)}.`);
}

/** `en`, `ja`, or `other` for neither. */
export function languageGroup(lang: string | undefined): string {
  const primary = lang?.split('-')[0];
  return primary === 'en' || primary === 'ja' ? primary : 'other';
}

/** What `--sort` takes. */
export const ORDERS = ['source', 'title', 'confidence', 'doubt'] as const;
export type Order = (typeof ORDERS)[number];

/** The order asked for; of talks that are up for review alone, the most doubtful come first. */
export function orderOf(sort: Order | undefined, { status }: Selection): Order {
  return sort ?? (status?.every((one) => one === 'review') ? 'doubt' : 'source');
}

type Comparison = (a: TaggedTalk, b: TaggedTalk) => number;

/** A comparison for an order; ties go by title, then id, so that the order never hangs on chance. */
export function comparison(by: Exclude<Order, 'source'>, { taxonomy, threshold }: Classifier): Comparison {
  const byTitle: Comparison = (a, b) => compare(a.title, b.title) || compare(a.id, b.id);
  if (by === 'title') return byTitle;
  if (by === 'confidence')
    return (a, b) => (b.tags[0]?.confidence ?? 0) - (a.tags[0]?.confidence ?? 0) || byTitle(a, b);
  const certainty = (talk: TaggedTalk): number =>
    disagrees(talk, talk.tags, taxonomy) ? 0 : distance(talk, threshold);
  const certainties = new WeakMap<TaggedTalk, number>();
  const of = (talk: TaggedTalk): number => {
    const known = certainties.get(talk) ?? certainty(talk);
    certainties.set(talk, known);
    return known;
  };
  return (a, b) => of(a) - of(b) || byTitle(a, b);
}

/** How far the best confidence of a talk lies from the threshold. */
function distance({ tags, near }: TaggedTalk, threshold: number): number {
  return Math.abs((tags[0]?.confidence ?? near[0]?.confidence ?? 0) - threshold);
}

/** By code unit: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
