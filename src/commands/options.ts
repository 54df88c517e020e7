/** Options that several commands share, and how their values are read. */
import { type Argument, InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../nearest.ts';
import { SPLITS } from '../sources/document.ts';

/** Values that are known: words, or the ids of the shipped taxonomy. */
type Offer = readonly string[] | 'concepts';

const offers = new WeakMap<Option | Argument, Offer>();

/** The option or argument, for which completion in the shell is to offer `values`. */
export function offering<Taker extends Option | Argument>(taker: Taker, values: Offer): Taker {
  offers.set(taker, values);
  return taker;
}

/** What completion is to offer; undefined where nothing is known. */
export function offered(taker: Option | Argument): Offer | undefined {
  return offers.get(taker);
}

/** An option that takes one of `choices`; a wrong one is answered with the nearest. */
export function choice(flags: string, description: string, choices: readonly string[]): Option {
  const option = new Option(flags, `${description} (${choices.join(', ')})`);
  return offering(option, choices).argParser((value: string) => {
    if (!choices.includes(value))
      throw new InvalidArgumentError(`It is one of ${choices.join(', ')}${didYouMean(value, choices)}.`);
    return value;
  });
}

export function collect(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}

/** `a,b` and repeated options alike. */
export function collectList(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [
    ...(earlier ?? []),
    ...value
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  ];
}

export function nonNegativeInteger(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value.trim()) || !Number.isSafeInteger(number))
    throw new InvalidArgumentError('It takes a whole number from 0 on.');
  return number;
}

export function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It takes a whole number from 1 on.');
  return number;
}

export function fraction(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number > 0 && number < 1))
    throw new InvalidArgumentError('It takes a number between 0 and 1, such as 0.6.');
  return number;
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  ki: 1024,
  mi: 1024 ** 2,
  gi: 1024 ** 3,
};

/** Bytes: `500000`, `20MB`, `1GiB`. */
export function size(value: string): number {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*([kmg]i?)?b?$/i.exec(value.trim()) ?? [];
  const factor = UNITS[(unit ?? '').toLowerCase()];
  const bytes = Number(digits) * (factor ?? Number.NaN);
  if (!(bytes >= 1)) throw new InvalidArgumentError('It takes a number of bytes, such as 500000, 20MB or 1GiB.');
  return Math.floor(bytes);
}

/** `micro=0.7,macro=0.5` and repeated options alike; an empty one, as a script's unset variable leaves it, would check nothing. */
export function collectLimits(value: string, earlier: readonly string[] | undefined): readonly string[] {
  if (value.split(',').some((item) => item.trim() === ''))
    throw new InvalidArgumentError('It takes NAME=NUMBER, such as micro=0.7.');
  return collectList(value, earlier);
}

/** Which findings make a run fail. */
export function failOnOption(): Option {
  const severities = ['error', 'warning', 'never'];
  return choice('--fail-on <severity>', 'findings that make the exit code 1', severities).default('error');
}

export function threadsOption(): Option {
  return new Option('--threads <n>', 'threads at most (default: as many as the machine has)').argParser(
    positiveInteger,
  );
}

export function minConfidenceOption(): Option {
  const meaning = "confidence from which a concept is a tag (default: the model's)";
  return new Option('--min-confidence <number>', meaning).argParser(fraction);
}

export function limitOption(): Option {
  return new Option('--limit <n>', 'tags a talk at most (default: 6)').argParser(positiveInteger);
}

/** Options of every command that reads talks. */
export function readingOptions(): readonly Option[] {
  return [
    new Option('--config <file>', 'the config to use (default: the nearest mlops-tag.config.yaml)'),
    new Option('--no-config', 'use no config'),
    new Option('--print-config', 'show the config with where each value came from, and do nothing else'),
    choice('--split <how>', 'how a file with several talks is cut', SPLITS).default('auto'),
    new Option('--taxonomy <file>', 'use another taxonomy (YAML or JSON) instead of the built-in which-part'),
    new Option('--model <file>', 'judge by another model (made by learn), or "none" for the score of the hits alone'),
    new Option('--max-file-size <size>', 'leave out larger files; NDJSON streams and is exempt')
      .argParser(size)
      .default(10_000_000, '10MB'),
    new Option('--stdin-filename <name>', 'the name, and so the format, of what comes in by "-"'),
  ];
}
