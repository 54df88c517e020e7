/** What the taxonomy commands share: finding a concept by name, and writing a report. */
import { conceptNamed } from '../classify/declared.ts';
import { UsageError } from '../findings.ts';
import { didYouMean } from '../nearest.ts';
import type { ReportContext } from '../report/types.ts';
import type { Concept, Taxonomy } from '../taxonomy/types.ts';
import type { CommandContext } from './context.ts';
import { fileNamed, openOutput } from './outputs.ts';
import { reportContext } from './terminal.ts';

/** The concept of that id or label. @throws UsageError naming the nearest id or preferred label */
export function namedConcept(name: string, taxonomy: Taxonomy): Concept {
  const id = conceptNamed(name, taxonomy);
  const concept = taxonomy.concepts.find((candidate) => candidate.id === id);
  if (concept !== undefined) return concept;
  const names = taxonomy.concepts.flatMap((candidate) => [candidate.id, ...Object.values(candidate.prefLabel)]);
  throw new UsageError(
    `the taxonomy "${taxonomy.id}" has no concept "${name}"${didYouMean(name, names)}; "mlops-tag taxonomy list" shows them`,
  );
}

/** To the file of --output, whole or not at all, else to stdout. */
export async function writeOut(
  text: string,
  { output }: { readonly output?: string },
  context: CommandContext,
): Promise<void> {
  const out = await openOutput(fileNamed(output), context);
  await out.write(text);
  await out.finish();
}

/** How a report looks where it goes to. */
export function looks(
  taxonomy: Taxonomy,
  { color, output }: { readonly color?: boolean; readonly output?: string },
  { stdout, env }: CommandContext,
): ReportContext {
  return reportContext(fileNamed(output) === undefined ? stdout : undefined, taxonomy, color, env);
}
