/** A talk that was given nowhere. */
import { folded } from '../fold.ts';
import { isProgramme } from '../general-titles.ts';
import type { TalkRule } from './types.ts';

export const missingEvent: TalkRule = {
  id: 'missing-event',
  scope: 'talk',
  aboutTags: false,
  severity: 'warning',
  summary: 'a talk of no event',
  help: 'Coverage is counted by event. Write one, or let the config read it from the path (`paths`).',
  *check({ talk, span }) {
    if ((talk.event ?? '').trim() !== '' || isProgramme(folded(talk.title), talk)) return;
    yield {
      span,
      message: 'the talk names no event; write `event`, or let the config read it from the path (`paths`)',
    };
  },
};
