/** Runs `taxonomy list`, `show`, `validate` and `test`. */
import { relative } from 'node:path';
import { listJson, listPretty } from '../report/taxonomy/list.ts';
import { showJson, showPretty } from '../report/taxonomy/show.ts';
import { testsJson, testsPretty } from '../report/taxonomy/unit-tests.ts';
import { validationJson, validationPretty } from '../report/taxonomy/validation.ts';
import { loadShipped, loadTaxonomy, NO_MODEL, SHIPPED, shippedSource } from '../taxonomy/load.ts';
import { type ReadTaxonomy, readTaxonomy } from '../taxonomy/read.ts';
import { TaxonomyError } from '../taxonomy/taxonomy-error.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { runTests as runTaxonomyTests } from '../taxonomy/unit-tests.ts';
import { inOrder, validateTaxonomy } from '../taxonomy/validate.ts';
import type { CommandContext } from './context.ts';
import type { CheckFlags, LookFlags } from './taxonomy.ts';
import { looks, namedConcept, writeOut } from './taxonomy-shared.ts';

export async function runList(flags: LookFlags, context: CommandContext): Promise<void> {
  const taxonomy = await loadTaxonomy(flags.taxonomy, { cwd: context.cwd, model: NO_MODEL });
  await writeOut(
    flags.format === 'json' ? listJson(taxonomy) : listPretty(taxonomy, looks(taxonomy, flags, context)),
    flags,
    context,
  );
}

export async function runShow(name: string, flags: LookFlags, context: CommandContext): Promise<void> {
  const taxonomy = await loadTaxonomy(flags.taxonomy, { cwd: context.cwd, model: NO_MODEL });
  const concept = namedConcept(name, taxonomy);
  await writeOut(
    flags.format === 'json'
      ? showJson(concept, taxonomy)
      : showPretty(concept, taxonomy, looks(taxonomy, flags, context)),
    flags,
    context,
  );
}

/** Mistakes are what is looked for here, so they are findings (exit 1) unless the file cannot be read at all (exit 2). */
export async function runValidate(file: string | undefined, flags: CheckFlags, context: CommandContext): Promise<void> {
  const path = file ?? flags.taxonomy ?? (await pathOfShipped(context));
  const {
    taxonomy,
    findings: mistakes,
    origins,
    readable,
  } = await readTaxonomy(path, { shipped: loadShipped, cwd: context.cwd });
  if (!readable) throw new TaxonomyError(mistakes);
  const findings = inOrder([...mistakes, ...(taxonomy === undefined ? [] : validateTaxonomy(taxonomy, origins))]);
  const validation = { path, findings, ...(taxonomy === undefined ? {} : { taxonomy }) };
  await writeOut(flags.format === 'json' ? validationJson(validation) : validationPretty(validation), flags, context);
  const failing = flags.failOn === 'warning' ? findings : findings.filter(({ severity }) => severity === 'error');
  if (flags.failOn !== 'never' && failing.length > 0) context.setExitCode(1);
}

export async function runTests(file: string | undefined, flags: CheckFlags, context: CommandContext): Promise<void> {
  const { taxonomy, origins } = await readForTests(file ?? flags.taxonomy, context);
  const result = runTaxonomyTests(taxonomy);
  const report = {
    ...result,
    placeOf: ({ concept, property, lang, index }: (typeof result.failures)[number]) =>
      origins?.ofConcept(concept, [property, lang, index]),
  };
  await writeOut(
    flags.format === 'json' ? testsJson(report) : testsPretty(report, looks(taxonomy, flags, context)),
    flags,
    context,
  );
  if (flags.failOn !== 'never' && report.failures.length > 0) context.setExitCode(1);
}

async function readForTests(
  path: string | undefined,
  { cwd }: CommandContext,
): Promise<{ readonly taxonomy: Taxonomy; readonly origins?: ReadTaxonomy['origins'] }> {
  if (path === undefined || path === SHIPPED) return { taxonomy: await loadShipped() };
  const { taxonomy, findings, origins } = await readTaxonomy(path, { shipped: loadShipped, cwd });
  if (taxonomy === undefined || findings.length > 0) throw new TaxonomyError(findings);
  return { taxonomy, origins };
}

async function pathOfShipped({ cwd }: CommandContext): Promise<string> {
  const path = await shippedSource();
  const near = relative(cwd, path);
  return near.startsWith('..') ? path : near;
}
