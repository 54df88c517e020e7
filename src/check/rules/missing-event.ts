/** A talk that was given nowhere. */
import type { TalkRule } from './types.ts';

export const missingEvent: TalkRule = {
  id: 'missing-event',
  scope: 'talk',
  aboutTags: false,
  severity: 'warning',
  summary: 'a talk of no event',
  help: 'Coverage is counted by event. Write one, or let the config read it from the path (`paths`).',
  *check({ talk: { event }, span }) {
    if (event !== undefined && event.trim() !== '') return;
    yield {
      span,
      message:
        'has no event, so it is counted under none; write `event`, or let the config read it from the path (`paths: talks/{event}/*.md`)',
    };
  },
};
