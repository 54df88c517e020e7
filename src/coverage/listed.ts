/** Names in a sentence. */

const AT_MOST = 12;

/** `a, b, c`, and of many how many more there are. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, AT_MOST).join(', ');
  return names.length > AT_MOST ? `${shown} and ${names.length - AT_MOST} more` : shown;
}
