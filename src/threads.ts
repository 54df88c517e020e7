/** The same work in several threads: files go out in pieces, answers come back in the order of the files. */
import { Worker } from 'node:worker_threads';
import type { CheckSettings } from './check/context.ts';
import type { PipelineOptions } from './pipeline.ts';
import type { FileRef } from './sources/discover.ts';

/** Files of one piece: large enough that messages cost little, small enough that no thread waits long at the end. */
const PIECE = 50;
/** Pieces that may be done or under way before the first of them is taken. */
const AHEAD = 16;

/** What a thread is started with. */
export interface ThreadSetup extends Pick<PipelineOptions, 'taxonomy' | 'model' | 'cwd' | 'read' | 'classify'> {
  /** Files are checked by these rather than tagged. */
  readonly check?: CheckSettings;
}

/** A worker's task and answer; `number` is the piece's. */
export interface Piece {
  readonly number: number;
  readonly files: readonly FileRef[];
}

export interface PieceDone {
  readonly number: number;
  /** JSON of the answers: written and read back in less time than copying the objects takes (63 against 90 µs a talk where it was measured). */
  readonly answers: string;
}

/** `work` is what this thread does with a piece while the others do theirs; the answers are plain data. */
export async function* inThreads<Answer>(
  files: readonly FileRef[],
  threads: number,
  setup: ThreadSetup,
  work: (files: readonly FileRef[]) => Promise<readonly Answer[]>,
): AsyncGenerator<Answer> {
  const crew = new Crew<Answer>(files, threads - 1, setup);
  try {
    for (let number = 0; number < crew.pieces; number++) {
      for (;;) {
        const ready = crew.take(number);
        if (ready !== undefined) {
          yield* ready;
          break;
        }
        const own = crew.next();
        if (own === undefined) await crew.arrival();
        else crew.put(own.number, await work(own.files));
        await breathe();
      }
    }
  } finally {
    crew.dismiss();
  }
}

/** Lets messages and signals in between two pieces of synchronous work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The threads, the pieces that wait, and the answers that nobody has taken yet. */
class Crew<Answer> {
  readonly pieces: number;
  private readonly files: readonly FileRef[];
  private readonly workers: readonly Worker[];
  private readonly answers = new Map<number, readonly Answer[]>();
  private handedOut = 0;
  private taken = 0;
  private failure: Error | undefined;
  private wake: (() => void) | undefined;

  constructor(files: readonly FileRef[], size: number, workerData: ThreadSetup) {
    this.files = files;
    this.pieces = Math.ceil(files.length / PIECE);
    this.workers = Array.from({ length: size }, () => new Worker(new URL('./worker.js', THREAD_BASE), { workerData }));
    for (const worker of this.workers) {
      worker.on('message', (done: PieceDone) => {
        this.put(done.number, JSON.parse(done.answers));
        this.feed(worker);
      });
      worker.on('error', (error: unknown) => this.fail(error instanceof Error ? error : new Error(String(error))));
      this.feed(worker);
    }
  }

  /** The next piece that nobody has begun; undefined when there is none, or the answers lie too far ahead. */
  next(): Piece | undefined {
    if (this.handedOut >= this.pieces || this.handedOut - this.taken >= AHEAD) return undefined;
    const number = this.handedOut++;
    return { number, files: this.files.slice(number * PIECE, (number + 1) * PIECE) };
  }

  put(number: number, answers: readonly Answer[]): void {
    this.answers.set(number, answers);
    this.wake?.();
  }

  take(number: number): readonly Answer[] | undefined {
    if (this.failure !== undefined) throw this.failure;
    const answer = this.answers.get(number);
    if (answer === undefined) return undefined;
    this.answers.delete(number);
    this.taken = number + 1;
    for (const worker of this.idle.splice(0)) this.feed(worker);
    return answer;
  }

  /** Resolves when an answer comes, or a thread fails. */
  arrival(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  dismiss(): void {
    for (const worker of this.workers) void worker.terminate();
  }

  private readonly idle: Worker[] = [];

  private feed(worker: Worker): void {
    const piece = this.next();
    if (piece === undefined) this.idle.push(worker);
    else worker.postMessage(piece);
  }

  private fail(error: Error): void {
    this.failure = error;
    this.wake?.();
  }
}

/** Beside the bundle's entries: chunks lie one folder deeper. */
const THREAD_BASE = import.meta.url.includes('/chunks/') ? new URL('../', import.meta.url) : import.meta.url;
