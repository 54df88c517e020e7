/** Text back to bytes: a file's encoding is the one in which what was read gives the very bytes again. */

/** Encodes a text; `Encoder` of one file, so its byte order mark is written too. */
export type Encoder = (text: string) => Buffer;

const UNICODE: readonly Encoder[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(text, 'utf16le').swap16(),
];

/** The encoder that makes `bytes` of `text`; undefined where none does. Libraries are loaded for what is no Unicode. */
export async function encoderOf(bytes: Uint8Array, text: string): Promise<Encoder | undefined> {
  const same = (encode: Encoder): boolean => encode(text).equals(bytes);
  return UNICODE.find(same) ?? (await legacyEncoders()).find(same);
}

async function legacyEncoders(): Promise<readonly Encoder[]> {
  const { default: iconv } = await import('iconv-lite');
  return ['Shift_JIS', 'EUC-JP'].map((name) => (text) => iconv.encode(text, name));
}
