/** Reads a model's file. */
import type { Model } from '../classify/model.ts';
import { readText } from '../read-text.ts';
import { modelOf } from './file.ts';

/** The model at `path`. @throws UsageError where there is none */
export async function readModel(path: string, cwd: string): Promise<Model> {
  return modelOf(await readText(path, cwd, 'the model'), path);
}
