/** Bytes that arrive in pieces to lines of text, in memory that one long line bounds. */
import { isUtf8 } from 'node:buffer';

const FEED = 10;

export interface Line {
  /** 1-based. */
  readonly number: number;
  /** Without its line feed; undefined where the line was left out. */
  readonly text?: string;
  readonly problem?: 'too-long' | 'undecodable';
}

export class LineSplitter {
  readonly #limit: number;
  #pending: Buffer[] = [];
  #pendingSize = 0;
  #number = 0;
  #discarding = false;
  #atStart = true;

  /** `limit` is the size in bytes of the longest line that is kept. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The lines that `chunk` completes. The chunk may be used anew afterwards. */
  push(chunk: Buffer): readonly Line[] {
    const last = chunk.lastIndexOf(FEED);
    if (last < 0) {
      this.#hold(chunk);
      return this.#overflow();
    }
    const lines = this.#cut(chunk.subarray(0, last));
    this.#hold(chunk.subarray(last + 1));
    return [...lines, ...this.#overflow()];
  }

  /** The last line, where no line feed ends it. */
  end(): readonly Line[] {
    return this.#pendingSize === 0 ? [] : this.#cut(Buffer.alloc(0));
  }

  #hold(bytes: Buffer): void {
    if (bytes.length === 0 || this.#discarding) return;
    this.#pending.push(Buffer.from(bytes));
    this.#pendingSize += bytes.length;
  }

  #overflow(): readonly Line[] {
    if (this.#discarding || this.#pendingSize <= this.#limit) return [];
    this.#pending = [];
    this.#pendingSize = 0;
    this.#discarding = true;
    this.#number++;
    return [{ number: this.#number, problem: 'too-long' }];
  }

  /** The lines of what is pending and `rest`, which a line feed follows. */
  #cut(rest: Buffer): readonly Line[] {
    if (this.#discarding) {
      this.#discarding = false;
      const feed = rest.indexOf(FEED);
      return feed < 0 ? [] : this.#cut(rest.subarray(feed + 1));
    }
    let block = this.#pendingSize === 0 ? rest : Buffer.concat([...this.#pending, rest]);
    this.#pending = [];
    this.#pendingSize = 0;
    if (this.#atStart && block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf) block = block.subarray(3);
    this.#atStart = false;
    if (isUtf8(block))
      return block
        .toString('utf8')
        .split('\n')
        .map((text) => this.#line(text));
    return byLine(block).map((bytes) =>
      isUtf8(bytes) ? this.#line(bytes.toString('utf8')) : { number: ++this.#number, problem: 'undecodable' },
    );
  }

  #line(text: string): Line {
    const number = ++this.#number;
    // A UTF-16 code unit takes three bytes at most.
    const tooLong = text.length * 3 > this.#limit && Buffer.byteLength(text) > this.#limit;
    return tooLong ? { number, problem: 'too-long' } : { number, text };
  }
}

function byLine(block: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let feed = block.indexOf(FEED); feed >= 0; feed = block.indexOf(FEED, start)) {
    lines.push(block.subarray(start, feed));
    start = feed + 1;
  }
  lines.push(block.subarray(start));
  return lines;
}
