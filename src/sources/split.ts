/** Cuts a body into its talks: the one table of ways, in order of how sure they are. */
import type { Split } from './document.ts';
import type { PlacedText } from './entry.ts';
import { splitByHtml } from './html.ts';
import type { Block } from './markdown/block.ts';
import type { Body } from './markdown/place.ts';
import { splitAtEveryHeading, splitByHeadings } from './split-headings.ts';
import { splitByLabels } from './split-labels.ts';
import { splitByRules } from './split-rules.ts';
import { splitByTables } from './split-tables.ts';

/** One talk of a body with several. */
export interface TalkBlock {
  /** 0-based line of the body that it begins on. */
  readonly line: number;
  readonly block: Block & { readonly title?: PlacedText };
  /** The track that a line above its like names. */
  readonly track?: string;
}

type Way = (body: Body) => readonly TalkBlock[];

const WAYS: Readonly<Record<Split, readonly Way[]>> = {
  auto: [splitByHtml, splitByLabels, splitByHeadings, splitByRules, splitByTables],
  record: [splitByHtml, splitByLabels, splitByRules, splitByTables],
  heading: [splitAtEveryHeading],
  none: [],
};

/** The talks of a body where it holds several (at least two); none where it is one talk. */
export function splitBody(body: Body, mode: Split): readonly TalkBlock[] {
  for (const way of WAYS[mode]) {
    const blocks = way(body);
    if (blocks.length >= 2) return blocks;
  }
  return [];
}
