/** The shape of a taxonomy file, checked by zod; editors read the same as schemas/taxonomy.schema.json. */
import * as z from 'zod';

const text = z.string().trim().min(1);
const byLanguage = z.record(z.string(), text);
const texts = z.union([text.transform((one) => [one]), z.array(text)]);

export const labelOptions = z
  .strictObject({
    label: text.meta({
      description: 'The wording. One inflection is enough: English words are compared by their stem.',
    }),
    kind: z
      .enum(['term', 'product'])
      .optional()
      .meta({ description: 'A term (default), or the name of a tool, library or service.' }),
    weight: z.number().positive().max(10).optional().meta({
      description:
        'What one occurrence says: 1 an ordinary term, 2 beyond doubt, 0.5 a hint that needs company (default of a product).',
    }),
    case: z
      .boolean()
      .optional()
      .meta({ description: 'Exact case only; automatic for two to five capitals such as RAG.' }),
    match: z.enum(['word', 'substring']).optional().meta({
      description: 'substring: a short katakana or kanji label matches inside longer words of its script too.',
    }),
    general: z
      .boolean()
      .optional()
      .meta({ description: 'A word of IT at large: counts as far as the talk is about the domain.' }),
    requires: texts
      .optional()
      .meta({ description: 'Counts only near one of these co-terms; @name refers to a context.' }),
    unless: texts
      .optional()
      .meta({ description: 'Does not count near or inside one of these; @name refers to a context.' }),
  })
  .meta({ id: 'label', description: 'A label with options.' });

const label = z.union([text.transform((one) => ({ label: one })), labelOptions]);
const labels = z.record(z.string(), z.array(label));
const notes = z.union([text.transform((one) => ({ en: one })), byLanguage]);
const sentences = z.record(z.string(), z.array(text));
const conceptId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');

export const conceptSchema = z
  .strictObject({
    id: conceptId.meta({
      description: 'Lower-case words joined by hyphens; with `extends`, the id of an inherited concept changes it.',
    }),
    prefLabel: byLanguage.optional().meta({ description: 'The name in each language; matched too.' }),
    altLabel: labels.optional().meta({ description: 'Terms, synonyms and products by language.' }),
    hiddenLabel: labels
      .optional()
      .meta({ description: 'Misspellings, romaji and old names by language: matched, seldom shown.' }),
    scopeNote: notes
      .optional()
      .meta({ description: 'What the concept means and where it ends, by language (plain text: English).' }),
    broader: conceptId
      .nullable()
      .optional()
      .meta({ description: 'The concept above; a concept without one is a part.' }),
    related: texts.optional().meta({ description: 'Ids of concepts that readers might look for too.' }),
    exactMatch: texts.optional().meta({ description: 'Addresses of the same concept elsewhere.' }),
    closeMatch: texts.optional().meta({ description: 'Addresses of a similar concept elsewhere.' }),
    deprecated: z.boolean().optional().meta({ description: 'No longer a tag; say what took its place in replacedBy.' }),
    replacedBy: conceptId.optional().meta({ description: 'The id of the concept to use instead.' }),
    examples: sentences
      .optional()
      .meta({ description: 'Talk descriptions that must get this concept; the first sentence is the title.' }),
    counterExamples: sentences.optional().meta({ description: 'Talk descriptions that must not get this concept.' }),
    drop: z
      .boolean()
      .optional()
      .meta({ description: 'With `extends`: leave the inherited concept out, and all below it.' }),
  })
  .meta({ id: 'concept', description: 'A part or an element of the taxonomy.' });

const contexts = z
  .record(z.string(), z.record(z.string(), z.array(text)))
  .meta({ description: 'Named lists of co-terms by language, for `requires` and `unless` as @name.' });

const shared = {
  $schema: text.optional().meta({ description: 'Address of this schema, for editors.' }),
  include: texts
    .optional()
    .meta({ description: 'Files, relative to this one, whose contexts and concepts belong here.' }),
  domain: labels
    .optional()
    .meta({ description: 'Words that say a talk is about the domain at all; `general` labels count by them.' }),
  contexts: contexts.optional(),
  concepts: z.array(conceptSchema).optional(),
};

export const taxonomySchema = z
  .strictObject({
    id: conceptId.meta({ description: 'The name of the taxonomy.' }),
    version: z.union([text, z.number().transform(String)]).meta({ description: 'Version of the content.' }),
    title: byLanguage.optional(),
    extends: text
      .optional()
      .meta({ description: 'which-part, or a file relative to this one: its concepts are inherited.' }),
    ...shared,
  })
  .meta({
    title: 'mlops-tag taxonomy',
    description: 'Concepts and the vocabulary that speaks for them, named after SKOS.',
  });

/** A file that another one includes: the same without a head. */
export const includedSchema = z
  .strictObject(shared)
  .meta({ title: 'Part of an mlops-tag taxonomy', description: 'A file that a taxonomy includes.' });

/** The languages, labels, relations and so on as written, short forms opened. */
export type RawLabel = z.output<typeof label>;
export type RawConcept = z.output<typeof conceptSchema>;
export type RawIncluded = z.output<typeof includedSchema>;
export type RawLabels = z.output<typeof labels>;
