/** The table of formats of `eval --parity`. */
import type { Parity } from '../../evaluate/parity.ts';
import type { ReportContext } from '../types.ts';
import type { EvalFormat } from './formats.ts';
import { parityPretty } from './parity.ts';
import { parityJson } from './parity-json.ts';
import { parityMarkdown } from './parity-markdown.ts';

export const PARITY_REPORTERS: Readonly<Record<EvalFormat, (parity: Parity, context: ReportContext) => string>> = {
  pretty: parityPretty,
  json: parityJson,
  markdown: parityMarkdown,
};
