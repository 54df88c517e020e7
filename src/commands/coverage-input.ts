/** What `coverage` counts: talks that it tags, or records that `tag` wrote. */

import type { CountedTalk } from '../coverage/types.ts';
import type { Finding } from '../findings.ts';
import type { Pipeline } from '../pipeline.ts';
import type { FileDone } from '../sources/read.ts';

export type CountedEvent = CountedTalk | Finding | FileDone;

export async function* countedTalks(pipeline: Pipeline): AsyncGenerator<CountedEvent> {
  yield* pipeline.tagged();
}
