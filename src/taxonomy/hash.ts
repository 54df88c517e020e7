import { createHash } from 'node:crypto';
import type { Unhashed } from './resolve.ts';
import type { Taxonomy } from './types.ts';

/** The taxonomy with the SHA-256 of its content: the same for the same content, however the files were cut or their keys ordered. */
export function hashed(content: Unhashed): Taxonomy {
  const { id, version, title, concepts, contexts, domain } = content;
  const resolved = { id, version, title, concepts, contexts, domain };
  const hash = createHash('sha256').update(canonicalJson(resolved)).digest('hex');
  return { ...resolved, hash };
}

/** JSON with the keys of every map in code unit order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
