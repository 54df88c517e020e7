/** What a path says of event and year, by patterns such as `talks/{event}/{year}/*.md`. */
import { isAbsolute, relative, resolve } from 'node:path';
import { didYouMean } from '../nearest.ts';
import { slashes } from './paths.ts';

/** Plain data, so that it crosses threads. */
export interface PathPatterns {
  /** Absolute; the folder that the patterns start from. */
  readonly root: string;
  /** Absolute; the folder that relative paths of talks start from. */
  readonly cwd: string;
  readonly patterns: readonly string[];
}

export interface PathFacts {
  readonly event?: string;
  readonly year?: number;
}

const PLACEHOLDERS = ['event', 'year'];
/** Wildcards of one segment, and `**` of one pattern: more of them could take time without end to try. */
const MAX_WILD = 3;

/** What is wrong with a pattern; undefined where nothing is. */
export function mistakeIn(pattern: string): string | undefined {
  const names = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const unknown = names.find((name) => !PLACEHOLDERS.includes(name));
  if (unknown !== undefined)
    return `a path says {event} or {year}, not {${unknown}}${didYouMean(unknown, PLACEHOLDERS)}`;
  if (names.length === 0) return `"${pattern}" has neither {event} nor {year}, so it would say nothing`;
  if (new Set(names).size < names.length) return 'a placeholder can stand once';
  if (isAbsolute(pattern) || pattern.split('/').includes('..'))
    return 'a pattern starts from the folder of the config and stays below it';
  const segments = pattern.split('/');
  const wild = Math.max(
    segments.filter((segment) => segment === '**').length,
    ...segments.map((segment) => segment.match(/\*+|\{event\}/g)?.length ?? 0),
  );
  return wild > MAX_WILD ? `more than ${MAX_WILD} wildcards in one place` : undefined;
}

/** A path as a talk's source shows it, seen from the root; undefined where it lies outside. */
export function pathFromRoot(path: string, { root, cwd }: Pick<PathPatterns, 'root' | 'cwd'>): string | undefined {
  const inside = relative(root, resolve(cwd, path));
  const shown = slashes(inside);
  return shown === '..' || shown.startsWith('../') || isAbsolute(inside) ? undefined : shown.normalize('NFC');
}

/** What the first pattern that fits says of the file at `path`. */
export function factsOfPath(path: string, patterns: PathPatterns | undefined): PathFacts {
  if (patterns === undefined || patterns.patterns.length === 0) return NOTHING;
  const inside = pathFromRoot(path, patterns);
  if (inside === undefined) return NOTHING;
  for (const expression of compiled(patterns)) {
    const groups = expression.exec(inside)?.groups;
    if (groups === undefined) continue;
    const { event, year } = groups;
    return { ...(event === undefined ? {} : { event }), ...(year === undefined ? {} : { year: Number(year) }) };
  }
  return NOTHING;
}

const NOTHING: PathFacts = {};
/** By the patterns of a run, which are one object for all of its files. */
const EXPRESSIONS = new WeakMap<PathPatterns, readonly RegExp[]>();

function compiled(patterns: PathPatterns): readonly RegExp[] {
  const known = EXPRESSIONS.get(patterns);
  if (known !== undefined) return known;
  const made = patterns.patterns.map(expressionOf);
  EXPRESSIONS.set(patterns, made);
  return made;
}

function expressionOf(pattern: string): RegExp {
  const segments = pattern
    .normalize('NFC')
    .replace(/^(?:\.\/)+/, '')
    .split('/');
  const last = segments.length - 1;
  const parts = segments.map((segment, i) => {
    if (segment === '**') return i === last ? '.*' : '(?:[^/]+/)*';
    return segmentExpression(segment) + (i === last ? '' : '/');
  });
  return new RegExp(`^${parts.join('')}$`, 'u');
}

function segmentExpression(segment: string): string {
  return segment.replace(/\{event\}|\{year\}|\*+|\?|[^*?{]+|\{/g, (piece) => {
    if (piece === '{event}') return '(?<event>[^/]+)';
    if (piece === '{year}') return '(?<year>\\d{4})';
    if (piece.startsWith('*')) return '[^/]*';
    return piece === '?' ? '[^/]' : piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
}
