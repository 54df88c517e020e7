/** What a model that is learned on top of was worth on the same talks. */
import { createClassifier } from '../classify/index.ts';
import type { Model } from '../classify/model.ts';
import { Counts } from '../evaluate/counts.ts';
import { elementsOf } from '../evaluate/elements.ts';
import type { GoldTalk } from '../evaluate/gold.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { type ModelFigures, modelFigures } from './figures.ts';
import { languageOf } from './verdict.ts';

export interface FiguresBefore {
  readonly all: ModelFigures;
  readonly languages: Readonly<Record<string, ModelFigures>>;
}

/** The figures of `model` as it is, without learning: over all talks, and by language. */
export function figuresBefore(talks: readonly GoldTalk[], taxonomy: Taxonomy, model: Model): FiguresBefore {
  const classifier = createClassifier(taxonomy, { model });
  const elements = elementsOf(taxonomy);
  const judged = talks.map(({ talk, gold }) => {
    // What is declared is the label, which a judge must not see.
    const { declared: _declared, origin: _origin, ...unlabelled } = talk;
    const { tags, primary } = classifier.classify(unlabelled);
    return {
      lang: languageOf(talk.lang),
      gold,
      found: { tags: tags.map(({ id }) => id), primary },
      claims: tags.map(({ id, confidence }) => ({ confidence, right: gold.tags.includes(id) })),
    };
  });
  const figures = (among: typeof judged): ModelFigures =>
    modelFigures(
      Counts.over(among, elements),
      among.flatMap(({ claims }) => claims),
    );
  const languages = [...new Set(judged.map(({ lang }) => lang))].sort();
  return {
    all: figures(judged),
    languages: Object.fromEntries(languages.map((of) => [of, figures(judged.filter(({ lang }) => lang === of))])),
  };
}
