/** Helpers of the reader's tests: what a content yields, read as standard input under a name. */
import fc from 'fast-check';
import type { Finding } from '../../src/findings.ts';
import { isFinding } from '../../src/sources/document.ts';
import { type FileDone, type ReadOptions, readStreamTalks } from '../../src/sources/read.ts';
import type { Field, Talk } from '../../src/talk.ts';

export interface Outcome {
  readonly talks: readonly Talk[];
  readonly findings: readonly Finding[];
  readonly done: FileDone | undefined;
}

export async function read(
  name: string | undefined,
  content: string | Uint8Array,
  options: ReadOptions = {},
  piece = 1 << 16,
): Promise<Outcome> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  return gather(readStreamTalks(pieces(bytes, piece), name, options));
}

export async function gather(events: AsyncIterable<Talk | Finding | FileDone>): Promise<Outcome> {
  const talks: Talk[] = [];
  const findings: Finding[] = [];
  let done: FileDone | undefined;
  for await (const event of events) {
    if (isFinding(event)) findings.push(event);
    else if ('kind' in event) done = event;
    else talks.push(event);
  }
  return { talks, findings, done };
}

export async function titles(
  name: string,
  content: string | Uint8Array,
  options: ReadOptions = {},
): Promise<readonly string[]> {
  return (await read(name, content, options)).talks.map(({ title }) => title);
}

/** The file's text from the place of an offset into a field on. */
export function rawAt(content: string, talk: Talk | undefined, field: Field, offset: number): string {
  const position = talk?.placements?.[field]?.locate(offset);
  if (position === undefined) return '';
  return (content.split('\n')[position.line - 1] ?? '').slice(position.column - 1);
}

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** A document with a stretch of it replaced. */
export function mutated(sample: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(sample.length), fc.nat(6), fc.string({ maxLength: 4 }))
    .map(([at, length, text]) => sample.slice(0, at) + text + sample.slice(at + length));
}
