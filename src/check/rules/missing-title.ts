/** A talk that goes by its file's name. */
import type { TalkRule } from './types.ts';

export const missingTitle: TalkRule = {
  id: 'missing-title',
  scope: 'talk',
  aboutTags: false,
  severity: 'error',
  summary: 'a talk without a title',
  help: 'A talk is found by its title. Write one in the front matter or as the first heading.',
  *check({ titled, span }) {
    if (titled) return;
    yield {
      span,
      message:
        "the talk has no title, so it goes by its file's name; write a title in the front matter, in the record or as the first heading",
    };
  },
};
