/** What a talk's source says of its tags, with the places of all that it says. */
import type { Origin, Position, SourceValue, TaggedTalk, Talk } from '../talk.ts';
import type { DeclaredTag, PlacedWord, Span } from './types.ts';

/** The keys by which a person decides: tags that a talk has not, and a talk that is to be left alone. */
const EXCLUDED_KEY = ['mlops-not'];
const LOCKED_KEY = ['mlops-locked'];

export function spanFrom({ line, column }: Position, length: number): Span {
  return { line, column, endLine: line, endColumn: column + length };
}

/** Of the title, or of nothing where the talk begins. */
export function titleSpan({ title, source, placements }: Talk, titled: boolean): Span {
  return titled && placements?.title !== undefined
    ? spanFrom(placements.title.locate(0), title.length)
    : spanFrom({ line: source.line, column: 1 }, 0);
}

export type NamedTag = Omit<DeclaredTag, 'concept'>;

/** The values of a list, or the parts of a text between commas. */
export function namesIn(source: SourceValue | undefined): readonly NamedTag[] {
  if (source === undefined) return [];
  const { value } = source;
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown, at) =>
      typeof one === 'string' || typeof one === 'number' ? named(String(one), at, source, [at], 0) : [],
    );
  }
  if (typeof value !== 'string') return [];
  let offset = 0;
  return value.split(/[,、，]/).flatMap((part, at) => {
    const tags = named(part, at, source, [], offset);
    offset += part.length + 1;
    return tags;
  });
}

function named(
  written: string,
  at: number,
  source: SourceValue,
  way: readonly number[],
  offset: number,
): readonly NamedTag[] {
  const text = written.trim();
  if (text === '') return [];
  const lead = written.length - written.trimStart().length;
  return [{ text, at, ...spanFrom(source.locate(way, offset + lead), text.length) }];
}

/** What stands among the declared tags and is no name: its kind as a noun, and its place. */
export function oddValues({ declared }: Origin): readonly PlacedWord[] {
  if (declared === undefined) return [];
  const { value } = declared;
  const values: readonly [unknown, readonly number[]][] = Array.isArray(value)
    ? value.map((one: unknown, at) => [one, [at]])
    : [[value, []]];
  return values.flatMap(([one, way]) => {
    const kind = kindOf(one);
    return kind === undefined ? [] : [{ text: kind, ...spanFrom(declared.locate(way), 0) }];
  });
}

/** Undefined for a name, and for nothing at all. */
function kindOf(value: unknown): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number') return undefined;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : String(value);
}

/** Whether there is a list, a text or nothing under the key, rather than something that is no tags at all. */
export function declares({ declared }: Origin): boolean {
  return declared !== undefined && (Array.isArray(declared.value) || typeof declared.value === 'string');
}

export function excludedNames(origin: Origin): readonly NamedTag[] {
  return namesIn(origin.value(EXCLUDED_KEY));
}

/** Where a talk is locked; undefined where it is not. */
export function lockOf(origin: Origin): Span | undefined {
  const lock = origin.value(LOCKED_KEY);
  return lock !== undefined && /^(?:true|yes|on)$/i.test(String(lock.value))
    ? spanFrom(lock.locate([]), String(lock.value).length)
    : undefined;
}

/** The keywords of the source, each with its place. */
export function keywordsOf({
  keywords = [],
  placements,
  source,
}: Pick<TaggedTalk, 'keywords' | 'placements' | 'source'>): readonly PlacedWord[] {
  let offset = 0;
  return keywords.map((text) => {
    const position = placements?.keywords?.locate(offset) ?? { line: source.line, column: 1 };
    offset += text.length + 1;
    return { text, ...spanFrom(position, text.length) };
  });
}
