/** A tagged talk as rules see it. */
import type { Classifier } from '../classify/index.ts';
import type { Evidence, Origin, TaggedTalk } from '../talk.ts';
import { declares, excludedNames, keywordsOf, namesIn, oddValues, spanFrom, titleSpan } from './declarations.ts';
import type { RuleContext, TalkView } from './rules/types.ts';
import type { DeclaredTag, Related } from './types.ts';

/** @param talk read with its origin; `origin` is that origin */
export function viewOf(talk: TaggedTalk, origin: Origin, context: RuleContext, classifier: Classifier): TalkView {
  const span = titleSpan(talk, origin.titled);
  const excluded = excludedNames(origin);
  return {
    talk,
    span,
    titled: origin.titled,
    declares: declares(origin),
    declaredSpan: origin.declared === undefined ? span : spanFrom(origin.declared.locate([]), 0),
    declared: namesIn(origin.declared).map((name) => withConcept(name, context)),
    declaredOdd: oddValues(origin),
    keywords: keywordsOf(talk).map(({ text, ...place }) => ({ text, span: place })),
    excluded: new Set(excluded.flatMap(({ text }) => context.conceptNamed(text) ?? [])),
    excludedUnknown: excluded.filter(({ text }) => context.conceptNamed(text) === undefined),
    evidenceFor: evidenceIn(talk, context, classifier),
    related: (evidence) => placesOf(evidence, talk.source.path),
  };
}

function withConcept(name: Omit<DeclaredTag, 'concept'>, context: RuleContext): DeclaredTag {
  const concept = context.conceptNamed(name.text);
  return concept === undefined ? name : { ...name, concept };
}

/** The evidence of tags is at hand; that of concepts below the cut is worked out when a rule asks. */
function evidenceIn(talk: TaggedTalk, context: RuleContext, classifier: Classifier): TalkView['evidenceFor'] {
  let all: ReadonlyMap<string, readonly Evidence[]> | undefined;
  return (concept) => {
    const isMeant = (id: string): boolean => id === concept || context.partOf(id) === concept;
    const found = talk.tags.filter(({ id }) => isMeant(id)).flatMap(({ evidence }) => evidence);
    if (found.length > 0) return found;
    all ??= new Map(classifier.explain(talk).concepts.map(({ id, evidence }) => [id, evidence]));
    return [...all].filter(([id]) => isMeant(id)).flatMap(([, evidence]) => evidence);
  };
}

/** Wordings that a finding shows. */
const MAX_RELATED = 3;

function placesOf(evidence: readonly Evidence[], path: string): readonly Related[] {
  const shown = new Map(evidence.map((one) => [`${one.line}:${one.column}`, one]));
  return [...shown.values()].slice(0, MAX_RELATED).map(({ text, field, line, column, exact }) => ({
    path,
    ...spanFrom({ line, column }, exact && !text.includes('\n') ? text.length : 0),
    message: `“${text}” in the ${field}`,
  }));
}
