/** The record of a talk, `mlops-tag/talk@1`: the contract of ndjson and json. The texts themselves are not in it. */
import type { Evidence, Near, Tag, TaggedTalk } from '../talk.ts';

export interface TalkRecord extends Omit<TaggedTalk, 'abstract' | 'body' | 'keywords' | 'placements'> {
  readonly schema: 'mlops-tag/talk@1';
}

/** Keys in the contract's order; what the talk does not have is left out, `primary` never is. */
export function talkRecord(talk: TaggedTalk): TalkRecord {
  const { event, year, date, lang, track, speakers, organisations, url, extra, declared } = talk;
  return {
    schema: 'mlops-tag/talk@1',
    id: talk.id,
    title: talk.title,
    ...(event === undefined ? {} : { event }),
    ...(year === undefined ? {} : { year }),
    ...(date === undefined ? {} : { date }),
    ...(lang === undefined ? {} : { lang }),
    ...(track === undefined ? {} : { track }),
    ...(speakers?.length ? { speakers } : {}),
    ...(organisations?.length ? { organisations } : {}),
    ...(url === undefined ? {} : { url }),
    ...(extra !== undefined && Object.keys(extra).length > 0 ? { extra } : {}),
    source: { path: talk.source.path, line: talk.source.line },
    ...(declared?.length ? { declared } : {}),
    status: talk.status,
    primary: talk.primary,
    tags: talk.tags.map(tagRecord),
    near: talk.near.map(nearRecord),
  };
}

function tagRecord({ id, part, label, confidence, evidence }: Tag): Tag {
  return { id, part, label, confidence, evidence: evidence.map(evidenceRecord) };
}

export function evidenceRecord({ term, kind, text, field, line, column, exact, weight }: Evidence): Evidence {
  return { term, kind, text, field, line, column, exact, weight };
}

function nearRecord({ id, confidence, missing }: Near): Near {
  return { id, confidence, missing };
}
