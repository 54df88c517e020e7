/** The shape of a baseline file; loaded only where there is one. */
import * as z from 'zod';
import { RULE_IDS } from './rules/ids.ts';

export const BASELINE_SCHEMA = 'mlops-tag/baseline@1';

const entrySchema = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits'),
  rule: z.enum(RULE_IDS),
  path: z.string(),
  talk: z.string().optional(),
  tag: z.string().optional(),
});

export const baselineSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(BASELINE_SCHEMA),
  findings: z.array(entrySchema),
});

export const ENTRY_KEYS = Object.keys(entrySchema.shape);

export type BaselineEntry = z.output<typeof entrySchema>;
