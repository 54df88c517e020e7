/** A taxonomy as the rest of the program sees it: checked, resolved (`extends`, `include`), frozen. */
import type { LexicalIndex } from '../classify/lexical-index.ts';
import type { Model } from '../classify/model.ts';

export type LabelKind = 'term' | 'product';
export type LabelRole = 'pref' | 'alt' | 'hidden';

/** A label of a concept, with its matching options filled in. */
export interface Label {
  /** As the taxonomy writes it. */
  readonly text: string;
  readonly lang: string;
  readonly role: LabelRole;
  readonly kind: LabelKind;
  /** What one occurrence says for the concept; 1 is an ordinary term. */
  readonly weight: number;
  /** Match in exact case only. */
  readonly case: boolean;
  /** `substring` lifts the guard that keeps short CJK labels out of longer runs of their script. */
  readonly match: 'word' | 'substring';
  /** A word of IT at large: counts as far as the talk is about the taxonomy's domain. */
  readonly general: boolean;
  /** The hit counts only near one of these: normal forms, or `@name` of a context. Empty: no condition. */
  readonly requires: readonly string[];
  /** The hit does not count near or inside one of these: normal forms, or `@name` of a context. */
  readonly unless: readonly string[];
  /** `requires` as the taxonomy writes it, where that differs from its normal form: for people alone. */
  readonly requiresText?: readonly string[];
  /** `unless` as the taxonomy writes it, likewise. */
  readonly unlessText?: readonly string[];
  /** The normal form that is matched, English words stemmed. */
  readonly key: string;
}

export type ByLanguage = Readonly<Record<string, string>>;
export type ListByLanguage = Readonly<Record<string, readonly string[]>>;

export interface Concept {
  readonly id: string;
  readonly prefLabel: ByLanguage;
  readonly scopeNote?: ByLanguage;
  /** The id of the concept above; absent for a part. */
  readonly broader?: string;
  readonly related?: readonly string[];
  readonly exactMatch?: readonly string[];
  readonly closeMatch?: readonly string[];
  readonly deprecated?: boolean;
  readonly replacedBy?: string;
  readonly labels: readonly Label[];
  readonly examples?: ListByLanguage;
  readonly counterExamples?: ListByLanguage;
}

export interface Taxonomy {
  readonly id: string;
  readonly version: string;
  readonly title: ByLanguage;
  /** SHA-256 over the resolved content, in hexadecimal. */
  readonly hash: string;
  readonly concepts: readonly Concept[];
  /** Named lists of co-terms (normal forms) that labels refer to as `@name`. */
  readonly contexts: Readonly<Record<string, readonly string[]>>;
  /** Labels that say a talk is about the taxonomy's domain at all; empty: every talk is taken to be. */
  readonly domain: readonly Label[];
  /** The matcher's tables, where they were made at build time; the classifier makes them otherwise. */
  readonly index?: LexicalIndex;
  /** Learned for this taxonomy, where there is one; the classifier judges by it. */
  readonly model?: Model;
  /** All labels by number (concept by concept, then the domain's), where opening every one at once would cost too much. */
  readonly labelTable?: LabelTable;
}

/** Labels by number; an array is one. */
export interface LabelTable {
  readonly length: number;
  at(number: number): Label | undefined;
}
