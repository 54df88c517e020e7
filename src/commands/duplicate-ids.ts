/** Ids that more than one talk has, told one by one up to a number, then counted: a folder may be a copy of another. */
import type { Finding } from '../findings.ts';
import { Seen } from '../sources/seen.ts';
import type { Talk } from '../talk.ts';

/** Talks of a run whose id is told to be another's too. */
const MAX_TOLD = 100;

export class DuplicateIds {
  private readonly seen = new Seen();
  private told = 0;
  private left = 0;
  private firstLeft: Talk['source'] | undefined;

  /** Remembers the talk's id; the finding that another has it, unless enough were told. */
  findingOn({ id, source }: Pick<Talk, 'id' | 'source'>): Finding | undefined {
    if (this.seen.add(id)) return undefined;
    if (++this.told <= MAX_TOLD) return { code: 'duplicate-id', id, path: source.path, line: source.line };
    this.left++;
    this.firstLeft ??= source;
    return undefined;
  }

  /** The finding that says how many were not told, at the place of the first of them. */
  rest(): Finding | undefined {
    if (this.firstLeft === undefined) return undefined;
    const { path, line } = this.firstLeft;
    return { code: 'more-duplicate-ids', left: this.left, path, line };
  }
}
