/** The JSON Schemas that editors and programs read, made from the zod schemas that the program itself checks with. */
import { z } from 'zod';
import { configSchema } from '../config/schema.ts';
import { includedSchema, taxonomySchema } from '../taxonomy/schema.ts';
import { checkRecordSchema } from './check-record.ts';
import { coverageRecordSchema } from './coverage-record.ts';
import { evalRecordSchema } from './eval-record.ts';
import { reportRecordSchema, talkRecordSchema } from './records.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  'taxonomy.schema.json': z
    .union([taxonomySchema, includedSchema])
    .meta({ title: 'mlops-tag taxonomy', description: 'A taxonomy file, or a part that one includes.' }),
  'config.schema.json': configSchema,
  'talk.schema.json': talkRecordSchema,
  'report.schema.json': reportRecordSchema,
  'eval.schema.json': evalRecordSchema,
  'check.schema.json': checkRecordSchema,
  'coverage.schema.json': coverageRecordSchema,
};

/** File name → text of the schema. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), oneTypeEach, 2)}\n`,
    ]),
  );
}

/** Strict validators warn of several types in one place, so they become alternatives. */
function oneTypeEach(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('type' in value) || !Array.isArray(value.type)) return value;
  const { type, ...rest } = value;
  return { ...rest, anyOf: type.map((one: unknown) => ({ type: one })) };
}
