/** The names of the formats of `eval`, apart from their code, which only a run needs. */
export const EVAL_FORMATS = ['pretty', 'json', 'markdown'] as const;
export type EvalFormat = (typeof EVAL_FORMATS)[number];
