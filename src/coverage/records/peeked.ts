/** The beginning of a stream, looked at before somebody reads the whole. */
import { asBuffer } from '../../sources/bytes.ts';

export interface Peeked {
  /** The first bytes, or all where there are no more. */
  readonly head: Buffer;
  /** The whole stream from its beginning, to be read once; an error that was met while the head was read is thrown there. */
  readonly stream: () => AsyncIterable<Uint8Array>;
}

export async function peeked(stream: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const rest = stream[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let failure: { readonly error: unknown } | undefined;
  try {
    for (let left = size; left > 0; ) {
      const { done, value } = await rest.next();
      if (done === true) break;
      chunks.push(value);
      left -= value.length;
    }
  } catch (error) {
    failure = { error };
  }
  return { head: Buffer.concat(chunks.map(asBuffer)), stream: () => followed(chunks, rest, failure) };
}

async function* followed(
  chunks: Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  failure: { readonly error: unknown } | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks.splice(0);
    if (failure !== undefined) throw failure.error;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
