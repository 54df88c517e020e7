/** Talks as counting takes them, written short. */
import { CoverageCounter } from '../../src/coverage/counter.ts';
import type { CountedTalk, Coverage, Weight } from '../../src/coverage/types.ts';
import { taxonomyOf } from '../support/taxonomy.ts';
import { countedTalk, partIn, products as productsOf } from './counted-talk.ts';

export const TAXONOMY = taxonomyOf({
  monitoring: { drift: [], alerts: [] },
  serving: { canary: [], batch: [] },
});

export interface Written extends Partial<Omit<CountedTalk, 'tags' | 'source'>> {
  /** Elements, the first is the primary; with a confidence behind an @: `drift@0.9`; 0.8 without. */
  readonly tags?: readonly string[];
  /** By element, products that are evidence for it. */
  readonly products?: Readonly<Record<string, readonly string[]>>;
  readonly path?: string;
}

export function talkOf({ tags = [], products = {}, path = '発表.md', ...more }: Written, number = 1): CountedTalk {
  const read = tags.map((text) => {
    const [id = '', confidence = '0.8'] = text.split('@');
    const evidence = productsOf(Object.hasOwn(products, id) ? (products[id] ?? []) : []);
    return { id, part: partIn(TAXONOMY, id, 'elsewhere'), confidence: Number(confidence), evidence };
  });
  return countedTalk(read, { id: `発表-${number}`, title: `発表${number}`, source: { path }, ...more });
}

export function talksOf(written: readonly Written[]): readonly CountedTalk[] {
  return written.map((one, i) => talkOf(one, i + 1));
}

export interface Counting {
  readonly by?: string;
  readonly and?: string;
  readonly weight?: Weight;
  readonly includeReview?: boolean;
}

export function counterOf(
  talks: readonly CountedTalk[],
  { weight = 'talk', includeReview = false, ...by }: Counting = {},
): CoverageCounter {
  const counter = new CoverageCounter({ ...by, weight, includeReview, taxonomy: TAXONOMY });
  for (const talk of talks) counter.add(talk);
  return counter;
}

export function coverageOf(written: readonly Written[], counting: Counting = {}): Coverage {
  return counterOf(talksOf(written), counting).coverage();
}

/** `count` talks, each as `written` says. */
export function times(count: number, written: Written): readonly Written[] {
  return Array.from({ length: count }, () => written);
}
