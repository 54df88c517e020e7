/** What a glob of a config may be: a pull request can change it, so it must not take time without end to match. */

/** Stars of one segment, and `**` of one glob. */
const MAX_WILD = 3;
const MAX_LENGTH = 500;

/** What is wrong with a glob; undefined where nothing is. */
export function globMistake(glob: string): string | undefined {
  if (glob.length > MAX_LENGTH) return `a glob has ${MAX_LENGTH} characters at most`;
  if (/[()]/.test(glob)) return 'a glob knows no parentheses; write alternatives as {a,b}';
  if (/\{[^}]*\.\.[^}]*\}/.test(glob)) return 'a glob knows no ranges; write alternatives as {a,b}';
  const segments = glob.split('/');
  const wild = Math.max(
    segments.filter((segment) => segment === '**').length,
    ...segments.filter((segment) => segment !== '**').map((segment) => segment.match(/\*+|\[/g)?.length ?? 0),
  );
  return wild > MAX_WILD ? `more than ${MAX_WILD} wildcards in one place` : undefined;
}
