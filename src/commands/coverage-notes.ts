/** What `coverage` tells on stderr beside its reports. */
import { hasKeys } from '../coverage/group-named.ts';
import type { Coverage } from '../coverage/types.ts';
import type { CoverageFormat } from '../report/coverage/formats.ts';
import { visibleLine } from '../report/text.ts';
import { displayWidth } from '../report/width.ts';
import type { CommandContext } from './context.ts';
import type { CoverageFlags } from './coverage.ts';
import type { CoveragePlan } from './coverage-plan.ts';

/** What a reader of the counts may otherwise miss, a sentence each. */
export function notesOn(coverage: Coverage, { gaps, lang }: CoverageFlags): readonly string[] {
  const { by, talks, groups } = coverage;
  if (talks === 0)
    return [`no talk${lang === undefined ? '' : ` in ${lang.join(' or ')}`} was found; every count is 0`];
  const named = groups.filter(hasKeys);
  const [only] = named;
  const hasOneGroup = gaps === true && by !== null && named.length < 2;
  return [
    ...withoutValue(coverage),
    ...(hasOneGroup
      ? [
          only === undefined
            ? `--gaps compares groups, and no talk says its ${by}`
            : `--gaps compares groups, and "${only.key}" is the only ${by}`,
        ]
      : []),
  ];
}

/** What of the flags plays no part where records are counted. */
export function notesOnRecords({ minConfidence, limit, model, split }: CoverageFlags): readonly string[] {
  const named = { '--min-confidence': minConfidence, '--limit': limit, '--model': model, '--split': split };
  const idle = Object.entries(named).flatMap(([name, value]) =>
    value === undefined || value === 'auto' ? [] : [name],
  );
  if (idle.length === 0) return [];
  const names = `${inWords(idle)} ${idle.length === 1 ? 'plays' : 'play'}`;
  return [`records are counted as they were tagged: ${names} no part`];
}

/** Formats in which nothing stands beside the counts. */
const COUNTS_ALONE: readonly CoverageFormat[] = ['csv', 'csv-wide', 'map', 'svg'];

/** What was asked beside the counts, where no report that was asked for holds it. */
export function notesOnFormats(
  { requests }: Pick<CoveragePlan, 'requests'>,
  { update, gaps, trend, compare, patch, tools, organisations }: CoverageFlags,
): readonly string[] {
  const formats = [...new Set(requests.map(({ format }) => format))];
  if (update !== undefined || !formats.every((format) => COUNTS_ALONE.includes(format))) return [];
  const asked = { '--gaps': gaps, '--trend': trend, '--compare': compare, '--patch': patch, '--tools': tools };
  const lost = Object.entries({ ...asked, '--organisations': organisations }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  if (lost.length === 0) return [];
  const hold = formats.length === 1 ? 'holds' : 'hold';
  return [`${inWords(formats)} ${hold} counts alone: for ${inWords(lost)} add -f pretty, markdown, json or html`];
}

/** `a, b and c`. */
function inWords(names: readonly string[]): string {
  const others = names.slice(0, -1);
  return `${others.length === 0 ? '' : `${others.join(', ')} and `}${names.at(-1) ?? ''}`;
}

/** Keys of which a talk may have several values. */
function ofSeveral(key: string): boolean {
  return key === 'speaker' || key === 'organisation';
}

/** Of each key, how many talks have no value; not of a second one where a talk may be in several groups, which adds up to more. */
function withoutValue({ by, and, talks, groups }: Coverage): readonly string[] {
  const lacking = (key: string | null, isEmpty: (group: Coverage['groups'][number]) => boolean): readonly string[] => {
    const without = groups.filter(isEmpty).reduce((sum, group) => sum + group.talks, 0);
    return key === null || without === 0
      ? []
      : [`${without} of ${talks} ${talks === 1 ? 'talk' : 'talks'} ${without === 1 ? 'says' : 'say'} no ${key}`];
  };
  const second = by === null || ofSeveral(by) ? null : and;
  return [...lacking(by, ({ key }) => key === ''), ...lacking(second, (group) => group.and === '')];
}

/** A command worth trying next, for who sees the report on a terminal; undefined where there is none, or standard input was read. */
function nextCommand(
  { paths, requests }: CoveragePlan,
  flags: CoverageFlags,
  coverage: Coverage,
): readonly string[] | undefined {
  const { by, gaps, compare } = flags;
  if (paths.includes('-') || coverage.talks === 0 || compare !== undefined) return undefined;
  const words = ['mlops-tag', 'coverage', ...paths, ...kept(flags)];
  if (by === undefined) return [...words, '--by', 'event'];
  if (gaps !== true && coverage.groups.filter(hasKeys).length > 1) return [...words, '--gaps'];
  return requests.some(({ format }) => format === 'html') ? undefined : [...words, '-f', 'html=report.html'];
}

/** The flags without which other talks would be counted, or in other groups. */
function kept({ by, and, lang, taxonomy, config }: CoverageFlags): readonly string[] {
  const file = typeof config === 'string' ? config : undefined;
  const flags = { by, and, lang: lang?.join(','), taxonomy, config: file };
  return Object.entries(flags).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
}

const PLAIN = /^[\w\-./=:@%+,\p{L}\p{N}]+$/u;

function quoted(word: string): string {
  return visibleLine(PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
}

const NEXT = 'Next: ';
const CONTINUED = ' \\';

/** As a shell takes it, on as many lines as the terminal's width asks for. */
function folded(words: readonly string[], width: number): string {
  const lines: string[] = [];
  for (const piece of piecesOf(words)) {
    const longer = [...lines.slice(-1), piece].join(' ');
    if (displayWidth(NEXT + longer + CONTINUED) <= width) lines.splice(-1, 1, longer);
    else lines.push(piece);
  }
  return NEXT + lines.join(`${CONTINUED}\n${' '.repeat(NEXT.length)}`);
}

/** A flag and its value stay together. */
function piecesOf(words: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  for (const [i, word] of words.map(quoted).entries()) {
    const isValue = !word.startsWith('-') && words[i - 1]?.startsWith('-') === true;
    pieces.push(isValue ? `${pieces.pop()} ${word}` : word);
  }
  return pieces;
}

/** Says it on stderr where the text report stands on a terminal. */
export async function tellNext(
  plan: CoveragePlan,
  flags: CoverageFlags,
  coverage: Coverage,
  { stdout, stderr }: CommandContext,
): Promise<void> {
  const isShown = plan.requests.some(({ format, file }) => format === 'pretty' && file === undefined);
  const next = stdout.isTTY && isShown ? nextCommand(plan, flags, coverage) : undefined;
  if (next !== undefined) await stderr.write(`\n${folded(next, stdout.columns)}\n`);
}
