/** A rule: what it is called, how it is described, and what it says of a talk or of all of them. Pure; a new one is a file beside this and a line in the table. */
import type { RuleSeverity } from '../../config/types.ts';
import type { Evidence, TaggedTalk } from '../../talk.ts';
import type { Concept, Taxonomy } from '../../taxonomy/types.ts';
import type { DeclaredTag, Fix, PlacedWord, Related, RuleFinding, Span, TalkFacts } from '../types.ts';
import type { RuleId } from './ids.ts';

export interface RuleTraits {
  readonly id: RuleId;
  readonly severity: RuleSeverity;
  /** What `--write` does about it; absent where only a person can. */
  readonly fixable?: string;
  /** One sentence without a full stop, for lists: what it finds. */
  readonly summary: string;
  /** A sentence or two for who meets it in a report: why it matters and what to do. */
  readonly help: string;
}

/** What is particular to a finding; rule, path and talk are added by who runs the rule. */
export interface Said {
  readonly span: Span;
  readonly message: string;
  readonly tag?: string;
  /** The talk's title when absent. */
  readonly identity?: string;
  readonly fix?: Fix;
  readonly related?: readonly Related[];
}

/** A talk as rules see it. */
export interface TalkView {
  readonly talk: TaggedTalk;
  /** Of the title, or where the talk begins. */
  readonly span: Span;
  /** Whether its source says a title. */
  readonly titled: boolean;
  /** Whether the key of declared tags is there, with a list or a text under it (which may be empty). */
  readonly declares: boolean;
  /** Of the value under that key; the talk's where it is absent. */
  readonly declaredSpan: Span;
  readonly declared: readonly DeclaredTag[];
  /** What stands among them and is no name: its kind as a noun. */
  readonly declaredOdd: readonly PlacedWord[];
  /** Keywords of the source with their places. */
  readonly keywords: readonly { readonly text: string; readonly span: Span }[];
  /** Ids of concepts that a person excluded (`mlops-not`). */
  readonly excluded: ReadonlySet<string>;
  /** What it excludes by a name that no concept has. */
  readonly excludedUnknown: readonly DeclaredTag[];
  /** All evidence for a concept, of a part for any of its elements; also where it was too weak for a tag. */
  evidenceFor(concept: string): readonly Evidence[];
  /** The places of evidence, as a finding shows them. */
  related(evidence: readonly Evidence[]): readonly Related[];
}

export interface RuleContext {
  readonly taxonomy: Taxonomy;
  /** The concept by id. */
  concept(id: string): Concept | undefined;
  /** The id of the concept that a name names beyond doubt (id or label, any language); undefined when it names none. */
  conceptNamed(name: string): string | undefined;
  /** The same for a word that only hints at a concept, too general to name it. */
  conceptHinted(name: string): string | undefined;
  /** The root above a concept; a part is its own. */
  partOf(id: string): string;
  /** Whether it is a part rather than an element. */
  isPart(id: string): boolean;
  /** How a concept is written in this repository: its id, or its label in the language that the config names. */
  written(id: string): string;
  /** The known names to compare a misspelt one with: ids, and labels of both languages. */
  readonly names: readonly string[];
  /** Confidence from which an undeclared tag is suggested. */
  readonly suggest: number;
  /** Tags a talk at most. */
  readonly maxTags: number;
}

/** Looks at one talk at a time; a locked one is not shown to rules about tags. */
export interface TalkRule extends RuleTraits {
  readonly scope: 'talk';
  /** Whether it is about tags, so that a locked talk is left alone. */
  readonly aboutTags: boolean;
  check(view: TalkView, context: RuleContext): Iterable<Said>;
}

/** What brings talks together in a rule that looks across them. */
export interface Mark {
  /** Talks without a group in common do not concern each other. */
  readonly group: string;
  /** Where it is given, a group in which all have the same one is nothing to speak of. */
  readonly variant?: string;
}

/** Looks across all talks of a run. */
export interface RunRule extends RuleTraits {
  readonly scope: 'run';
  /** Whether a finding is about the related place as much as about its own. */
  readonly mutual: boolean;
  /** In which groups the talk is; what is said of a talk depends on those of its groups alone. */
  marks(talk: TalkFacts): Iterable<Mark>;
  check(talks: readonly TalkFacts[]): Iterable<RuleFinding>;
}

/** What is found elsewhere: by the reader, by the comments, by the baseline. */
export interface OtherRule extends RuleTraits {
  readonly scope: 'other';
}

export type Rule = TalkRule | RunRule | OtherRule;
