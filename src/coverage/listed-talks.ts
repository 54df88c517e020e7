/** The talks as a page lists them: without their texts, and in an order of their own. */
import { compareKeys, comparePoints } from './order.ts';
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
  return (
    compareKeys(a.event?.trim() ?? '', b.event?.trim() ?? '') ||
    compareYears(a.year, b.year) ||
    comparePoints(a.title, b.title) ||
    comparePoints(a.id, b.id)
  );
}

function compareYears(a: number | undefined, b: number | undefined): number {
  return a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : a - b;
}
