/** Comments that switch rules off in place (`mlops-tag-disable rule-a, rule-b: reason`), and what they do. */
import { didYouMean } from '../nearest.ts';
import { LineIndex } from '../sources/lines.ts';
import { type Comment, commentsOf } from './comments.ts';
import { isRuleId, RULE_IDS, type RuleId } from './rules/ids.ts';
import { type Disable, type RuleFinding, spanOf } from './types.ts';

const WORD = 'mlops-tag-disable';

/** The word, then names up to a colon, then a reason. */
const DISABLE = /^\s*mlops-tag-disable(?:\s+([^:：]*))?(?:\s*[:：]([\s\S]*))?$/;

/**
 * The disables of a decoded file. `talkLines`: the 1-based lines on which its talks begin. A comment covers the talk it
 * stands in, up to the line before the next; above the first talk, or in a file without any, the whole file.
 */
export async function disablesIn(
  text: string,
  path: string,
  talkLines: readonly number[],
): Promise<readonly Disable[]> {
  if (!text.includes(WORD)) return [];
  // As the reader of files sees it: where carriage returns alone end lines, they are line feeds, and offsets stay.
  const lined = text.includes('\n') ? text : text.replaceAll('\r', '\n');
  const comments = await commentsOf(lined, path);
  const lines = new LineIndex(lined);
  const talks = [...new Set(talkLines)].sort((a, b) => a - b);
  return comments.flatMap((comment) => disableOf(comment, path, lines, talks, lines.at(lined.length).line));
}

function disableOf(
  { start, end, content }: Comment,
  path: string,
  lines: LineIndex,
  talks: readonly number[],
  lastLine: number,
): readonly Disable[] {
  const [said, names = '', reason = ''] = DISABLE.exec(content) ?? [];
  if (said === undefined) return [];
  const from = lines.at(start);
  const to = lines.at(end);
  const covered = linesCovered(from.line, talks, lastLine);
  return [
    {
      path,
      ...from,
      endLine: to.line,
      endColumn: to.column,
      rules: [...new Set(names.split(/[\s,、，]+/).filter(Boolean))],
      ...(reason.trim() === '' ? {} : { reason: reason.trim().replace(/\s+/g, ' ') }),
      ...(covered === undefined ? {} : { lines: covered }),
    },
  ];
}

/** The first talk begins with its file: nothing stands above it that is another's. */
function linesCovered(line: number, talks: readonly number[], lastLine: number): Disable['lines'] {
  const index = talks.findLastIndex((talk) => talk <= line);
  if (index < 0) return undefined;
  return { from: index === 0 ? 1 : (talks[index] ?? 1), to: (talks[index + 1] ?? lastLine + 1) - 1 };
}

export interface Disabled {
  readonly kept: readonly RuleFinding[];
  /** How many findings comments switched off. */
  readonly disabled: number;
  /** Of the rule `unused-disable`. */
  readonly unused: readonly RuleFinding[];
}

/** Rules that speak of what a person wrote to silence others: only the config switches them off. */
const ONLY_BY_CONFIG: ReadonlySet<string> = new Set<RuleId>(['unused-disable', 'stale-baseline']);

/**
 * Takes out of one file's findings those that its disables cover. `judged`: the rules that looked at all there was to see;
 * a disable for another (it is off; it looks across files and saw only some) is never said to be unused.
 */
export function applyDisables(
  findings: readonly RuleFinding[],
  disables: readonly Disable[],
  judged: ReadonlySet<string>,
): Disabled {
  if (disables.length === 0) return { kept: findings, disabled: 0, unused: [] };
  const used = new Map(disables.map((disable) => [disable, new Set<string>()]));
  const kept = findings.filter((finding) => {
    const covering = disables.filter((disable) => covers(disable, finding));
    for (const disable of covering) used.get(disable)?.add(finding.rule);
    return covering.length === 0;
  });
  // Of a file that cannot be read to its end nobody knows what its comments are for.
  const known = findings.some(({ rule }) => rule === 'invalid-file') ? new Set<string>() : judged;
  const unused = [...used].flatMap(([disable, rules]) =>
    disable.rules.length === 0
      ? [complaint(disable, '', 'names no rule; write mlops-tag-disable rule: reason')]
      : disable.rules.flatMap((rule) => complaintsOf(disable, rule, rules.has(rule) || !known.has(rule))),
  );
  return { kept, disabled: findings.length - kept.length, unused };
}

function covers({ rules, lines }: Disable, { rule, line }: RuleFinding): boolean {
  if (!rules.includes(rule) || ONLY_BY_CONFIG.has(rule)) return false;
  return lines === undefined || (line >= lines.from && line <= lines.to);
}

function complaintsOf(disable: Disable, rule: string, needed: boolean): readonly RuleFinding[] {
  if (!isRuleId(rule)) {
    const known = didYouMean(rule, RULE_IDS);
    return [complaint(disable, rule, `"${rule}" is no rule${known}; a reason stands behind a colon`)];
  }
  if (ONLY_BY_CONFIG.has(rule))
    return [complaint(disable, rule, `"${rule}" is switched off in the config, not in place`)];
  const place = disable.lines === undefined ? 'file' : 'talk';
  return needed
    ? []
    : [complaint(disable, rule, `"${rule}" finds nothing in this ${place}; take it out of the comment`)];
}

function complaint(disable: Disable, rule: string, message: string): RuleFinding {
  return { rule: 'unused-disable', path: disable.path, ...spanOf(disable), message, identity: rule };
}
