/** A labelled talk beside what was found in it: what measuring needs of a talk, and no text but the words of the evidence. */
import type { Near, Status, TaggedTalk, TalkSource } from '../talk.ts';
import type { Claim } from './calibration.ts';
import type { GoldTalk, Labels } from './gold.ts';

export interface FoundTag {
  readonly id: string;
  readonly confidence: number;
  /** The strongest wordings that it rests on. */
  readonly words: readonly string[];
}

export interface JudgedTalk {
  readonly id: string;
  readonly title: string;
  /** `en`, `ja`, or `other`. */
  readonly lang: string;
  readonly event?: string;
  readonly source: TalkSource;
  readonly gold: Labels;
  readonly second?: Labels;
  readonly found: Labels;
  /** By confidence. */
  readonly tags: readonly FoundTag[];
  readonly near: readonly Near[];
  readonly status: Status;
  readonly claims: readonly Claim[];
}

/** Wordings kept for each tag. */
const WORDS = 3;

export function judgedTalk({ gold, second }: GoldTalk, talk: TaggedTalk, lang: string): JudgedTalk {
  const { id, title, event, source, primary, tags, near, status } = talk;
  const truth = new Set(gold.tags);
  return {
    id,
    title,
    lang,
    ...(event === undefined ? {} : { event }),
    source,
    gold,
    ...(second === undefined ? {} : { second }),
    found: { tags: tags.map((tag) => tag.id), primary },
    tags: tags.map((tag) => ({
      id: tag.id,
      confidence: tag.confidence,
      words: [...new Set(tag.evidence.map(({ text }) => text))].slice(0, WORDS),
    })),
    near,
    status,
    claims: tags.map((tag) => ({ confidence: tag.confidence, right: truth.has(tag.id) })),
  };
}
