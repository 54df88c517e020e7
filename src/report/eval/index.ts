/** The table of formats of `eval`. */
import type { EvalReporter } from './document.ts';
import type { EvalFormat } from './formats.ts';
import { evalJson } from './json.ts';
import { evalMarkdown } from './markdown.ts';
import { evalPretty } from './pretty.ts';

export const EVAL_REPORTERS: Readonly<Record<EvalFormat, EvalReporter>> = {
  pretty: evalPretty,
  json: evalJson,
  markdown: evalMarkdown,
};
