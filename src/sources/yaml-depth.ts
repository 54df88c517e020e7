/** How deep a YAML text is nested, told from its tokens: what comes after them in the library is recursive. */
import type { CST } from 'yaml';

/** Whether any collection lies inside more than `limit` others. */
export function isNestedDeeper(tokens: readonly CST.Token[], limit: number): boolean {
  let level: readonly CST.Token[] = tokens.flatMap((token) =>
    token.type === 'document' && token.value !== undefined ? [token.value] : [],
  );
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap(membersOf);
  }
  return false;
}

function membersOf(token: CST.Token): readonly CST.Token[] {
  if (!('items' in token)) return [];
  const members: CST.Token[] = [];
  for (const item of token.items) {
    if ('key' in item && item.key != null && 'items' in item.key) members.push(item.key);
    if (item.value !== undefined && 'items' in item.value) members.push(item.value);
  }
  return members;
}
