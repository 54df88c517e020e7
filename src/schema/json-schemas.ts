/** The JSON Schemas that editors and programs read, made from the zod schemas that the program itself checks with. */
import { z } from 'zod';
import { includedSchema, taxonomySchema } from '../taxonomy/schema.ts';
import { reportRecordSchema, talkRecordSchema } from './records.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  'taxonomy.schema.json': z
    .union([taxonomySchema, includedSchema])
    .meta({ title: 'mlops-tag taxonomy', description: 'A taxonomy file, or a part that one includes.' }),
  'talk.schema.json': talkRecordSchema,
  'report.schema.json': reportRecordSchema,
};

/** File name → schema. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]),
  );
}
