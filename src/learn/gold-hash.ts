import { createHash } from 'node:crypto';
import type { GoldTalk } from '../evaluate/gold.ts';
import { textsOf } from './samples.ts';

/** SHA-256 over talks and labels: the same for the same ones in any order and from any file. */
export function goldHash(talks: readonly GoldTalk[]): string {
  const hash = createHash('sha256');
  for (const line of talks.map(goldLine).sort()) hash.update(`${line}\n`);
  return hash.digest('hex');
}

/** All that is learned from a talk, in one line. */
export function goldLine({ talk, gold }: GoldTalk): string {
  const { id, event = null, lang = null, keywords } = talk;
  const told = keywords === undefined ? [] : [keywords];
  return JSON.stringify([id, event, lang, textsOf(talk), gold.tags, gold.primary, ...told]);
}
