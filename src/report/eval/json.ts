/** The document `mlops-tag/eval@1`. */

import { eceOf } from '../../evaluate/calibration.ts';
import { EVAL_SCHEMA, rounded } from '../../evaluate/comparison.ts';
import { jsonDocument, toolRecord } from '../json.ts';
import type { EvalReporter } from './document.ts';

export const evalJson: EvalReporter = ({ evaluation, unlabelled, comparison }, context) => {
  const { talks, reliability, intervals, ...rest } = evaluation;
  const { figures, ...sampling } = intervals;
  const measured = {
    talks,
    unlabelled,
    ...rest,
    intervals: { ...sampling, ...figures },
    reliability: { ece: eceOf(reliability), bins: reliability },
    ...(comparison === undefined ? {} : { comparison }),
  };
  return jsonDocument({ schema: EVAL_SCHEMA, tool: toolRecord(context), ...withShortNumbers(measured) });
};

/** Four decimals are more than any of the figures is worth. */
function withShortNumbers<Value extends object>(value: Value): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(value, (_key, one: unknown) => (typeof one === 'number' ? rounded(one) : one)));
}
