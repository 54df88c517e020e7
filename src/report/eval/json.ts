/** The document `mlops-tag/eval@1`. */

import { EVAL_SCHEMA, rounded } from '../../evaluate/comparison.ts';
import { jsonDocument, toolRecord } from '../json.ts';
import type { EvalReporter } from './document.ts';

export const evalJson: EvalReporter = ({ evaluation, unlabelled, comparison }, context) => {
  const { talks, scores, support, intervals, ceiling, elements, languages, reliability, ...cases } = evaluation;
  const { figures, ...sampling } = intervals;
  const measured = {
    talks,
    unlabelled,
    scores,
    support,
    intervals: { ...sampling, ...figures },
    ...(ceiling === undefined ? {} : { ceiling }),
    elements,
    languages,
    reliability: { ece: scores.ece, bins: reliability },
    ...cases,
    ...(comparison === undefined ? {} : { comparison }),
  };
  return jsonDocument({ schema: EVAL_SCHEMA, tool: toolRecord(context), ...withShortNumbers(measured) });
};

/** Four decimals are more than any of the figures is worth. */
function withShortNumbers<Value extends object>(value: Value): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(value, (_key, one: unknown) => (typeof one === 'number' ? rounded(one) : one)));
}
