/** What the keys of a tree say about what stands under them, folded as the table of aliases folds keys. */

/** Lists under these keys are talks, so that `name` alone is a title in them. */
export const TALKS = keys(
  'talks talk sessions session presentations presentation lectures lecture submissions proposals papers posters keynotes lightningtalks ' +
    'workshops tutorials 講演 発表 トーク セッション',
);
/** What encloses talks and is never one itself. */
export const FRAMES = keys('days tracks rooms stages streams groups timeslots conference halls');
/** Timetables, whose rows may be talks. */
export const TIMETABLES = keys('schedule program programme timetable agenda slots slot events');
/** Talks if they say more than a title; a talk has such lists too (its videos, its parts). */
export const LISTS = keys('results items entries videos episodes data content records');
/** What is about people, links and places; no talk stands in it. */
export const NEVER = keys(
  'speakers speaker presenters persons people authors author guests organizers organisers sponsors partners staff team members links resources ' +
    'attachments questions questionanswers answers categories categoryitems tags keywords recommendations related relatedposts timestamps chapters ' +
    'quotableclips transcript subtitles gold second faq menu nav navigation venues venue locations sociallinks urls images gallery 登壇者 講演者',
);

/** Keys that only people, companies and web pages have. */
export const PERSONAL = keys(
  'bio biography profile twitter github linkedin avatar photo picture jobtitle firstname lastname logo tagline headshot',
);

function keys(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
