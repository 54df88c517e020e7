/** The table of formats of `check`: a new one is a file beside this, its name in `formats.ts` and a line here. */
import { checkstyle } from './checkstyle.ts';
import { concise } from './concise.ts';
import type { CheckReporter } from './document.ts';
import type { CheckFormat } from './formats.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import { rdjson } from './rdjson.ts';
import { sarif } from './sarif.ts';

const REPORTERS: Readonly<Record<CheckFormat, CheckReporter>> = {
  pretty,
  concise,
  json,
  github,
  sarif,
  junit,
  gitlab,
  checkstyle,
  rdjson,
  markdown,
};

export function checkReporter(name: CheckFormat): CheckReporter {
  return REPORTERS[name];
}
