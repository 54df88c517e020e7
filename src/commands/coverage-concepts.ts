/** Targets of concepts that nothing can count, told before all is counted. */
import { resolve } from 'node:path';
import { ourFileAt } from '../coverage/records/read.ts';
import { type Target, unknownIn } from '../coverage/targets.ts';
import { UsageError } from '../findings.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { CommandContext } from './context.ts';

interface Read {
  readonly taxonomy: Taxonomy;
  readonly inputs: readonly string[];
  readonly readsStdin: boolean;
}

/** @throws UsageError for a concept that the taxonomy has not, unless there are records, which may have it */
export function refuseUnknown(
  targets: readonly Target[] | undefined,
  { taxonomy, inputs, readsStdin }: Read,
  { cwd }: CommandContext,
): void {
  const mistake = unknownIn(targets ?? [], taxonomy);
  if (mistake === undefined || readsStdin) return;
  const isOurs = (path: string): boolean => ourFileAt({ path, file: resolve(cwd, path), named: true }) !== undefined;
  if (!inputs.some(isOurs)) throw new UsageError(mistake);
}
