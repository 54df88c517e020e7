/** Halves of talks made of little. */
import type { Half, Language, NearMiss } from '../../src/evaluate/parity-pairs.ts';
import type { Tag } from '../../src/talk.ts';
import { evidenceOf, tagOf } from '../report/support.ts';

export interface HalfParts {
  readonly path?: string;
  readonly id?: string;
  readonly title?: string;
  readonly translationKey?: string;
  readonly tags?: readonly Tag[];
  readonly misses?: Readonly<Record<string, NearMiss>>;
}

export function half(
  lang: Language,
  { path = `x.${lang}.md`, id, title = '', tags = [], misses, ...rest }: HalfParts = {},
): Half {
  return {
    lang,
    talk: { id: id ?? `${path}#${lang}`, title, source: { path, line: 1 }, tags, primary: tags[0]?.id ?? null },
    misses: new Map(Object.entries(misses ?? {})),
    ...rest,
  };
}

export function tags(...ids: readonly string[]): readonly Tag[] {
  return ids.map((id, index) => tagOf(id, 0.9 - index / 10, [`word of ${id}`]));
}

export function miss(confidence: number, ...texts: readonly string[]): NearMiss {
  return { confidence, missing: 'one more term', evidence: texts.map((text) => evidenceOf(text)) };
}
