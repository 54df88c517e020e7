/** `--update FILE`: a report takes the place of the earlier one between the markers of a file, and nothing else changes. */
import { resolve } from 'node:path';
import { messageOf, UsageError } from '../findings.ts';
import { visibleLine } from '../report/text.ts';
import { decode } from '../sources/decode.ts';
import { isFinding } from '../sources/document.ts';
import { withLibraries } from '../sources/lazy.ts';
import { readBytes } from '../sources/read.ts';
import { encoderOf } from '../write/encoding.ts';
import { writeFileWhole } from '../write/write-file.ts';
import type { CommandContext } from './context.ts';
import { regionOf, withReport } from './coverage-markers.ts';

/** A file whose report can be replaced. */
export interface Update {
  readonly file: string;
  /** Says on stderr whether there was something to change. @throws UsageError where the file cannot be written */
  write(report: string): Promise<void>;
}

const LIMIT = 10_000_000;

/** Opens it before anything is counted, so that a file without markers costs no wait. @throws UsageError */
export async function openUpdate(file: string, context: CommandContext): Promise<Update> {
  const path = resolve(context.cwd, file);
  const before = readBytes({ path: file, file: path, named: true }, LIMIT);
  if (isFinding(before)) throw new UsageError(`--update ${file}: ${messageOf(before)}`);
  const text = await textOf(before, file);
  const region = regionOf(text, file);
  const encode = await encoderOf(before, text);
  if (encode === undefined)
    throw new UsageError(`--update ${file}: its encoding cannot be written back byte for byte; save it as UTF-8.`);
  const tell = (what: string): Promise<void> => context.stderr.write(`${visibleLine(file)} ${what}\n`);
  return {
    file,
    async write(report) {
      const updated = withReport(text, region, report);
      if (updated === text) return tell('is up to date');
      const after = encode(updated);
      if ((await textOf(after, file)) !== updated)
        throw new UsageError(`--update ${file}: its encoding lacks letters of the report; save it as UTF-8.`);
      const refusal = await writeFileWhole({ path, shown: file, before, after }, context.signal);
      if (refusal !== undefined) throw new UsageError(`--update ${file}: ${refusal.refused}`);
      await tell('updated');
    },
  };
}

async function textOf(bytes: Uint8Array, file: string): Promise<string> {
  const text = await withLibraries(() => decode(bytes, file));
  if (typeof text !== 'string') throw new UsageError(`--update ${file}: ${messageOf(text)}`);
  return text;
}
