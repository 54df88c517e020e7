/** What every thread does: a file's talks classified, between them what else the file yields. */
import type { Classifier } from './classify/index.ts';
import type { Finding } from './findings.ts';
import type { FileRef } from './sources/discover.ts';
import { isFinding } from './sources/document.ts';
import { type FileDone, fileTalks, type ReadEvent, type ReadOptions } from './sources/read.ts';
import type { TaggedTalk } from './talk.ts';

export type PipelineEvent = TaggedTalk | Finding | FileDone;

export function isFileDone(event: object): event is FileDone {
  return 'kind' in event && event.kind === 'file';
}

/** All that some files yield, gathered. */
export async function tagFiles(
  files: readonly FileRef[],
  classifier: Classifier,
  options: ReadOptions,
): Promise<readonly PipelineEvent[]> {
  const events: PipelineEvent[] = [];
  for (const file of files) for await (const event of fileTalks(file, options)) events.push(tagged(event, classifier));
  return events;
}

/** What can cross a thread and what a report needs: the talk without its texts and the functions that place them. */
export function portable(event: PipelineEvent): PipelineEvent {
  if (!('tags' in event)) return event;
  const { placements: _placements, abstract: _abstract, body: _body, keywords: _keywords, ...rest }: TaggedTalk = event;
  return rest;
}

/** A talk with its tags; anything else as it is. */
export function tagged(event: ReadEvent, classifier: Classifier): PipelineEvent {
  return isFinding(event) || isFileDone(event) ? event : classifier.classify(event);
}
