import { createHash } from 'node:crypto';
import type { GoldTalk } from '../evaluate/gold.ts';
import { textsOf } from './samples.ts';

/** SHA-256 over talks and labels: the same for the same ones in any order and from any file. */
export function goldHash(talks: readonly GoldTalk[]): string {
  const lines = talks.map(({ talk, gold }) =>
    JSON.stringify([talk.id, talk.event ?? null, talk.lang ?? null, textsOf(talk), gold.tags, gold.primary]),
  );
  const hash = createHash('sha256');
  for (const line of lines.sort()) hash.update(`${line}\n`);
  return hash.digest('hex');
}
