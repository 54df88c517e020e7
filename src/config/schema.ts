/** The shape of a config file, checked by zod; editors read the same as schemas/config.schema.json. */
import * as z from 'zod';
import { RULE_IDS, type RuleId } from '../check/rules/ids.ts';
import { RULES } from '../check/rules/index.ts';
import { TALK_FIELDS } from '../sources/aliases.ts';
import { mistakeIn } from '../sources/path-patterns.ts';
import { globMistake } from './globs.ts';

const text = z.string().trim().min(1);
const texts = z.union([text.transform((one) => [one]), z.array(text)]);

/** A text of which `mistake` knows what is wrong with it. */
function textWithout(mistake: (value: string) => string | undefined): typeof text {
  return text.superRefine((value, context) => {
    const message = mistake(value);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });
}

const place = textWithout(globMistake);
const places = z.union([place.transform((one) => [one]), z.array(place)]);

const glob = place.refine(
  (value) => !value.startsWith('!'),
  'a glob says which files are meant; it cannot begin with "!"',
);
const globs = z.union([glob.transform((one) => [one]), z.array(glob)]);

const pattern = textWithout(mistakeIn);
const patterns = z.union([pattern.transform((one) => [one]), z.array(pattern)]);

const severity = z.enum(['error', 'warning', 'off']);

const rules = z.strictObject(
  Object.fromEntries(RULE_IDS.map((id) => [id, severity.optional().meta({ description: describedRule(id) })])),
);

function describedRule(id: RuleId): string {
  const { summary, severity: byDefault } = RULES[id];
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)} (default: ${byDefault}).`;
}

const fields = z.strictObject(
  Object.fromEntries(
    TALK_FIELDS.map((field) => [
      field,
      texts.optional().meta({
        description:
          field === 'none'
            ? 'Keys that say nothing about a talk.'
            : `Further keys under which talks say their ${field}.`,
      }),
    ]),
  ),
);

/** Keys that are no keys of data. */
const NO_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const keyPath = textWithout((value) =>
  value.split('.').some((key) => key.trim() === '' || NO_KEYS.has(key))
    ? 'it takes a key, or keys joined by single dots, such as taxonomies.topic'
    : undefined,
);

const declared = z
  .strictObject({
    key: keyPath
      .optional()
      .meta({ description: 'The key, or keys joined by dots such as taxonomies.topic (default: mlops).' }),
    as: z
      .enum(['id', 'en', 'ja'])
      .optional()
      .meta({ description: 'How tags are written there: ids, or labels in a language (default: id).' }),
  })
  .meta({ description: 'The key of the declared tags, and how they are written.' });

const thresholds = z.strictObject({
  tag: z
    .number()
    .gt(0)
    .lt(1)
    .optional()
    .meta({ description: "Confidence from which a concept is a tag (default: the model's own)." }),
  suggest: z
    .number()
    .gt(0)
    .lt(1)
    .optional()
    .meta({ description: 'Confidence from which `check` suggests a tag that is not declared (default: 0.8).' }),
  tags: z.int().min(1).optional().meta({ description: 'Tags a talk at most (default: 6).' }),
});

const override = z.strictObject({
  files: globs.meta({ description: 'Globs over paths from the folder of the config; ** goes across folders.' }),
  rules: rules.meta({ description: 'The severities of rules in these files.' }),
});

export const configSchema = z
  .strictObject({
    $schema: text.optional().meta({ description: 'Address of this schema, for editors.' }),
    taxonomy: text
      .optional()
      .meta({ description: 'A taxonomy file, from the folder of the config (default: which-part, which ships).' }),
    model: text.optional().meta({
      description: 'A model made by learn, from the folder of the config, or none (default: the one that ships).',
    }),
    include: places.optional().meta({
      description: 'Files, folders and globs that are read where the command line names none (default: all).',
    }),
    exclude: places
      .optional()
      .meta({ description: 'What is left out, in the syntax of .gitignore, from the folder of the config.' }),
    fields: fields.optional().meta({ description: 'Names that your files give to the fields of a talk.' }),
    declared: z
      .union([keyPath.transform((key) => ({ key })), declared])
      .optional()
      .meta({ description: 'Where the declared tags live: a key, or keys joined by dots (default: mlops).' }),
    paths: patterns.optional().meta({
      description: 'What paths say of event and year, such as talks/{event}/{year}/*.md; the first that fits counts.',
    }),
    thresholds: thresholds.optional().meta({ description: 'Numbers that decide on tags.' }),
    rules: rules.optional().meta({ description: 'Severities of the rules of check: error, warning or off.' }),
    overrides: z
      .array(override)
      .optional()
      .meta({ description: 'Other severities for some files; the last that fits counts.' }),
    baseline: text.optional().meta({ description: 'A file of known findings, from the folder of the config.' }),
  })
  .meta({ title: 'mlops-tag config', description: 'How mlops-tag reads, tags and checks the talks of a repository.' });

export type RawConfig = z.output<typeof configSchema>;

/** The keys of each map of a config; what lies inside `overrides` is told by its last name. */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  const last = path.at(-1);
  if (last === undefined) return Object.keys(configSchema.shape);
  if (typeof last === 'number') return Object.keys(override.shape);
  const maps: Readonly<Record<string, { readonly shape: object } | undefined>> = {
    rules,
    fields,
    declared,
    thresholds,
  };
  return Object.keys(maps[String(last)]?.shape ?? {});
}
