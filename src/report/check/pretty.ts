/** For people at a terminal: findings by file and talk, what a person decided, and what was looked at. */
import type { CheckFinding, Related, Span } from '../../check/types.ts';
import { line } from '../layout.ts';
import { visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { clip, clipStart } from '../width.ts';
import { type TextRun, wrapText } from '../wrap-text.ts';
import { withoutCommands } from './commands.ts';
import { type CheckReporter, grouped } from './document.ts';
import { decisionLines, endLines, noteLines } from './pretty-end.ts';
import { mending } from './words.ts';

const INDENT = '  ';
/** Places are at least so wide, so that messages of most files begin in the same column. */
const PLACE_COLUMNS = 7;
const SEVERITY_COLUMNS = 'warning'.length;
/** Below so many columns a message stands under its place. */
const NARROW = 50;
/** Places shown for a finding; json has them all. */
const RELATED_SHOWN = 5;

export const pretty: CheckReporter = {
  extension: 'txt',
  whole(report, context) {
    const files = Array.from(
      grouped(report.findings, ({ path }) => path),
      ([path, findings]) => fileLines(path, findings, context),
    );
    const blocks = [...files, decisionLines(report, context), noteLines(report, context), endLines(report, context)];
    const shown = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
    return withoutCommands(`${shown.join('\n\n')}\n`);
  },
};

function fileLines(path: string, findings: readonly CheckFinding[], context: ReportContext): readonly string[] {
  const { bold, glyphs } = themeOf(context);
  const places = findings.reduce((most, one) => Math.max(most, placeOf(one).length), PLACE_COLUMNS);
  const head = line(
    [{ text: clipStart(visibleLine(path), context.width, glyphs.ellipsis), paint: bold }],
    context.width,
    '',
  );
  const talks = Array.from(
    grouped(findings, ({ talk }) => talk ?? ''),
    ([talk, ofTalk]) => [
      ...talkHead(talk, path, context),
      ...ofTalk.flatMap((one) => findingLines(one, places, context)),
    ],
  );
  return [head, ...talks.flat()];
}

/** The talk's id, less the path that it may begin with; nothing for findings about the file. */
function talkHead(talk: string, path: string, context: ReportContext): readonly string[] {
  const { dim, glyphs } = themeOf(context);
  const own = visibleLine(talk.startsWith(`${path}#`) ? talk.slice(path.length) : talk);
  if (own === '' || talk === path) return [];
  const shown = clip(own, Math.max(0, context.width - INDENT.length), glyphs.ellipsis);
  return [line([{ text: `${INDENT}${shown}`, paint: dim }], context.width, '')];
}

/** `places`: columns that the places of the file's findings take. */
function findingLines(finding: CheckFinding, places: number, context: ReportContext): readonly string[] {
  const { dim, error, mark, review } = themeOf(context);
  const { severity, message, rule, related = [] } = finding;
  const place = placeOf(finding).padEnd(places);
  const level = (severity === 'error' ? error : review)(severity);
  const mend = mending(finding);
  const runs: readonly TextRun[] = [
    { text: message },
    { text: ` [${rule}]`, paint: dim },
    ...(mend === '' ? [] : [{ text: ` ${mend}`, paint: mark }]),
  ];
  const head = `${INDENT}${dim(place)}  ${level}`;
  const narrow = context.width < NARROW;
  const hanging = ' '.repeat(narrow ? 2 * INDENT.length : INDENT.length + places + 2 + SEVERITY_COLUMNS + 2);
  const behind = relatedLines(related, finding, hanging, context);
  const [first = '', ...others] = wrapText(runs, context.width, hanging);
  if (narrow) return [head, first, ...others, ...behind];
  const gap = ' '.repeat(SEVERITY_COLUMNS - severity.length + 2);
  return [`${head}${gap}${first.slice(hanging.length)}`, ...others, ...behind];
}

/** The words behind a finding, each with where it stands. */
function relatedLines(
  related: readonly Related[],
  { path }: CheckFinding,
  hanging: string,
  context: ReportContext,
): readonly string[] {
  const { dim, quote } = themeOf(context);
  const rest = related.length - RELATED_SHOWN;
  const fullPlaceOf = (one: Related) => (one.path === path ? placeOf(one) : `${one.path}:${placeOf(one)}`);
  return [
    ...related.slice(0, RELATED_SHOWN).flatMap((one) =>
      wrapText(
        [
          { text: fullPlaceOf(one), paint: dim },
          { text: ` ${one.message}`, paint: quote },
        ],
        context.width,
        `${hanging}${INDENT}`,
      ),
    ),
    ...(rest > 0 ? wrapText([{ text: `and ${rest} more`, paint: dim }], context.width, `${hanging}${INDENT}`) : []),
  ];
}

function placeOf({ line, column }: Span): string {
  return `${line}:${column}`;
}
