/** How deep a YAML text is nested, told from its tokens: what comes after them in the library is recursive. */
import type { CST } from 'yaml';

/** The offset of a collection that lies inside `limit` others; undefined where there is none. */
export function deepOffset(tokens: readonly CST.Token[], limit: number): number | undefined {
  let level: readonly CST.Token[] = tokens.flatMap((token) =>
    token.type === 'document' && token.value !== undefined && 'items' in token.value ? [token.value] : [],
  );
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > limit) return level[0]?.offset;
    level = level.flatMap(membersOf);
  }
  return undefined;
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
