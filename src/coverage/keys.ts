/** By what talks can be grouped, and which groups a talk belongs to. */
import type { CountedTalk } from './types.ts';

/** Keys that every talk can have; all others are keys of its `extra`. */
export const GROUP_KEYS = ['event', 'year', 'track', 'organisation', 'speaker', 'lang', 'source'] as const;

/** The values of a talk under a key, each once; one empty text where it has none. A talk of two speakers belongs to two groups. */
export function groupsOf(talk: CountedTalk, key: string): readonly string[] {
  const values = [...new Set(valuesOf(talk, key).map((value) => value.trim()))].filter((value) => value !== '');
  return values.length === 0 ? [''] : values;
}

function valuesOf(talk: CountedTalk, key: string): readonly string[] {
  switch (key) {
    case 'organisation':
      return talk.organisations ?? [];
    case 'speaker':
      return talk.speakers ?? [];
    case 'source':
      return [talk.source.path];
    case 'event':
    case 'year':
    case 'track':
    case 'lang':
      return [String(talk[key] ?? '')];
    default:
      return [String(talk.extra !== undefined && Object.hasOwn(talk.extra, key) ? talk.extra[key] : '')];
  }
}
