/** Folds for cross-validation: the talks of one event resemble each other, so an event lies in one fold whole. */

/** The fold of each item; groups go, the largest first, to the fold that is smallest. */
export function foldsOf(groups: readonly string[], count: number): readonly number[] {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const folds = new Array<number>(count).fill(0);
  const foldOf = new Map<string, number>();
  for (const [group, size] of [...sizes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))) {
    const fold = folds.indexOf(Math.min(...folds));
    foldOf.set(group, fold);
    folds[fold] = (folds[fold] ?? 0) + size;
  }
  return groups.map((group) => foldOf.get(group) ?? 0);
}
