/** What charts of shares are asked for with. */
import type { Weight } from '../../../coverage/types.ts';
import type { Language } from './words.ts';

export interface SharesOptions {
  /** Unique on the page; letters, digits and `-`. */
  readonly id: string;
  readonly lang: Language;
  /** What the shares are shares of. */
  readonly weight: Weight;
  /** The part whose elements are shown; those of all parts when absent. */
  readonly part?: string;
}
