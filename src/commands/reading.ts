/** How the flags that all reading commands share become a pipeline's options. */
import type { ClassifierOptions } from '../classify/index.ts';
import type { Pipeline, PipelineOptions } from '../pipeline.ts';
import { visibleLine } from '../report/text.ts';
import type { Split } from '../sources/document.ts';
import type { CommandContext } from './context.ts';

/** What `readingOptions()` folds to. */
export interface ReadingFlags {
  readonly split: Split;
  readonly taxonomy?: string;
  readonly model?: string;
  readonly maxFileSize: number;
  readonly stdinFilename?: string;
}

export function pipelineOptions(
  { split, taxonomy, model, maxFileSize, stdinFilename }: ReadingFlags,
  { cwd, stdin }: CommandContext,
  classify: ClassifierOptions,
): PipelineOptions {
  return {
    cwd,
    stdin,
    ...(stdinFilename === undefined ? {} : { stdinFilename }),
    ...(taxonomy === undefined ? {} : { taxonomy }),
    ...(model === undefined ? {} : { model }),
    read: { split, maxFileSize },
    classify,
  };
}

export async function tellNote({ note }: Pick<Pipeline, 'note'>, { stderr }: CommandContext): Promise<void> {
  if (note !== undefined) await stderr.write(`note: ${visibleLine(note)}\n`);
}
