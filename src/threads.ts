/** The same work in several threads: files go out in pieces, answers come back in the order of the files. */
import { Worker } from 'node:worker_threads';
import type { Classifier } from './classify/index.ts';
import type { PipelineOptions } from './pipeline.ts';
import type { FileRef } from './sources/discover.ts';
import { type PipelineEvent, tagFiles } from './tagging.ts';
import type { TaggedTalk } from './talk.ts';

/** Files of one piece: large enough that messages cost little, small enough that no thread waits long at the end. */
const PIECE = 50;
/** Pieces that may be done or under way before the first of them is taken. */
const AHEAD = 16;

/** What a thread is started with. */
export type ThreadSetup = Pick<PipelineOptions, 'taxonomy' | 'model' | 'cwd' | 'read' | 'classify'>;

/** A worker's task and answer; `number` is the piece's. */
export interface Piece {
  readonly number: number;
  readonly files: readonly FileRef[];
}

export interface PieceDone {
  readonly number: number;
  /** JSON of the events: written and read back in less time than copying the objects takes (63 against 90 µs a talk where it was measured). */
  readonly events: string;
}

/** What can cross a thread and what a report needs: the talk without its texts and the functions that place them. */
export function portable(event: PipelineEvent): PipelineEvent {
  if (!('tags' in event)) return event;
  const { placements: _placements, abstract: _abstract, body: _body, keywords: _keywords, ...rest }: TaggedTalk = event;
  return rest;
}

export async function* tagInThreads(
  files: readonly FileRef[],
  threads: number,
  classifier: Classifier,
  options: PipelineOptions,
): AsyncGenerator<PipelineEvent> {
  const crew = new Crew(files, threads - 1, options);
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
        else crew.put(own.number, await tagFiles(own.files, classifier, options.read));
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
class Crew {
  readonly pieces: number;
  private readonly files: readonly FileRef[];
  private readonly workers: readonly Worker[];
  private readonly answers = new Map<number, readonly PipelineEvent[]>();
  private handedOut = 0;
  private taken = 0;
  private failure: Error | undefined;
  private wake: (() => void) | undefined;

  constructor(files: readonly FileRef[], size: number, { taxonomy, model, cwd, read, classify }: PipelineOptions) {
    this.files = files;
    this.pieces = Math.ceil(files.length / PIECE);
    const workerData: ThreadSetup = {
      ...(taxonomy === undefined ? {} : { taxonomy }),
      ...(model === undefined ? {} : { model }),
      cwd,
      read,
      classify,
    };
    this.workers = Array.from({ length: size }, () => new Worker(new URL('./worker.js', THREAD_BASE), { workerData }));
    for (const worker of this.workers) {
      worker.on('message', (done: PieceDone) => {
        this.put(done.number, JSON.parse(done.events) as readonly PipelineEvent[]);
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

  put(number: number, events: readonly PipelineEvent[]): void {
    this.answers.set(number, events);
    this.wake?.();
  }

  take(number: number): readonly PipelineEvent[] | undefined {
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
