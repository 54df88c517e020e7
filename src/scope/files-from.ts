/** `--files-from`: the files that another tool names. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '../findings.ts';
import { readText } from '../read-text.ts';

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
  const files = namesOf(path === '-' ? await collected(stdin()) : await readText(path, cwd, '--files-from'));
  const findings = files
    .filter((file) => !existsSync(resolve(cwd, file)))
    .map((file): Finding => ({ code: 'missing-path', path: file.replaceAll('\\', '/') }));
  return { files, findings };
}

/** One a line, or with NULs between them where there is any; each once. */
export function namesOf(list: string): readonly string[] {
  const text = list.replace(/^\ufeff/, '');
  const names = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/);
  return [...new Set(names.filter((name) => name.trim() !== ''))];
}

async function collected(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
