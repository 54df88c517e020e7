/** What the reader and the rules say, in the one form of findings. */
import { type Finding, messageOf } from '../findings.ts';
import type { Home } from '../talk.ts';
import { spanFrom } from './declarations.ts';
import type { Said, TalkRule, TalkView } from './rules/types.ts';
import { type Related, type RuleFinding, spanOf } from './types.ts';

/** What is wrong with a file, or with what would be a talk of it. */
export function fileFinding(finding: Finding): RuleFinding {
  const { code, path, line = 1, column = 1 } = finding;
  return {
    rule: code === 'untitled-talk' ? 'missing-title' : 'invalid-file',
    path,
    ...spanFrom({ line, column }, 0),
    message: messageOf(finding).replace(
      /^(?=(?:is|has|cannot|holds) )/,
      code === 'untitled-talk' ? 'the talk ' : 'the file ',
    ),
    identity: code,
  };
}

/** A section of markdown, a row of CSV: read, and never written. */
const BY_HAND = '(by hand: --write has no place for it here)';

/** A fix without a place in the file where it could be made is none. */
export function talkFinding(rule: TalkRule, said: Said, { talk }: TalkView, home: Home | undefined): RuleFinding {
  const { span, message, tag, identity = talk.title, fix, related } = said;
  return {
    rule: rule.id,
    path: talk.source.path,
    ...spanOf(span),
    talk: talk.id,
    ...(tag === undefined ? {} : { tag }),
    message: fix !== undefined && home === undefined ? `${message} ${BY_HAND}` : message,
    identity,
    ...(fix === undefined || home === undefined ? {} : { fix, home }),
    ...(related === undefined || related.length === 0 ? {} : { related: distinct(related) }),
  };
}

/** Two tags may rest on one wording. */
function distinct(related: readonly Related[]): readonly Related[] {
  const byPlace = new Map(related.map((one) => [`${one.path}:${one.line}:${one.column}`, one]));
  return [...byPlace.values()];
}
