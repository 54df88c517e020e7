/** Whether a model can judge by a taxonomy. */
import type { Model } from '../classify/model.ts';
import { elementsOf } from '../evaluate/elements.ts';
import { UsageError } from '../findings.ts';
import { didYouMean } from '../nearest.ts';
import type { Taxonomy } from '../taxonomy/types.ts';

/** Elements that a model knows and a taxonomy has not. An element that only the taxonomy has is judged by the signals alone. */
export function unknownElements(model: Model, taxonomy: Taxonomy): readonly string[] {
  const elements = elementsOf(taxonomy);
  return model.elements.map(({ id }) => id).filter((id) => !elements.has(id));
}

/** The taxonomy judged by a model. @throws UsageError where the model does not fit it */
export function withModel(taxonomy: Taxonomy, model: Model, name: string): Taxonomy {
  const [unknown] = unknownElements(model, taxonomy);
  if (unknown !== undefined) {
    const ids = [...elementsOf(taxonomy).keys()];
    throw new UsageError(
      `${name} does not fit the taxonomy "${taxonomy.id}": it was learned with "${model.taxonomy.id}", whose element "${unknown}" is none here${didYouMean(unknown, ids)}. Learn one for it: mlops-tag learn GOLD --taxonomy FILE -o MODEL`,
    );
  }
  return { ...taxonomy, model };
}

/** What a user should know of a model that fits, but was learned with another state of the taxonomy; undefined where it is the same. */
export function agedModel(model: Model, taxonomy: Taxonomy, name: string): string | undefined {
  if (model.taxonomy.hash === taxonomy.hash) return undefined;
  return `${name} was learned with another state of the taxonomy (${model.taxonomy.id} ${model.taxonomy.version}, ${model.taxonomy.hash.slice(0, 12)}; this is ${taxonomy.id} ${taxonomy.version}, ${taxonomy.hash.slice(0, 12)}): it still fits, its figures may not hold`;
}
