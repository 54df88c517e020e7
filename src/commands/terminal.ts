/** What a terminal can show, told from the environment. */
import type { ColorLevel, ReportContext } from '../report/types.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { VERSION } from '../version.ts';
import type { CommandContext, TextSink } from './context.ts';

/** `--color/--no-color` first, then NO_COLOR, FORCE_COLOR, and whether a terminal listens. */
export function colorLevel(sink: TextSink, flag: boolean | undefined, env: CommandContext['env']): ColorLevel {
  if (flag === false) return 0;
  const best = env['COLORTERM'] === 'truecolor' ? 3 : /256/.test(env['TERM'] ?? '') ? 2 : 1;
  if (flag === true) return best;
  if (env['NO_COLOR']) return 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined)
    return forced === '0' || forced === 'false' ? 0 : forced === '2' ? 2 : forced === '3' ? 3 : best;
  return sink.isTTY && env['TERM'] !== 'dumb' ? best : 0;
}

/** Whether bars and dots may be more than ASCII: everywhere but where the locale or the terminal says otherwise. */
export function isUnicode(env: CommandContext['env']): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return (
    env['TERM'] !== 'linux' &&
    !/^(?:C|POSIX)$/.test(env['LC_ALL'] ?? '') &&
    (locale === '' || !/\.(?!utf-?8)/i.test(locale))
  );
}

const FILE_WIDTH = 80;

/** How a report is to look: on `sink`, or in a file (no sink: no colour, 80 columns). */
export function reportContext(
  sink: TextSink | undefined,
  taxonomy: Taxonomy,
  color: boolean | undefined,
  env: CommandContext['env'],
): ReportContext {
  return {
    taxonomy,
    toolVersion: VERSION,
    color: sink === undefined ? 0 : colorLevel(sink, color, env),
    width: sink?.isTTY ? sink.columns : FILE_WIDTH,
    unicode: isUnicode(env),
  };
}
