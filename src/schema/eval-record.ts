/** The document of `eval --format json` as a zod schema: tests hold real output against it, and schemas/eval.schema.json is made from it. */
import * as z from 'zod';

const text = z.string();
const count = z.int().min(0);
const share = z.number().min(0).max(1);
const line = z.int().min(1).meta({ description: '1-based.' });
const change = z.number().min(-1).max(1);
const source = z.strictObject({ path: text, line });
const status = z.enum(['tagged', 'untagged', 'review']);
const words = z.array(text).meta({ description: 'The strongest wordings that it rests on.' });

const rates = z.strictObject({ precision: share, recall: share, f1: share }).meta({ id: 'rates' });

const ece = share.nullable().meta({ description: 'Expected calibration error; null where there are no confidences.' });

const scores = z
  .strictObject({
    micro: rates.meta({ description: 'Over all pairs of a talk and an element.' }),
    macro: share.meta({ description: 'Mean F1 of the elements with at least 3 labelled talks.' }),
    parts: rates.meta({ description: 'Over all pairs of a talk and a part.' }),
    primary: share.meta({ description: 'Share of the talks with a primary element in which it was found as such.' }),
    untagged: rates.meta({ description: 'Of "treats no part of it".' }),
    talk: share.meta({ description: "Mean of each talk's own F1; 1 where rightly nothing was found." }),
    ece,
  })
  .meta({ id: 'scores' });

const perFigure = <Value extends z.ZodType>(value: Value) => ({
  micro: value,
  macro: value,
  parts: value,
  primary: value,
  untagged: value,
  talk: value,
  ece: value,
});

const interval = z.tuple([share, share]).nullable().meta({ id: 'interval' });

const tool = z
  .looseObject({
    version: text,
    taxonomy: z.strictObject({ id: text, version: text, hash: text }),
  })
  .meta({ id: 'tool' });

const statusScores = z
  .strictObject({
    talks: count,
    micro: share,
    talk: share,
    mistakes: z.number().min(0).meta({ description: 'Elements wrong or missed, a talk.' }),
  })
  .meta({ id: 'status' });

const confusion = z
  .strictObject({
    gold: text.nullable().meta({ description: 'The element that was missed; null where one was found too many.' }),
    found: text.nullable().meta({ description: 'The element found without being labelled; null where none was.' }),
    talks: count,
    examples: z.array(
      z.strictObject({
        id: text,
        title: text,
        source,
        words,
        near: z.strictObject({ confidence: share, missing: text }).optional(),
      }),
    ),
  })
  .meta({ id: 'confusion' });

const changed = { before: share.nullable(), now: share.nullable(), change: change.optional() };

export const evalRecordSchema = z
  .strictObject({
    schema: z.literal('mlops-tag/eval@1'),
    tool,
    talks: count.meta({ description: 'Labelled talks.' }),
    unlabelled: count.meta({ description: 'Talks without labels, left out.' }),
    scores,
    support: z
      .strictObject(perFigure(count))
      .meta({ description: 'How many pairs, elements, talks or tags each figure rests on.' }),
    intervals: z.strictObject({
      level: share,
      rounds: count,
      by: z.enum(['event', 'talk']).meta({ description: 'What the bootstrap draws.' }),
      groups: count,
      ...perFigure(interval),
    }),
    ceiling: z
      .strictObject({ talks: count, second: scores, tool: scores })
      .optional()
      .meta({ description: 'A second reader against the labels, and the tool on the same talks.' }),
    elements: z
      .array(
        z.strictObject({ id: text, part: text, gold: count, found: count, precision: share, recall: share, f1: share }),
      )
      .meta({ description: 'Those with most labelled talks first.' }),
    languages: z.array(z.strictObject({ lang: text, talks: count, scores })),
    reliability: z.strictObject({
      ece,
      bins: z.array(z.strictObject({ low: share, high: share, confidence: share, right: share, tags: count })),
    }),
    status: z.strictObject({ review: statusScores, others: statusScores }),
    confusions: z.array(confusion).meta({ description: 'The most frequent first.' }),
    furthest: z
      .array(
        z.strictObject({
          id: text,
          title: text,
          source,
          status,
          f1: share,
          gold: z.array(text),
          found: z.array(z.strictObject({ id: text, confidence: share, words })),
        }),
      )
      .meta({ description: 'The talks with the lowest F1.' }),
    comparison: z
      .strictObject({
        with: z.strictObject({ talks: count, tool }),
        figures: z.array(z.strictObject({ figure: text, ...changed })),
        elements: z
          .array(z.strictObject({ id: text, gold: count, ...changed }))
          .meta({ description: 'Elements whose F1 changed, the greatest gain first.' }),
      })
      .optional()
      .meta({ description: 'With the report of --compare.' }),
  })
  .meta({ title: 'mlops-tag/eval@1', description: 'The document of eval --format json.' });
