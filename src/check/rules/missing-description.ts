/** A talk of which nothing but the title is known. */

import type { Talk } from '../../talk.ts';
import { folded } from '../fold.ts';
import { isProgramme } from '../general-titles.ts';
import type { TalkRule } from './types.ts';

export const missingDescription: TalkRule = {
  id: 'missing-description',
  scope: 'talk',
  aboutTags: false,
  severity: 'warning',
  summary: 'a talk with a title alone',
  help: 'Tags rest on words: without a description there is little to find any in. Write a few sentences on what the talk treats.',
  *check({ talk, span }) {
    if (isDescribed(talk) || isProgramme(folded(talk.title), talk)) return;
    yield { span, message: 'the talk has no description, so tags rest on the title alone; write what the talk treats' };
  },
};

export function isDescribed({ abstract = '', body = '' }: Pick<Talk, 'abstract' | 'body'>): boolean {
  return abstract.trim() !== '' || body.trim() !== '';
}
