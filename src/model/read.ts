/** Reads a model's file. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Model } from '../classify/model.ts';
import { UsageError } from '../findings.ts';
import { modelOf } from './file.ts';

/** Bytes of a file. */
const MAX_SIZE = 50_000_000;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
};

/** The model at `path`. @throws UsageError where there is none */
export async function readModel(path: string, cwd: string): Promise<Model> {
  let text: string;
  try {
    const place = resolve(cwd, path);
    const info = await stat(place);
    if (info.isFile() && info.size > MAX_SIZE) throw new UsageError(`${path} is too large for a model.`);
    text = await readFile(place, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(`the model ${path} cannot be read: ${REASONS[code] ?? code}.`);
  }
  return modelOf(text, path);
}
