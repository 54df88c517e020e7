/** Reads a taxonomy from its files: the one named, those it includes and those it extends. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { nearest } from '../nearest.ts';
import { type CompiledFile, compileFile } from './compile.ts';
import type { Mistake, Place, TaxonomyFinding } from './findings.ts';
import { hashed } from './hash.ts';
import { Origins } from './origins.ts';
import { checkReferences } from './references.ts';
import { resolveTaxonomy, type Unhashed } from './resolve.ts';
import { includedSchema, taxonomySchema } from './schema.ts';
import { checkShape } from './shape.ts';
import { parseSource, type Source } from './source.ts';
import type { Taxonomy } from './types.ts';

/** Bytes of one file. */
const MAX_SIZE = 10_000_000;
/** Other files are never opened, so that no message shows a line of them. */
const ENDINGS = /\.(?:ya?ml|json)$/i;
const SHIPPED = 'which-part';

export interface ReadOptions {
  /** Gives the taxonomy that `extends: which-part` names. */
  readonly shipped: () => Promise<Taxonomy>;
  /** What relative paths start from; the working folder of the process when absent. */
  readonly cwd?: string;
}

export interface ReadTaxonomy {
  /** Absent when a mistake keeps its content from being made out. */
  readonly taxonomy?: Taxonomy;
  readonly findings: readonly TaxonomyFinding[];
  readonly origins: Origins;
  /** Whether the named file is there and is YAML or JSON at all. */
  readonly readable: boolean;
}

/** Reads the taxonomy at `path`, with every mistake in it; never throws for what stands in the files. */
export async function readTaxonomy(path: string, options: ReadOptions): Promise<ReadTaxonomy> {
  const reader = new Reader(options);
  const resolved = await reader.taxonomy(path, []);
  const { findings, origins, readable } = reader;
  if (resolved === undefined) return { findings, origins, readable };
  return {
    taxonomy: hashed(resolved),
    findings: [...findings, ...checkReferences(resolved, origins)],
    origins,
    readable,
  };
}

class Reader {
  readonly findings: TaxonomyFinding[] = [];
  readonly origins = new Origins();
  readable = true;
  private readonly options: ReadOptions;

  constructor(options: ReadOptions) {
    this.options = options;
  }

  /** `above`: the files on the way to this one. `from`: where it is named. */
  async taxonomy(path: string, above: readonly string[], from?: Place): Promise<Unhashed | undefined> {
    const source = await this.source(path, above, from, [SHIPPED]);
    if (source === undefined) return undefined;
    const { raw, findings } = checkShape(source, taxonomySchema);
    this.findings.push(...findings);
    if (above.length === 0 && source.findings.length > 0) this.readable = false;
    if (raw === undefined) return undefined;
    const way = [...above, path];
    const base = raw.extends === undefined ? undefined : await this.base(raw.extends, source, way);
    const own = compileFile(raw, source, this.origins);
    const included = await this.included(raw.include ?? [], source, way, new Set([path]));
    if (included === undefined || (raw.extends !== undefined && base === undefined)) return undefined;
    const resolved = resolveTaxonomy(raw, [own, ...included], base, this.origins);
    this.findings.push(...resolved.findings);
    return resolved.taxonomy;
  }

  private base(name: string, source: Source, way: readonly string[]): Promise<Unhashed | undefined> {
    if (name === SHIPPED) return this.options.shipped();
    return this.taxonomy(beside(source.path, name), way, source.placeOf(['extends']));
  }

  private async included(
    names: readonly string[],
    source: Source,
    way: readonly string[],
    seen: Set<string>,
  ): Promise<readonly CompiledFile[] | undefined> {
    const files: CompiledFile[] = [];
    let whole = true;
    for (const [index, name] of names.entries()) {
      const path = beside(source.path, name);
      const from = source.placeOf(['include', index]);
      if (seen.has(path) && !way.includes(path)) {
        this.report({ code: 'included-twice', file: path }, from);
        continue;
      }
      seen.add(path);
      const part = await this.source(path, way, from);
      const { raw, findings } = part === undefined ? { findings: [] } : checkShape(part, includedSchema);
      this.findings.push(...findings);
      const inner =
        part === undefined || raw === undefined
          ? undefined
          : await this.included(raw.include ?? [], part, [...way, path], seen);
      if (part === undefined || raw === undefined || inner === undefined) whole = false;
      else files.push(compileFile(raw, part, this.origins), ...inner);
    }
    return whole ? files : undefined;
  }

  /** `names`: what is no file but may be meant by the path. */
  private async source(
    path: string,
    above: readonly string[],
    from: Place | undefined,
    names: readonly string[] = [],
  ): Promise<Source | undefined> {
    if (above.includes(path)) {
      this.report({ code: 'circle', files: [...above.slice(above.indexOf(path)), path] }, from);
      return undefined;
    }
    const text = await readText(path, names, this.options.cwd);
    if (typeof text === 'string') return parseSource(path, text);
    this.report(text, from);
    if (above.length === 0) this.readable = false;
    return undefined;
  }

  private report(mistake: Mistake, place: Place | undefined): void {
    this.findings.push({ ...mistake, severity: 'error', ...(place === undefined ? {} : { place }) });
  }
}

/** The path of a file named in another, as a user would write it. */
function beside(path: string, name: string): string {
  return isAbsolute(name) ? name : join(dirname(path), name).replaceAll('\\', '/');
}

async function readText(path: string, names: readonly string[], cwd: string | undefined): Promise<string | Mistake> {
  if (!ENDINGS.test(path)) return { code: 'unknown-ending', path, nearest: nearest(basename(path), names) };
  try {
    const place = resolve(cwd ?? '', path);
    const info = await stat(place);
    if (!info.isFile()) return { code: 'unreadable-file', path, reason: 'it is no file' };
    if (info.size > MAX_SIZE) return { code: 'too-large', path, limit: MAX_SIZE };
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(place));
  } catch (error) {
    return { code: 'unreadable-file', path, reason: reasonOf(error) };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'permission denied',
  ELOOP: 'symbolic links lead in a circle',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8',
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? error.message;
}
