/** The talks as a page lists them: without their texts, and in an order of their own. */
import type { CountedTalk } from './types.ts';

/** The talk without abstract and body, which are most of what is kept of it. */
export function withoutTexts(talk: CountedTalk): CountedTalk {
  const { id, title, event, year, date, lang, track, speakers, organisations, url, extra } = talk;
  return {
    id,
    title,
    ...(event === undefined ? {} : { event }),
    ...(year === undefined ? {} : { year }),
    ...(date === undefined ? {} : { date }),
    ...(lang === undefined ? {} : { lang }),
    ...(track === undefined ? {} : { track }),
    ...(speakers === undefined ? {} : { speakers }),
    ...(organisations === undefined ? {} : { organisations }),
    ...(url === undefined ? {} : { url }),
    ...(extra === undefined ? {} : { extra }),
    source: talk.source,
    status: talk.status,
    primary: talk.primary,
    tags: talk.tags,
  };
}

/** For sorting: by event, year, title and id; what has no event or year comes last. */
export function byOccasion(a: CountedTalk, b: CountedTalk): number {
  return order(a.event, b.event) || order(a.year, b.year) || order(a.title, b.title) || order(a.id, b.id);
}

function order<Value extends string | number>(a: Value | undefined, b: Value | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b ? -1 : 1;
}
