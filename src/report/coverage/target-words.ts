/** A target in words: what it counts, and of whom it is asked. */
import { conceptBehind } from '../../coverage/targets.ts';
import type { TargetResult } from '../../coverage/types.ts';
import { visibleLine } from '../text.ts';
import type { View } from './view.ts';

/** As it was written, and behind it what it counts where its words are another name of that. */
export function targetText(result: TargetResult, { context, label }: Pick<View, 'context' | 'label'>): string {
  const behind = conceptBehind(result, context.taxonomy);
  const written = visibleLine(result.target);
  return behind === undefined ? written : `${written} (${label(behind)})`;
}

/** What there is none of to hold it against; undefined where it was held. */
export function lacksWords({ lacks }: TargetResult, { by }: { readonly by: string | null }): string | undefined {
  if (lacks === undefined) return undefined;
  return lacks === 'talks' ? 'there is no talk' : `there is no ${by === null ? 'group' : visibleLine(by)}`;
}
