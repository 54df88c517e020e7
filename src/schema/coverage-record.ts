/** The document of `coverage --format json` as a zod schema: tests hold real output against it, and schemas/coverage.schema.json is made from it. */
import * as z from 'zod';

const text = z.string();
const count = z.int().min(0);
const share = z.number().min(0).max(1);
const key = text.meta({ description: 'The value of the key; empty for talks that have none.' });
const and = text.optional().meta({ description: 'The value of the second key, where talks are counted by two.' });

const example = z.strictObject({ id: text, title: text }).meta({ id: 'example' });

const counted = z
  .strictObject({
    talks: count.meta({ description: 'Talks that treat it, each once.' }),
    primary: count.meta({ description: 'Talks whose primary tag it is, or lies in it.' }),
    share: share.meta({ description: "Of all the group's talks: talks, or with the weight primary those." }),
    low: share.meta({ description: '95 % interval of the share (Wilson).' }),
    high: share,
    examples: z.array(example).max(3).meta({ description: 'Talks that treat it, most confident first.' }),
  })
  .meta({ id: 'count' });

const named = z
  .strictObject({
    name: text.meta({ description: 'Of a product one and the same in all groups.' }),
    talks: count,
    elements: z.record(text, count).meta({
      description:
        'By element, most first: talks whose tag rests on the product, or talks of the organisation that treat it.',
    }),
  })
  .meta({ id: 'named' });

const group = z
  .strictObject({
    key,
    and,
    talks: count,
    tagged: count,
    untagged: count,
    review: count.meta({ description: 'In doubt; the three add up to talks.' }),
    parts: z.record(text, counted).meta({ description: 'In the order of the taxonomy.' }),
    elements: z.record(text, counted),
    tools: z.array(named).meta({ description: 'Products that its talks name, most talks first.' }),
    organisations: z.array(named).meta({ description: 'Where its talks come from, most talks first.' }),
  })
  .meta({ id: 'coverageGroup' });

const trend = z
  .strictObject({
    by: z.literal('year'),
    points: z.array(group).meta({ description: 'One a year that has talks, ascending.' }),
    undated: count.meta({ description: 'Talks that say no year.' }),
  })
  .meta({ id: 'trend' });

const gap = z
  .strictObject({
    key: text,
    and,
    id: text.meta({ description: 'The element that no talk of the group treats.' }),
    part: text,
    of: count.meta({ description: 'Talks of the group.' }),
    others: z
      .strictObject({ talks: count, of: count, share })
      .meta({ description: 'The other groups together: talks that treat it, of how many.' }),
    chance: share.meta({ description: 'How likely a group of this size has none by chance (hypergeometric).' }),
  })
  .meta({ id: 'gap' });

const side = z.strictObject({ talks: count, share });

const change = z
  .strictObject({
    id: text,
    status: z.enum(['new', 'grown', 'shrunk', 'gone', 'same', 'none']),
    before: side,
    after: side,
    difference: z.number().min(-1).max(1),
    p: share.nullable().meta({ description: 'How likely so large a difference is by chance, two-sided.' }),
    test: z.enum(['z', 'fisher']).nullable().meta({
      description: "Pooled two-proportion z-test, or Fisher's exact test where an expected count is below 5.",
    }),
    significant: z.boolean().meta({ description: 'p below 0.05.' }),
  })
  .meta({ id: 'change' });

const compared = z.strictObject({ name: text, talks: count });

const comparison = z
  .strictObject({ before: compared, after: compared, parts: z.array(change), elements: z.array(change) })
  .meta({ id: 'comparison' });

const moved = z.record(text, z.strictObject({ before: count, after: count }));

const patchTalk = z
  .strictObject({
    id: text,
    title: text,
    status: z.enum(['tagged', 'untagged', 'review']),
    primary: text.nullable(),
    elements: z.array(text).meta({
      description: 'Most confident first; those of a talk in review count only where that was asked for.',
    }),
    groups: z.array(z.strictObject({ key, and })).optional().meta({ description: 'Where talks are grouped.' }),
  })
  .meta({ id: 'patchTalk', description: 'A talk as it is now.' });

const patch = z
  .strictObject({
    ref: text.meta({ description: 'The commit that was compared with.' }),
    added: z.array(patchTalk),
    changed: z.array(patchTalk),
    removed: z.array(example),
    talks: z.strictObject({ before: count, after: count }).meta({ description: 'Of the whole collection.' }),
    parts: moved.meta({ description: 'Those whose count differs.' }),
    elements: moved,
  })
  .meta({ id: 'patch' });

const target = z
  .strictObject({
    target: text.meta({ description: 'As it was written.' }),
    origin: text.meta({ description: '--min, or the file and line.' }),
    concept: text.nullable().meta({ description: 'The part or element that its name stands for; null for totals.' }),
    group: text.nullable().meta({ description: 'null for all talks, and where there is no group.' }),
    talks: count,
    of: count,
    met: z.boolean(),
    lacks: z.enum(['groups', 'talks']).optional().meta({
      description:
        'Of these there is none to hold it against, so it is missed: groups, where it is asked of each, or talks.',
    }),
  })
  .meta({ id: 'target' });

export const coverageRecordSchema = z
  .strictObject({
    schema: z.literal('mlops-tag/coverage@1'),
    tool: z.strictObject({
      version: text,
      taxonomy: z.strictObject({ id: text, version: text, hash: text }),
    }),
    by: text.nullable().meta({ description: 'The key that talks are grouped by.' }),
    and: text.nullable().meta({ description: 'The second key.' }),
    weight: z.enum(['talk', 'primary']).meta({ description: 'What shares count.' }),
    includeReview: z.boolean().meta({ description: 'Whether talks in doubt count for their elements.' }),
    talks: count,
    all: group.meta({ description: 'All talks as one group, under the empty key.' }),
    groups: z.array(group).meta({ description: 'By key; talks without a value last. Without a key, all talks.' }),
    trend: trend.nullable().meta({ description: 'null, as what follows, where it was not asked for.' }),
    gaps: z.array(gap).nullable().meta({ description: 'The most striking first.' }),
    comparison: comparison.nullable(),
    patch: patch.nullable(),
    targets: z.array(target).nullable(),
  })
  .meta({ title: 'mlops-tag/coverage@1', description: 'The document of coverage --format json.' });
