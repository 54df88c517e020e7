/** The document of `check --format json` as a zod schema: tests hold real output against it, and schemas/check.schema.json is made from it. */
import * as z from 'zod';
import { RULE_IDS } from '../check/rules/ids.ts';

const text = z.string();
const count = z.int().min(0);
const path = text.meta({ description: 'From the working folder, as the user would type it.' });
const talk = text.meta({ description: 'The id of the talk.' });

const span = {
  line: z.int().min(1).meta({ description: '1-based.' }),
  column: z.int().min(1).meta({ description: '1-based, in UTF-16 code units of the decoded file.' }),
  endLine: z.int().min(1),
  endColumn: z.int().min(1).meta({ description: 'Exclusive.' }),
};

const related = z
  .strictObject({ path, ...span, message: text.meta({ description: 'What stands there.' }) })
  .meta({ id: 'related' });

const finding = z
  .strictObject({
    rule: z.enum(RULE_IDS),
    severity: z.enum(['error', 'warning']),
    path,
    ...span,
    talk: talk.optional(),
    tag: text.optional().meta({ description: 'The id of a concept, or the declared value that names none.' }),
    message: text.meta({ description: 'What is wrong and what to do.' }),
    fixable: z.boolean().meta({ description: 'Whether --write or --write=all mends it.' }),
    fingerprint: text.meta({
      description: 'The same while path, rule, tag and evidence are, whatever line it stands on.',
    }),
    related: z.array(related).optional().meta({ description: 'The words behind a tag; the other talk.' }),
  })
  .meta({ id: 'checkFinding' });

const decision = z
  .strictObject({
    path,
    ...span,
    talk,
    kind: z.enum(['excluded', 'locked']).meta({ description: 'mlops-not, or mlops-locked.' }),
    tags: z.array(text).meta({ description: 'Ids of concepts; empty for a locked talk.' }),
  })
  .meta({ id: 'decision' });

const summary = z
  .strictObject({
    files: count,
    talks: count,
    errors: count,
    warnings: count,
    fixable: count.meta({ description: 'Findings that --write mends.' }),
    fixableWithAll: count.meta({ description: 'Findings that --write=all mends beside them.' }),
    disabled: count.meta({ description: 'Left out because a comment disables them.' }),
    baselined: count.meta({ description: 'Left out because the baseline knows them.' }),
    fixed: count.meta({ description: 'Mended by this run.' }),
    cached: count.meta({ description: 'Files whose results came from the cache.' }),
  })
  .meta({ id: 'checkSummary' });

export const checkRecordSchema = z
  .strictObject({
    schema: z.literal('mlops-tag/check@1'),
    tool: z.strictObject({
      version: text,
      taxonomy: z.strictObject({ id: text, version: text, hash: text }),
    }),
    summary,
    findings: z.array(finding).meta({ description: 'By path, line, column, rule, tag.' }),
    decisions: z.array(decision).meta({ description: "A person's word, which no rule doubts." }),
    notes: z.array(text).meta({ description: 'What the run did not look at.' }),
  })
  .meta({ title: 'mlops-tag/check@1', description: 'The document of check --format json.' });
