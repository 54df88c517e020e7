/** Adds a hook to the text of a .pre-commit-config.yaml; every other byte stays. */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, parseDocument } from 'yaml';
import { hookLines } from './init-files.ts';

export type Added = { readonly text: string } | { readonly left: string };

const BY_HAND = 'add the hook by hand, as docs/configuration.md shows it';

/** The text with the hook at the end of `repos`, or why it is left as it is. */
export function withHook(text: string, version: string): Added {
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0) return { left: `it is no YAML that can be read; ${BY_HAND}` };
  const repos = isMap(document.contents) ? document.get('repos', true) : undefined;
  if (JSON.stringify(document.toJS())?.includes('"id":"mlops-tag"')) return { left: 'it has the hook already' };
  const first = isSeq(repos) && repos.flow !== true ? startOf(repos.items[0]) : undefined;
  const last = isSeq(repos) ? endOf(repos.items.at(-1)) : undefined;
  if (first === undefined || last === undefined) return { left: `it has no list of repos, a line each; ${BY_HAND}` };
  const longer = inserted(text, first, last, version);
  return isSame(text, longer, version) ? { text: longer } : { left: BY_HAND };
}

function inserted(text: string, first: number, last: number, version: string): string {
  const lineStart = text.lastIndexOf('\n', first - 1) + 1;
  const indent = /^[ ]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const contentEnd = text.slice(0, last).trimEnd().length;
  const lineEnd = text.indexOf('\n', contentEnd);
  const at = lineEnd < 0 ? text.length : lineEnd + 1;
  const lines = hookLines(version).map((line) => indent + line + feed);
  return text.slice(0, at) + (lineEnd < 0 ? feed : '') + lines.join('') + text.slice(at);
}

/** Whether the longer text says what the other does, and the hook besides. */
function isSame(text: string, longer: string, version: string): boolean {
  const before: unknown = parseDocument(text).toJS();
  const after = parseDocument(longer, { logLevel: 'silent' });
  const hook: unknown = parseDocument(hookLines(version).join('\n')).toJS();
  if (after.errors.length > 0 || !hasRepos(before) || !Array.isArray(hook)) return false;
  return isDeepStrictEqual(after.toJS(), { ...before, repos: [...before.repos, ...hook] });
}

function hasRepos(value: unknown): value is { readonly repos: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'repos' in value && Array.isArray(value.repos);
}

function startOf(node: unknown): number | undefined {
  return isMap(node) ? node.range?.[0] : undefined;
}

function endOf(node: unknown): number | undefined {
  return isMap(node) ? node.range?.[1] : undefined;
}
