/** Talks as rules across files know them, written by hand. */
import type { TalkFacts } from '../../../src/check/types.ts';
import { spanOf } from './support.ts';

export type FactsSketch = Partial<Omit<TalkFacts, 'words'>> & {
  readonly line?: number;
  readonly words?: readonly string[];
};

/** Its words stand on the lines behind its title. */
export function factsOf({ line = 1, words = [], ...sketch }: FactsSketch): TalkFacts {
  const title = sketch.title ?? 'ドリフトの見張り';
  return {
    id: 't',
    identified: false,
    titled: true,
    path: '発表.yaml',
    title,
    span: spanOf(line, title),
    locked: false,
    words: words.map((text, at) => ({ text, ...spanOf(line + 1 + at, text) })),
    ...sketch,
  };
}
