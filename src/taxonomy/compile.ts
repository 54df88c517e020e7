/** From the checked content of one file to what the classifier reads: defaults filled in, labels in normal form. */
import { type CoTerms, coTermKey, coTermsOf, keyOf, labelOf } from './label.ts';
import type { Origins } from './origins.ts';
import type { RawConcept, RawIncluded, RawLabel, RawLabels } from './schema.ts';
import type { NodePath, Source } from './source.ts';
import type { Concept, Label, LabelRole, Taxonomy } from './types.ts';

/** One file of a taxonomy, compiled; concepts may still lack what the file they extend gives them. */
export interface CompiledFile {
  readonly concepts: readonly CompiledConcept[];
  readonly contexts: Taxonomy['contexts'];
  readonly domain: readonly Label[];
}

export interface CompiledConcept {
  readonly concept: Concept;
  /** Leave the inherited concept of this id out. */
  readonly drop: boolean;
  /** The file says outright that nothing stands above (`broader: null`). */
  readonly isPart: boolean;
  readonly source: Source;
  readonly path: NodePath;
}

/** Compiles a file, and notes in `origins` where its labels stand. */
export function compileFile(raw: RawIncluded, source: Source, origins: Origins): CompiledFile {
  const compiler = new Compiler(source, origins);
  return {
    concepts: (raw.concepts ?? []).map((concept, index) => compiler.concept(concept, ['concepts', index])),
    contexts: compileContexts(raw.contexts ?? {}),
    domain: compiler.labels(raw.domain ?? {}, 'alt', ['domain']),
  };
}

class Compiler {
  private readonly source: Source;
  private readonly origins: Origins;

  constructor(source: Source, origins: Origins) {
    this.source = source;
    this.origins = origins;
  }

  concept(raw: RawConcept, path: NodePath): CompiledConcept {
    const { prefLabel = {}, altLabel = {}, hiddenLabel = {}, broader, drop = false, ...kept } = raw;
    const labels = [
      ...Object.entries(prefLabel).map(([lang, label]) =>
        this.label({ label }, lang, 'pref', [...path, 'prefLabel', lang]),
      ),
      ...this.labels(altLabel, 'alt', [...path, 'altLabel']),
      ...this.labels(hiddenLabel, 'hidden', [...path, 'hiddenLabel']),
    ];
    const concept: Concept = {
      ...defined(kept),
      id: raw.id,
      prefLabel,
      ...(broader == null ? {} : { broader }),
      labels,
    };
    return { concept, drop, isPart: broader === null, source: this.source, path };
  }

  labels(byLanguage: RawLabels, role: LabelRole, path: NodePath): readonly Label[] {
    return Object.entries(byLanguage).flatMap(([lang, list]) =>
      list.map((raw, index) => this.label(raw, lang, role, [...path, lang, index])),
    );
  }

  private label(raw: RawLabel, lang: string, role: LabelRole, path: NodePath): Label {
    const label = compileLabel(raw, lang, role);
    this.origins.addLabel(label, this.source, path);
    return label;
  }
}

type Options = Extract<RawLabel, { readonly kind?: unknown }>;

function compileLabel(raw: RawLabel, lang: string, role: LabelRole): Label {
  const traits: Options = raw;
  const { label: text, requires, unless } = traits;
  return labelOf({ text, lang, role, key: keyOf(text), traits, requires: coTerms(requires), unless: coTerms(unless) });
}

function coTerms(written: readonly string[] = []): CoTerms {
  return coTermsOf(written, written.map(coTermKey));
}

function compileContexts(raw: NonNullable<RawIncluded['contexts']>): Taxonomy['contexts'] {
  return Object.fromEntries(
    Object.entries(raw).map(([name, lists]) => [name, [...new Set(Object.values(lists).flat().map(keyOf))]]),
  );
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the entries that are undefined. */
function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Defined<T>;
}
