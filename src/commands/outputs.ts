/** Where reports go: stdout in pieces, files whole or not at all. */
import { resolve } from 'node:path';
import { UsageError } from '../findings.ts';
import { didYouMean } from '../nearest.ts';
import { placeOf, regularFileAt } from '../plain-file.ts';
import { openAtomicFile } from '../write/atomic-file.ts';
import type { CommandContext, TextSink } from './context.ts';

export interface OutputRequest<Format extends string = string> {
  readonly format: Format;
  /** The file to write; stdout when absent. */
  readonly file?: string;
}

/** The file that --output names; undefined for stdout, which is "-" by name. */
export function fileNamed(output: string | undefined): string | undefined {
  return output === '-' ? undefined : output;
}

/** Reads `--format NAME[=FILE]…` and `--output FILE`; the name is one of `names`. @throws UsageError */
export function outputRequests<Format extends string>(
  formats: readonly string[] | undefined,
  output: string | undefined,
  names: readonly Format[],
): readonly OutputRequest<Format>[] {
  const requests = (formats ?? ['pretty']).map((value) => readFormat(value, names));
  if (output?.trim() === '') throw new UsageError('--output names no file.');
  if (output !== undefined) {
    const [only, ...more] = requests;
    if (only === undefined || more.length > 0)
      throw new UsageError(
        '--output names the file of the only --format; with several, write --format NAME=FILE for each.',
      );
    if (only.file !== undefined)
      throw new UsageError(`--output and --format ${only.format}=${only.file} both name a file.`);
    const file = fileNamed(output);
    return [{ format: only.format, ...(file === undefined ? {} : { file }) }];
  }
  if (requests.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError('Only one report can go to stdout; give the others a file: --format NAME=FILE.');
  }
  const files = requests.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const twice = files.find((file, i) => files.indexOf(file) !== i);
  if (twice !== undefined) throw new UsageError(`Two reports would be written to ${twice}.`);
  return requests;
}

function readFormat<Format extends string>(value: string, names: readonly Format[]): OutputRequest<Format> {
  const [name = '', ...rest] = value.split('=');
  const file = rest.join('=');
  const format = names.find((one) => one === name);
  if (format === undefined)
    throw new UsageError(`There is no format "${name}"${didYouMean(name, names)}; there are ${names.join(', ')}.`);
  if (value.includes('=') && file === '')
    throw new UsageError(
      `--format ${value} names no file; write --format ${format}=FILE, or --format ${format} for stdout.`,
    );
  return file === '' || fileNamed(file) === undefined ? { format } : { format, file };
}

/** A report must not take the place of a file that is read for it, nor of another report, whatever names they go by. @throws UsageError */
export function refuseOverwriting(
  inputs: readonly (string | undefined)[],
  requests: readonly OutputRequest[],
  cwd: string,
): void {
  const places = new Set<string>();
  const replaced = new Map<string, string>();
  for (const { file } of requests) {
    if (file === undefined) continue;
    const path = resolve(cwd, file);
    const there = regularFileAt(path);
    if (there !== undefined) replaced.set(there, file);
    const place = there ?? placeOf(path);
    if (places.has(place)) throw new UsageError(`Two reports would be written to ${file}.`);
    places.add(place);
  }
  if (replaced.size === 0) return;
  for (const input of inputs) {
    const file = input === undefined ? undefined : replaced.get(regularFileAt(resolve(cwd, input)) ?? '');
    if (file !== undefined) throw new UsageError(`${file} is an input; what is written needs a file of its own.`);
  }
}

/** Takes text in pieces; `finish` makes it last, `abandon` leaves no trace in a file. */
export interface Output {
  write(text: string): Promise<void>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

/** Text is handed on when this much has gathered (UTF-16 code units), or at once to a terminal. */
const CHUNK = 1 << 16;

export async function openOutput(file: string | undefined, context: CommandContext): Promise<Output> {
  if (file === undefined) return gathered((text) => context.stdout.write(text), context.stdout.isTTY ? 0 : CHUNK);
  const atomic = await openAtomicFile(resolve(context.cwd, file), file, context.signal);
  return {
    ...gathered(
      (text) => atomic.write(text),
      CHUNK,
      async () => void (await atomic.commit()),
    ),
    abandon: () => atomic.discard(),
  };
}

/** Writes whole texts, each where its request says; `render` gets the sink that the text is to fit, none for a file. */
export async function writeReports<Format extends string>(
  requests: readonly OutputRequest<Format>[],
  context: CommandContext,
  render: (format: Format, sink: TextSink | undefined) => string,
): Promise<void> {
  for (const { format, file } of requests) {
    const output = await openOutput(file, context);
    await output.write(render(format, file === undefined ? context.stdout : undefined));
    await output.finish();
  }
}

function gathered(
  pass: (text: string) => Promise<void>,
  chunk: number,
  last: () => Promise<void> = async () => undefined,
): Output {
  let waiting = '';
  const flush = async (): Promise<void> => {
    if (waiting === '') return;
    const text = waiting;
    waiting = '';
    await pass(text);
  };
  return {
    async write(text) {
      waiting += text;
      if (waiting.length > chunk) await flush();
    },
    async finish() {
      await flush();
      await last();
    },
    abandon: async () => undefined,
  };
}
