/** The table of rules, in the order in which they are listed. */

import { deprecatedTag } from './deprecated-tag.ts';
import { duplicateTalk } from './duplicate-talk.ts';
import type { RuleId } from './ids.ts';
import { inconsistentSpelling } from './inconsistent-spelling.ts';
import { invalidFile } from './invalid-file.ts';
import { missingDescription } from './missing-description.ts';
import { missingEvent } from './missing-event.ts';
import { missingTags } from './missing-tags.ts';
import { missingTitle } from './missing-title.ts';
import { nonCanonicalTag } from './non-canonical-tag.ts';
import { redundantTag } from './redundant-tag.ts';
import { staleBaseline } from './stale-baseline.ts';
import { suggestedTag } from './suggested-tag.ts';
import { tagIsNotATopic } from './tag-is-not-a-topic.ts';
import { tooManyTags } from './too-many-tags.ts';
import type { Rule } from './types.ts';
import { unknownTag } from './unknown-tag.ts';
import { unsupportedTag } from './unsupported-tag.ts';
import { unusedDisable } from './unused-disable.ts';

export const RULES: Readonly<Record<RuleId, Rule>> = {
  'invalid-file': invalidFile,
  'missing-title': missingTitle,
  'missing-description': missingDescription,
  'missing-event': missingEvent,
  'missing-tags': missingTags,
  'unknown-tag': unknownTag,
  'non-canonical-tag': nonCanonicalTag,
  'deprecated-tag': deprecatedTag,
  'redundant-tag': redundantTag,
  'unsupported-tag': unsupportedTag,
  'suggested-tag': suggestedTag,
  'too-many-tags': tooManyTags,
  'tag-is-not-a-topic': tagIsNotATopic,
  'duplicate-talk': duplicateTalk,
  'inconsistent-spelling': inconsistentSpelling,
  'unused-disable': unusedDisable,
  'stale-baseline': staleBaseline,
};
