/** The shape of a taxonomy file, checked by zod. */
import { z } from 'zod';

const text = z.string().trim().min(1);
const byLanguage = z.record(z.string(), text);
const texts = z.union([text.transform((one) => [one]), z.array(text)]);

export const labelOptions = z.strictObject({
  label: text,
  kind: z.enum(['term', 'product']).optional(),
  weight: z.number().positive().max(10).optional(),
  case: z.boolean().optional(),
  match: z.enum(['word', 'substring']).optional(),
  general: z.boolean().optional(),
  requires: texts.optional(),
  unless: texts.optional(),
});

const label = z.union([text.transform((one) => ({ label: one })), labelOptions]);
const labels = z.record(z.string(), z.array(label));
const notes = z.union([text.transform((one) => ({ en: one })), byLanguage]);
const sentences = z.record(z.string(), z.array(text));
const conceptId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');

export const conceptSchema = z.strictObject({
  id: conceptId,
  prefLabel: byLanguage.optional(),
  altLabel: labels.optional(),
  hiddenLabel: labels.optional(),
  scopeNote: notes.optional(),
  broader: conceptId.nullable().optional(),
  related: texts.optional(),
  exactMatch: texts.optional(),
  closeMatch: texts.optional(),
  deprecated: z.boolean().optional(),
  replacedBy: conceptId.optional(),
  examples: sentences.optional(),
  counterExamples: sentences.optional(),
  drop: z.boolean().optional(),
});

const contexts = z.record(z.string(), z.record(z.string(), z.array(text)));

export const taxonomySchema = z.strictObject({
  id: conceptId,
  version: z.union([text, z.number().transform(String)]),
  title: byLanguage.optional(),
  extends: text.optional(),
  include: texts.optional(),
  domain: labels.optional(),
  contexts: contexts.optional(),
  concepts: z.array(conceptSchema).optional(),
});

/** A file that another one includes: concepts and contexts without a head. */
export const includedSchema = z.strictObject({ contexts: contexts.optional(), concepts: z.array(conceptSchema) });

export type RawLabel = z.output<typeof label>;
export type RawConcept = z.output<typeof conceptSchema>;
export type RawTaxonomy = z.output<typeof taxonomySchema>;
export type RawLabels = z.output<typeof labels>;
