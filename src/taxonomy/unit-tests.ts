/** A taxonomy's own tests: its examples must get the concept, its counter-examples must not. Pure. */
import { type Classifier, type ClassifierOptions, createClassifier } from '../classify/index.ts';
import type { Talk } from '../talk.ts';
import { ancestors } from './tree.ts';
import type { Concept, Taxonomy } from './types.ts';

export interface TestCase {
  /** The concept whose example it is. */
  readonly concept: string;
  readonly property: 'examples' | 'counterExamples';
  readonly lang: string;
  /** Position in its list. */
  readonly index: number;
  readonly text: string;
}

export interface TestFailure extends TestCase {
  /** What the concept itself reached, 0 to 1; for a part its best element. */
  readonly confidence: number;
  /** The words that spoke for it. */
  readonly terms: readonly string[];
  /** The tags it got, strongest first. */
  readonly found: readonly { readonly id: string; readonly confidence: number }[];
}

export interface TestReport {
  readonly taxonomy: string;
  /** How many cases ran, by language in the order of the code units. */
  readonly cases: Readonly<Record<string, number>>;
  readonly failures: readonly TestFailure[];
}

export function runTests(taxonomy: Taxonomy, options: ClassifierOptions = {}): TestReport {
  const classifier = createClassifier(taxonomy, options);
  const cases = taxonomy.concepts.flatMap(casesOf);
  const byId = new Map(taxonomy.concepts.map((concept) => [concept.id, concept]));
  const above = new Map(taxonomy.concepts.map(({ id }) => [id, ancestors(id, byId)]));
  const langs = [...new Set(cases.map(({ lang }) => lang))].sort();
  return {
    taxonomy: taxonomy.id,
    cases: Object.fromEntries(langs.map((lang) => [lang, cases.filter((test) => test.lang === lang).length])),
    failures: cases.flatMap((test) => failureOf(test, classifier, above)),
  };
}

function casesOf(concept: Concept): readonly TestCase[] {
  return (['examples', 'counterExamples'] as const).flatMap((property) =>
    Object.entries(concept[property] ?? {}).flatMap(([lang, texts]) =>
      texts.map((text, index) => ({ concept: concept.id, property, lang, index, text })),
    ),
  );
}

/** `above`: for each concept all that stand above it; an example of a part may get any element of it. */
function failureOf(
  test: TestCase,
  classifier: Classifier,
  above: ReadonlyMap<string, readonly string[]>,
): readonly TestFailure[] {
  const { tagged, concepts } = classifier.explain(talkOf(test));
  const isMeant = (id: string): boolean => id === test.concept || above.get(id)?.includes(test.concept) === true;
  const hasIt = tagged.tags.some(({ id }) => isMeant(id));
  if (hasIt === (test.property === 'examples')) return [];
  const own = concepts.find(({ id }) => isMeant(id));
  return [
    {
      ...test,
      confidence: own?.confidence ?? 0,
      terms: own?.evidence.map(({ term }) => term) ?? [],
      found: tagged.tags.map(({ id, confidence }) => ({ id, confidence })),
    },
  ];
}

/** The end of a first sentence or line. */
const FIRST_SENTENCE = /^(?:[^\n。！？]*?(?:[。！？]|[.!?](?=\s))|[^\n]*(?=\n))/u;

/** An example as a talk: its first sentence is the title, the rest the abstract. */
export function talkOf({ concept, property, lang, index, text }: TestCase): Talk {
  const title = FIRST_SENTENCE.exec(text)?.[0].trim() || text;
  const abstract = text.slice(title.length).trim();
  const id = `${concept}/${property}/${lang}/${index + 1}`;
  return { id, title, ...(abstract === '' ? {} : { abstract }), lang, source: { path: id, line: 1 } };
}
