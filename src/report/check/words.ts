/** The words that the formats of `check` share: what was looked at, what was found, what a person decided. */
import type { CheckFinding, CheckSummary, Decision } from '../../check/types.ts';

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function lookedAt({ files, talks }: CheckSummary): string {
  return `${counted(files, 'file')}, ${counted(talks, 'talk')}`;
}

export function found({ errors, warnings }: CheckSummary): string {
  const counts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return counts.length === 0 ? 'no findings' : counts.join(', ');
}

/** What `--write` would do about the findings; empty where it can do nothing. */
export function mendable({ fixable, fixableWithAll }: CheckSummary): string {
  const more = fixable > 0 ? `${fixableWithAll} more` : `${fixableWithAll} can be mended`;
  return [
    ...(fixable > 0 ? [`${fixable} can be mended with --write`] : []),
    ...(fixableWithAll > 0 ? [`${more} with --write=all`] : []),
  ].join(', ');
}

/** One line that always says what was looked at. */
export function headline(summary: CheckSummary): string {
  const mend = mendable(summary);
  return `${lookedAt(summary)}: ${found(summary)}${mend === '' ? '' : `; ${mend}`}`;
}

/** What the findings do not show, an item each; what is nought is not said. */
export function besides({ fixed, disabled, baselined, cached }: CheckSummary): readonly string[] {
  return [
    ...(fixed > 0 ? [`${fixed} mended`] : []),
    ...(disabled > 0 ? [`${disabled} disabled by comments`] : []),
    ...(baselined > 0 ? [`${baselined} known to the baseline`] : []),
    ...(cached > 0 ? [`${counted(cached, 'file')} from the cache`] : []),
  ];
}

export function decided({ kind, tags }: Decision): string {
  return kind === 'locked' ? 'locked' : `not ${tags.join(', ')}`;
}

/** How a finding can be mended; empty where only a person can. */
export function mending({ fixable, fix }: CheckFinding): string {
  if (!fixable) return '';
  return fix?.kind === 'add' && fix.asked === true ? 'fixable with --write=all' : 'fixable';
}
