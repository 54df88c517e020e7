/** Whether a confidence means what it says: bins of confidences beside the share that is right. */

/** A tag that was found, and whether the labels have it too. */
export interface Claim {
  readonly confidence: number;
  readonly right: boolean;
}

export interface Bin {
  readonly low: number;
  readonly high: number;
  /** Mean confidence. */
  readonly confidence: number;
  /** Share of the tags that are right. */
  readonly right: number;
  readonly tags: number;
}

const BINS = 10;

/** Claims by confidence, as `binned` takes them. */
export function byConfidence<One extends Claim>(claims: Iterable<One>): readonly One[] {
  return [...claims].sort((a, b) => a.confidence - b.confidence);
}

/**
 * Up to ten bins of equal mass over sorted claims; equal confidences share a bin, so that the order of talks does not
 * matter. `timesOf` says how often a claim counts.
 */
export function binned<One extends Claim>(sorted: readonly One[], timesOf: (claim: One) => number = once): Bin[] {
  let total = 0;
  for (const claim of sorted) total += timesOf(claim);
  const size = Math.ceil(total / BINS);
  const bins: Bin[] = [];
  let open: OpenBin | undefined;
  for (const claim of sorted) {
    const times = timesOf(claim);
    if (times === 0) continue;
    if (open !== undefined && open.tags >= size && claim.confidence !== open.high) {
      bins.push(closed(open));
      open = undefined;
    }
    open ??= { low: claim.confidence, high: claim.confidence, sum: 0, right: 0, tags: 0 };
    open.high = claim.confidence;
    open.sum += times * claim.confidence;
    open.right += claim.right ? times : 0;
    open.tags += times;
  }
  if (open !== undefined) bins.push(closed(open));
  return bins;
}

/** Mean distance between confidence and share of right tags, each bin by its tags; null without any. */
export function eceOf(bins: readonly Bin[]): number | null {
  const total = bins.reduce((sum, { tags }) => sum + tags, 0);
  if (total === 0) return null;
  return bins.reduce((sum, { tags, confidence, right }) => sum + (tags / total) * Math.abs(confidence - right), 0);
}

interface OpenBin {
  readonly low: number;
  high: number;
  sum: number;
  right: number;
  tags: number;
}

function closed({ low, high, sum, right, tags }: OpenBin): Bin {
  return { low, high, confidence: sum / tags, right: right / tags, tags };
}

function once(): number {
  return 1;
}
