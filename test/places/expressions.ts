/** As much of GitHub's `${{ … }}` as action.yml uses: names and their values, no functions. */

/** What names stand for: `inputs` → `paths` → its value. */
export type Contexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The text with its expressions worked out. @throws RangeError for one that is no `context.name` with a value */
export function evaluated(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_all, inside: string) => {
    const [, context = '', name = ''] = /^\s*(\w+)\.([\w-]+)\s*$/.exec(inside) ?? [];
    const value = contexts[context]?.[name];
    if (value === undefined) throw new RangeError(`nothing is known of ${inside}`);
    return value;
  });
}
