/** What earlier runs found, by the content of each file. Nothing of it is parsed before it is asked for. Pure. */
import { hash } from 'node:crypto';
import { concerned, marksOf } from './marks.ts';
import type { CheckedFile, TalkFacts } from './types.ts';

const SCHEMA = 'mlops-tag/cache@2';

/** One name for all that results depend on beside a file's bytes: version, taxonomy, model, settings, working folder. */
export function cacheKey(parts: readonly unknown[]): string {
  return sha256(JSON.stringify(parts));
}

/** What was found in one file. */
interface Entry {
  /** SHA-256 of the bytes that it was found in. */
  readonly hash: string;
  /** By which its talks concern those of other files. */
  readonly marks: string;
  /** JSON of the rest, and its SHA-256. */
  readonly content: Uint8Array;
  readonly check: string;
}

type Content = readonly [talks: readonly TalkFacts[], rest: Omit<CheckedFile, 'path' | 'hash' | 'talks'>];

/**
 * Results by path. As bytes: a line that says for what they hold and how long the index behind it is; the index, a line a file (path,
 * hashes, length, marks; tabs between them, which JSON never holds); then the entries end to end.
 */
export class CheckCache {
  readonly #key: string;
  readonly #entries: Map<string, Entry>;
  /** The paths of this run's files, each with its marks where they are known. */
  readonly #asked = new Map<string, string>();
  #changed = false;

  /** `bytes` that are broken, foreign or hold for another key are as good as none. */
  constructor(key: string, bytes: Uint8Array = new Uint8Array()) {
    this.#key = key;
    this.#entries = entriesIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), key);
  }

  /** Whether anything is known of the file at `path`, which is of this run. */
  knows(path: string): boolean {
    this.#asked.set(path, '');
    return this.#entries.has(path);
  }

  /** What was found in the file at `path` when its bytes had this SHA-256. */
  find(path: string, bytesHash: string): CheckedFile | undefined {
    const entry = this.#entries.get(path);
    this.#asked.set(path, '');
    if (entry?.hash !== bytesHash) return undefined;
    const content = contentOf(entry);
    if (content === undefined) return undefined;
    this.#asked.set(path, entry.marks);
    const [talks, rest] = content;
    return { path, hash: bytesHash, talks, ...rest };
  }

  /** Keeps what was found in a file of this run; of one that was not read as a whole nothing is kept. */
  keep({ path, hash: bytesHash, talks, ...rest }: CheckedFile): void {
    const marks = marksOf(talks);
    this.#asked.set(path, marks);
    if (bytesHash === undefined) return;
    const content = Buffer.from(JSON.stringify([talks, rest]));
    this.#entries.set(path, { hash: bytesHash, marks, content, check: sha256(content) });
    this.#changed = true;
  }

  /** By path, files that are not of this run, that are still there, and whose talks may concern its talks. */
  others(isThere: (path: string) => boolean): readonly CheckedFile[] {
    const marks = new Map(this.#unasked().map((path) => [path, this.#entries.get(path)?.marks ?? '']));
    return concerned([...this.#asked.values()], marks)
      .filter(isThere)
      .flatMap((path) => {
        const entry = this.#entries.get(path);
        const content = entry && contentOf(entry);
        return content === undefined ? [] : [{ path, talks: content[0], ...content[1] }];
      });
  }

  /** How many files it knows that are not of this run. */
  get left(): number {
    return this.#unasked().length;
  }

  /** Forgets the files that nobody asked for and that are not there any more. */
  prune(isThere: (path: string) => boolean): void {
    for (const path of this.#unasked()) {
      if (isThere(path)) continue;
      this.#entries.delete(path);
      this.#changed = true;
    }
  }

  /** The cache as bytes; undefined where it is as it was. */
  changed(): Uint8Array | undefined {
    if (!this.#changed) return undefined;
    const entries = [...this.#entries].sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = entries.map(([path, entry]) =>
      [JSON.stringify(path), entry.hash, entry.check, entry.content.length, entry.marks].join('\t'),
    );
    const index = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    const head = Buffer.from(headOf(this.#key, index));
    return Buffer.concat([head, index, ...entries.map(([, { content }]) => content)]);
  }

  #unasked(): readonly string[] {
    return [...this.#entries.keys()].filter((path) => !this.#asked.has(path)).sort();
  }
}

const FEED = 0x0a;

function headOf(key: string, index: Uint8Array): string {
  return `${JSON.stringify({ schema: SCHEMA, key, index: index.length, sha256: sha256(index) })}\n`;
}

/** The entries of a whole cache for this key; none of any other. */
function entriesIn(buffer: Buffer, key: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const start = buffer.indexOf(FEED) + 1;
  const length = Number(/"index":(\d+)/.exec(buffer.toString('latin1', 0, start))?.[1]);
  if (!(length >= 0)) return entries;
  const index = buffer.subarray(start, start + length);
  if (buffer.toString('utf8', 0, start) !== headOf(key, index)) return entries;
  let offset = start + length;
  for (const line of index.toString().split('\n')) {
    // The head vouches for every byte of the index: it is what `changed` wrote for this very key.
    const [path, bytesHash, check, size, marks] = line.split('\t');
    if (path === undefined || bytesHash === undefined || check === undefined || marks === undefined) continue;
    const content = buffer.subarray(offset, offset + Number(size));
    entries.set(String(JSON.parse(path)), { hash: bytesHash, check, marks, content });
    offset += Number(size);
  }
  return entries;
}

/** Undefined where the bytes are not those that were kept. */
function contentOf({ content, check }: Entry): Content | undefined {
  return sha256(content) === check ? JSON.parse(content.toString()) : undefined;
}

function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}
