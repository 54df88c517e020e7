/** The records that programs read, as zod schemas: tests hold real output against them, and schemas/*.json are made from them. */
import * as z from 'zod';

const text = z.string();
const share = z.number().min(0).max(1);
const line = z.int().min(1).meta({ description: '1-based.' });
const column = z.int().min(1).meta({ description: '1-based, in UTF-16 code units of the decoded file.' });
const count = z.int().min(0);
const counts = z.record(text, count);

const evidence = z
  .strictObject({
    term: text.meta({ description: 'The label of the taxonomy that matched.' }),
    kind: z.enum(['term', 'product', 'word']),
    text: text.meta({ description: 'The wording, as the source has it.' }),
    field: z.enum(['title', 'abstract', 'body', 'keywords']),
    line,
    column,
    exact: z.boolean().meta({
      description: 'Whether line and column point at the wording itself, or at the start of the value that holds it.',
    }),
    weight: z.number().meta({
      description: 'What the wording adds to the score of the concept; a learned word (kind word) to its log-odds.',
    }),
  })
  .meta({ id: 'evidence' });

const tag = z
  .strictObject({
    id: text,
    part: text.meta({ description: 'The id of the root above the tag.' }),
    label: z.record(text, text).meta({ description: 'The name in each language.' }),
    confidence: share,
    evidence: z.array(evidence).meta({ description: 'Strongest first.' }),
  })
  .meta({ id: 'tag' });

const near = z
  .strictObject({ id: text, confidence: share, missing: text.meta({ description: 'What would have made it a tag.' }) })
  .meta({ id: 'near' });

export const talkRecordSchema = z
  .strictObject({
    schema: z.literal('mlops-tag/talk@1'),
    id: text.meta({ description: 'Stable from run to run.' }),
    title: text,
    event: text.optional(),
    year: z.int().optional(),
    date: text.optional().meta({ description: 'ISO 8601 calendar date.' }),
    lang: text.optional().meta({ description: 'BCP 47.' }),
    track: text.optional(),
    speakers: z.array(text).optional(),
    organisations: z.array(text).optional(),
    url: text.optional(),
    extra: z
      .record(text, z.union([text, z.number(), z.boolean()]))
      .optional()
      .meta({ description: 'Scalar values of the source not used otherwise.' }),
    source: z.strictObject({ path: text, line }),
    declared: z.array(text).optional().meta({ description: 'Tags that the source declares itself, as written.' }),
    status: z.enum(['tagged', 'untagged', 'review']),
    primary: text.nullable().meta({ description: 'The id of the best tag.' }),
    tags: z.array(tag).meta({ description: 'By confidence, then id.' }),
    near: z.array(near).meta({ description: 'Concepts just below the cut.' }),
  })
  .meta({ id: 'talk', title: 'mlops-tag/talk@1', description: 'A talk and its tags: a line of --format ndjson.' });

const finding = z
  .strictObject({
    code: text,
    severity: z.enum(['error', 'warning']),
    path: text,
    line: line.optional(),
    column: column.optional(),
    message: text,
  })
  .meta({ id: 'finding' });

export const reportRecordSchema = z
  .strictObject({
    schema: z.literal('mlops-tag/report@1'),
    tool: z.strictObject({
      version: text,
      taxonomy: z.strictObject({
        id: text,
        version: text,
        hash: text.meta({ description: 'SHA-256 over the resolved content.' }),
      }),
    }),
    summary: z.strictObject({
      files: count,
      talks: count,
      tagged: count,
      untagged: count,
      review: count,
      parts: counts.meta({ description: 'Talks by part.' }),
      elements: counts.meta({ description: 'Talks by element.' }),
    }),
    talks: z.array(talkRecordSchema),
    findings: z.array(finding),
  })
  .meta({ title: 'mlops-tag/report@1', description: 'The document of --format json.' });
