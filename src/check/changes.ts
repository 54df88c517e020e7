/** The fixes of findings, gathered by the talk whose tags they change. */
import type { TagChange } from '../write/types.ts';
import type { CheckFinding, Fix } from './types.ts';

/** Which fixes are wanted: those beyond doubt, or suggested tags too. */
export type Wanted = 'safe' | 'all';

export function isWanted(fix: Fix | undefined, wanted: Wanted): fix is Fix {
  return fix !== undefined && (wanted === 'all' || fix.kind !== 'add' || fix.asked !== true);
}

export function changesOf(findings: readonly CheckFinding[], wanted: Wanted): readonly TagChange[] {
  const changes = new Map<string, { readonly home: TagChange['home']; readonly fixes: Fix[] }>();
  for (const { fix, home } of findings) {
    if (home === undefined || !isWanted(fix, wanted)) continue;
    const key = JSON.stringify(home);
    const change = changes.get(key);
    if (change === undefined) changes.set(key, { home, fixes: [fix] });
    else change.fixes.push(fix);
  }
  return [...changes.values()];
}
