/** By what talks can be grouped, and which groups a talk belongs to. */
import type { CountedTalk } from './types.ts';

/** Keys that every talk can have; all others are keys of its `extra`. */
export const GROUP_KEYS = ['event', 'year', 'track', 'organisation', 'speaker', 'lang', 'source'] as const;

/** Of a talk that has no value under a key. */
const WITHOUT: readonly string[] = [''];

/**
 * The values of a talk under a key, each once; one empty text where it has none. A talk of two speakers belongs to two groups.
 * Values are as they are written, but for spaces around them: what differs in case or width is another value.
 */
export function groupsOf(talk: CountedTalk, key: string): readonly string[] {
  const written = valuesOf(talk, key);
  const [first = ''] = written;
  if (written.length < 2) return first.trim() === '' ? WITHOUT : [first.trim()];
  const values = [...new Set(written.map((value) => value.trim()))].filter((value) => value !== '');
  return values.length === 0 ? WITHOUT : values;
}

/** Whether talks have no place of their own for a key, so that it may be a slip. */
export function isExtraKey(key: string): boolean {
  return !GROUP_KEYS.some((known) => known === key);
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
