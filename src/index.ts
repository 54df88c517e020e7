/**
 * mlops-tag as a library: read talks, load a taxonomy, classify, count, render.
 *
 *     const classifier = createClassifier(await loadTaxonomy());
 *     for await (const item of readTalks(['talks/'])) {
 *       if (isFinding(item)) console.error(messageOf(item));
 *       else console.log(item.title, classifier.classify(item).primary);
 *     }
 */
export {
  type Classifier,
  type ClassifierOptions,
  createClassifier,
  type ExplainedConcept,
  type ExplainedEvidence,
  type Explanation,
  type Mark,
  type Verdict,
} from './classify/index.ts';
export { type AggregateOptions, aggregate } from './coverage/aggregate.ts';
export type { Count, Coverage, CoverageGroup, Example, Named, Weight } from './coverage/types.ts';
export {
  type Finding,
  type FindingCode,
  type FindingRecord,
  messageOf,
  type Severity,
  severityOf,
  toFindingRecord,
  UsageError,
} from './findings.ts';
export { readTalks } from './read-talks.ts';
export { FORMAT_NAMES, type FormatName, isFormatName, reporterNamed } from './report/index.ts';
export { type TalkRecord, talkRecord } from './report/record.ts';
export type { DocumentReporter, Report, ReportContext, Reporter, StreamingReporter, Summary } from './report/types.ts';
export { isFinding, type ReadTalksOptions } from './sources/index.ts';
export type {
  Evidence,
  EvidenceKind,
  Field,
  Near,
  Placement,
  Position,
  Status,
  Tag,
  TaggedTalk,
  Talk,
  TalkSource,
} from './talk.ts';
export type { TaxonomyFinding } from './taxonomy/findings.ts';
export { loadTaxonomy } from './taxonomy/load.ts';
export { TaxonomyError } from './taxonomy/taxonomy-error.ts';
export type { Concept, Label, LabelKind, LabelRole, Taxonomy } from './taxonomy/types.ts';
