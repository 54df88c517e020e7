/** The folded config as YAML that is a config itself, each line with where its value came from. */
import { resolve } from 'node:path';
import { RULE_IDS } from '../check/rules/ids.ts';
import { terminalSafeJson, visibleLine } from '../report/text.ts';
import { NO_PATHS, shownFrom } from './find.ts';
import type { LoadedConfig } from './load.ts';

/** For `--print-config`; paths are written as they would stand in a config at its root. Ends with a line feed. */
export function printedConfig({ config, origins }: LoadedConfig): string {
  const page = new Page(origins);
  const fromRoot = (path: string): string =>
    NO_PATHS.has(path) ? path : shownFrom(config.root, resolve(config.cwd, path));
  const { taxonomy = 'which-part', model, baseline, thresholds } = config;
  page.line('taxonomy', fromRoot(taxonomy));
  page.line('model', model === undefined ? undefined : fromRoot(model), 'the one that ships');
  page.line(
    'include',
    config.include.map((path) => shownFrom(config.root, resolve(config.cwd, path))),
  );
  page.line('exclude', config.exclude);
  page.map('fields', Object.entries(config.fields));
  page.map('declared', Object.entries(config.declared));
  page.line('paths', config.paths);
  page.map('thresholds', [
    ['tag', thresholds.tag, "the model's own"],
    ['suggest', thresholds.suggest],
    ['tags', thresholds.tags],
  ]);
  page.map(
    'rules',
    RULE_IDS.map((id) => [id, config.rules[id]]),
  );
  page.list('overrides', config.overrides);
  page.line('baseline', baseline === undefined ? undefined : fromRoot(baseline), 'none');
  return page.text();
}

class Page {
  readonly #lines: string[] = [];
  readonly #origins: LoadedConfig['origins'];

  constructor(origins: LoadedConfig['origins']) {
    this.#origins = origins;
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  /** What has no value of its own becomes a comment that says what holds. */
  line(key: string, value: unknown, unsaid = ''): void {
    this.#add('', key, key, value, unsaid);
  }

  map(key: string, entries: readonly (readonly [key: string, value: unknown, unsaid?: string])[]): void {
    if (entries.length === 0) {
      this.#add('', key, key, {});
      return;
    }
    this.#lines.push(`${key}:`);
    for (const [inner, value, unsaid = ''] of entries) this.#add('  ', inner, `${key}.${inner}`, value, unsaid);
  }

  list(key: string, items: readonly unknown[]): void {
    if (items.length === 0) {
      this.#add('', key, key, []);
      return;
    }
    this.#lines.push(`${key}:`);
    for (const [i, item] of items.entries()) this.#lines.push(`  - ${yamlOf(item)}${this.#origin(`${key}.${i}`)}`);
  }

  #add(indent: string, key: string, from: string, value: unknown, unsaid = ''): void {
    this.#lines.push(
      `${indent}${value === undefined ? `# ${key}: ${unsaid}` : `${key}: ${yamlOf(value)}`}${this.#origin(from)}`,
    );
  }

  #origin(key: string): string {
    return `  # ${visibleLine(this.#origins[key] ?? 'default')}`;
  }
}

/** Plain in YAML, and nothing but text there. */
const PLAIN = /^(?!(?:true|false|null)$)\p{L}[\p{L}\p{N}_./-]*$/iu;

/** A value on one line, as YAML and JSON both read it where it is not plain. */
export function yamlOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${yamlOf(inner)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return typeof value === 'string' && PLAIN.test(value) ? value : terminalSafeJson(JSON.stringify(value));
}
