/** What a report of `check` is to its formats: the reporter's shape, and the order, grouping and places that they share. */
import type { CheckFinding, CheckReport, Span } from '../../check/types.ts';
import type { ReportContext } from '../types.ts';

export interface CheckReporter {
  /** Of files that hold this format, without the dot. */
  readonly extension: string;
  whole(report: CheckReport, context: ReportContext): string;
}

/** Errors before warnings, each as they were ordered. */
export function mostSevereFirst(findings: readonly CheckFinding[]): readonly CheckFinding[] {
  const of = (severity: CheckFinding['severity']) => findings.filter((finding) => finding.severity === severity);
  return [...of('error'), ...of('warning')];
}

/** What has the same key side by side, in the order in which keys are first met. */
export function grouped<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** The last line that has something of the span: a span that ends before the first column of a line holds nothing of it. */
export function lastLineOf({ line, endLine, endColumn }: Span): number {
  return endColumn <= 1 && endLine > line ? endLine - 1 : Math.max(line, endLine);
}

/**
 * A path from the repository's root, for machines that know no working folder; absolute paths stay as they are.
 * @param prefix from the root to the working folder, as `CheckReport.prefix`
 */
export function fromRoot(prefix: string, path: string): string {
  if (isAbsolute(path)) return path;
  const kept: string[] = [];
  for (const segment of `${prefix}${path}`.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else kept.push(segment);
  }
  return kept.join('/');
}

export function isAbsolute(path: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path);
}
