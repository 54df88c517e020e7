/** What earlier runs found, by the content of each file. Nothing of it is parsed before it is asked for. Pure. */
import { createHash } from 'node:crypto';
import type { CheckedFile, TalkFacts } from './types.ts';

const SCHEMA = 'mlops-tag/cache@1';
const HASH_LENGTH = 64;
const TAB = 0x09;
const FEED = 0x0a;

/** One name for all that results depend on beside a file's bytes: version, taxonomy, model, settings, working folder. */
export function cacheKey(parts: readonly unknown[]): string {
  return sha256(JSON.stringify(parts));
}

/**
 * Results by path. As bytes: a line that says for what they hold, then a line a file: the hash of its bytes, its path, the
 * facts that rules across files want, and the rest, with tabs between them (which JSON never holds).
 */
export class CheckCache {
  readonly #key: string;
  /** By path. */
  readonly #lines = new Map<string, Buffer>();
  /** The paths of this run's files. */
  readonly #asked = new Set<string>();
  #changed = false;

  /** `bytes` that are broken, foreign or hold for another key are as good as none. */
  constructor(key: string, bytes: Uint8Array = new Uint8Array()) {
    this.#key = key;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = buffer.indexOf(FEED);
    const body = buffer.subarray(end + 1);
    if (end < 0 || buffer.toString('utf8', 0, end) !== headOf(key, body)) return;
    for (const line of linesOf(body)) this.#lines.set(pathOf(line), line);
  }

  /** Whether anything is known of the file at `path`, which is of this run. */
  knows(path: string): boolean {
    this.#asked.add(path);
    return this.#lines.has(path);
  }

  /** What was found in the file at `path` when its bytes had this SHA-256. */
  find(path: string, hash: string): CheckedFile | undefined {
    this.#asked.add(path);
    const line = this.#lines.get(path);
    if (line?.toString('latin1', 0, HASH_LENGTH) !== hash) return undefined;
    const [, , facts = '', rest = ''] = line.toString().split('\t');
    // The head vouches for every byte: it is what `keep` wrote for this very key.
    const talks: readonly TalkFacts[] = JSON.parse(facts);
    const others: Omit<CheckedFile, 'path' | 'hash' | 'talks'> = JSON.parse(rest);
    return { path, hash, talks, ...others };
  }

  /** Keeps what was found in a file of this run; of one that was not read as a whole nothing is kept. */
  keep({ path, hash, talks, ...rest }: CheckedFile): void {
    this.#asked.add(path);
    if (hash === undefined) return;
    const columns = [hash, JSON.stringify(path), JSON.stringify(talks), JSON.stringify(rest)];
    this.#lines.set(path, Buffer.from(columns.join('\t')));
    this.#changed = true;
  }

  /** The talks, by path, of files that nobody asked for and that are still there. */
  others(isThere: (path: string) => boolean): readonly TalkFacts[] {
    const lists = this.#unasked().flatMap((path) => (isThere(path) ? factsOf(this.#lines.get(path)) : []));
    // One text is parsed in a fraction of the time that thousands take.
    const talks: readonly (readonly TalkFacts[])[] = JSON.parse(`[${lists.join(',')}]`);
    return talks.flat();
  }

  /** Forgets the files that nobody asked for and that are not there any more. */
  prune(isThere: (path: string) => boolean): void {
    for (const path of this.#unasked()) {
      if (isThere(path)) continue;
      this.#lines.delete(path);
      this.#changed = true;
    }
  }

  /** The cache as bytes; undefined where it is as it was. */
  changed(): Uint8Array | undefined {
    if (!this.#changed) return undefined;
    const body = Buffer.concat(
      this.#paths().flatMap((path) => [this.#lines.get(path) ?? Buffer.of(), Buffer.of(FEED)]),
    );
    return Buffer.concat([Buffer.from(headOf(this.#key, body)), Buffer.of(FEED), body]);
  }

  #unasked(): readonly string[] {
    return this.#paths().filter((path) => !this.#asked.has(path));
  }

  #paths(): readonly string[] {
    return [...this.#lines.keys()].sort();
  }
}

function headOf(key: string, body: Uint8Array): string {
  return JSON.stringify({ schema: SCHEMA, key, sha256: sha256(body) });
}

function* linesOf(body: Buffer): Generator<Buffer> {
  for (let from = 0; from < body.length; ) {
    const end = body.indexOf(FEED, from);
    yield body.subarray(from, end);
    from = end + 1;
  }
}

function pathOf(line: Buffer): string {
  const from = HASH_LENGTH + 1;
  const path: unknown = JSON.parse(line.toString('utf8', from, line.indexOf(TAB, from)));
  return String(path);
}

/** The third column, as it stands. */
function factsOf(line: Buffer | undefined): readonly string[] {
  if (line === undefined) return [];
  const from = line.indexOf(TAB, HASH_LENGTH + 1) + 1;
  return [line.toString('utf8', from, line.indexOf(TAB, from))];
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
