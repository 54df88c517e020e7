/** `check --write`: each file that can be mended is mended in memory, then written whole, or shown as a diff. */
import type { Wanted } from '../check/changes.ts';
import { changesOf } from '../check/changes.ts';
import { FileChecker } from '../check/file.ts';
import { judgeFile } from '../check/judge.ts';
import { type MendedFile, type Mender, mended } from '../check/mend.ts';
import type { CheckedFile } from '../check/types.ts';
import { UsageError } from '../findings.ts';
import { fromRoot } from '../report/check/document.ts';
import { visibleText } from '../report/text.ts';
import type { FileRef } from '../sources/discover.ts';
import { isRefusal } from '../write/types.ts';
import { unifiedDiff } from '../write/unified-diff.ts';
import { writeFileWhole } from '../write/write-file.ts';
import type { CheckFlags } from './check.ts';
import type { CheckRun } from './check-open.ts';
import { prefixOf } from './check-report.ts';
import type { CommandContext } from './context.ts';

export interface Mends {
  /** The files as they are now. */
  readonly files: readonly CheckedFile[];
  /** Findings that are mended; of a dry run, that would be. */
  readonly fixed: number;
  /** What was not written, and why. */
  readonly notes: readonly string[];
}

/** Mends what can be mended; a dry run writes the changes to stdout as a diff instead, and leaves the files as they are. */
export async function mendFiles(
  files: readonly CheckedFile[],
  run: CheckRun,
  wanted: Wanted,
  flags: CheckFlags,
  context: CommandContext,
): Promise<Mends> {
  const mender = menderOf(run, wanted);
  const refs = new Map(run.pipeline.found.files.map((ref) => [ref.path, ref]));
  const now: CheckedFile[] = [];
  const notes: string[] = [];
  let fixed = 0;
  for (const file of files) {
    const done = await mendOne(file, refs.get(file.path), mender, flags, context);
    now.push(done?.checked ?? file);
    fixed += done?.fixed ?? 0;
    notes.push(...(done?.notes ?? []));
  }
  if (flags.dryRun !== true) return { files: now, fixed, notes };
  const findings = fixed === 1 ? '1 finding would be mended' : `${fixed} findings would be mended`;
  await context.stderr.write(`dry run: ${findings}; nothing is written\n`);
  return { files, fixed: 0, notes };
}

interface Done {
  readonly checked?: CheckedFile;
  readonly fixed: number;
  readonly notes: readonly string[];
}

async function mendOne(
  file: CheckedFile,
  ref: FileRef | undefined,
  mender: Mender,
  { dryRun }: CheckFlags,
  context: CommandContext,
): Promise<Done | undefined> {
  if (changesOf(mender.findingsOf(file), mender.wanted).length === 0) return undefined;
  if (ref === undefined) return notWritten(file.path, 'it came by standard input');
  const result = await mended(ref, file, mender);
  if (result === undefined) return undefined;
  if (isRefusal(result)) return notWritten(file.path, result.refused);
  const notes = result.left.map((reason) => `a talk of ${file.path} is left as it is: ${reason}`);
  if (dryRun === true) {
    const patch = await unifiedDiff(fromRoot(prefixOf(context.cwd), file.path), result.beforeText, result.afterText);
    await context.stdout.write(context.stdout.isTTY ? visibleText(patch) : patch);
    return { fixed: result.fixed, notes };
  }
  const refusal = await written(result, context);
  return refusal === undefined
    ? { checked: result.checked, fixed: result.fixed, notes }
    : notWritten(file.path, refusal);
}

/** Why it was not written; undefined where it was. What cannot be written leaves the others alone. */
async function written({ file, before, after }: MendedFile, { signal }: CommandContext): Promise<string | undefined> {
  if (typeof file.file !== 'string') return 'its name is no UTF-8';
  try {
    const refusal = await writeFileWhole({ path: file.file, shown: file.path, before, after }, signal);
    return refusal?.refused;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message.replace(`${file.path} cannot be written: `, '');
  }
}

function notWritten(path: string, reason: string): Done {
  return { fixed: 0, notes: [`${path} is not written: ${reason}`] };
}

function menderOf({ pipeline, settings, judging, read }: CheckRun, wanted: Wanted): Mender {
  return {
    checker: new FileChecker(pipeline.classifier, settings, read),
    findingsOf: (file) => judgeFile(file, judging),
    wanted,
    key: settings.declared.key.split('.'),
    read,
  };
}
