/** `--files-from`: the files that another tool names. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Finding, UsageError } from '../findings.ts';

export interface ListedFiles {
  readonly files: readonly string[];
  /** Names behind which there is nothing. */
  readonly findings: readonly Finding[];
}

interface World {
  readonly cwd: string;
  readonly stdin: () => AsyncIterable<Uint8Array>;
}

/** The files that the list at `path` (`-`: standard input) names. @throws UsageError when the list cannot be read */
export async function filesFrom(path: string, { cwd, stdin }: World): Promise<ListedFiles> {
  const files = namesOf(path === '-' ? await collected(stdin()) : await contentOf(resolve(cwd, path), path));
  const findings = files
    .filter((file) => !existsSync(resolve(cwd, file)))
    .map((file): Finding => ({ code: 'missing-path', path: file.replaceAll('\\', '/') }));
  return { files, findings };
}

/** One a line, or with NULs between them where there is any; each once. */
export function namesOf(bytes: Uint8Array): readonly string[] {
  // Without a byte order mark: the decoder takes it off.
  const text = new TextDecoder().decode(bytes);
  const names = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/);
  return [...new Set(names.filter((name) => name.trim() !== ''))];
}

async function collected(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function contentOf(file: string, shown: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(
      `--files-from ${shown}: ${code === 'ENOENT' ? 'no such file; "-" is standard input' : `cannot be read (${code})`}.`,
    );
  }
}
