/** Runs `coverage`: talks or records are counted as they stream by, and the counts reported. */
import { loadReadingConfig } from '../config/load.ts';
import { CoverageCounter } from '../coverage/counter.ts';
import type { CountedTalk, CoverageReport } from '../coverage/types.ts';
import { openPipeline } from '../pipeline.ts';
import { COVERAGE_FORMATS } from '../report/coverage/formats.ts';
import { coverageReporter } from '../report/coverage/index.ts';
import { isFinding } from '../sources/document.ts';
import { isFileDone } from '../tagging.ts';
import type { CommandContext } from './context.ts';
import type { CoverageFlags } from './coverage.ts';
import { countedTalks } from './coverage-input.ts';
import { FindingLog } from './finding-log.ts';
import { openOutput, outputRequests, refuseOverwriting } from './outputs.ts';
import { startProgress } from './progress.ts';
import { inputsOf, pipelineOptions, showsConfig, tellNote } from './reading.ts';
import { languageSelector } from './select.ts';
import { reportContext } from './terminal.ts';

export async function runCoverage(
  paths: readonly string[],
  flags: CoverageFlags,
  context: CommandContext,
): Promise<void> {
  const requests = outputRequests(flags.format, flags.output, COVERAGE_FORMATS);
  if (await showsConfig(flags, context)) return;
  const config = await loadReadingConfig(flags, context);
  const options = {
    ...pipelineOptions(flags, config, context),
    ...(flags.threads === undefined ? {} : { threads: flags.threads }),
  };
  const pipeline = await openPipeline(paths, options);
  refuseOverwriting([...pipeline.paths(), ...inputsOf(config)], requests, context.cwd);
  await tellNote(pipeline, context);
  const { taxonomy } = pipeline;
  const isSelected = languageSelector(flags.lang);
  const counter = new CoverageCounter({
    ...(flags.by === undefined ? {} : { by: flags.by }),
    ...(flags.and === undefined ? {} : { and: flags.and }),
    weight: flags.weight,
    includeReview: flags.includeReview === true,
    taxonomy,
  });
  const listed: CountedTalk[] | undefined = requests.some(({ format }) => format === 'html') ? [] : undefined;
  const log = new FindingLog(context, flags.color, false);
  const notes: string[] = [];
  const progress = await startProgress(pipeline.files, flags.progress && !context.stdout.isTTY, context);
  try {
    for await (const event of countedTalks(pipeline, options, notes)) {
      if (isFinding(event)) await log.add(event);
      else if (isFileDone(event)) progress.step();
      else if (isSelected(event)) {
        counter.add(event);
        listed?.push(event);
      }
    }
  } finally {
    progress.stop();
  }
  await log.end();
  for (const note of notes) await tellNote({ note }, context);
  if (log.fails(flags.failOn)) context.setExitCode(1);
  const lang = counter.lang();
  const report: CoverageReport = {
    coverage: counter.coverage(),
    ...(lang === undefined ? {} : { lang }),
    ...(flags.trend === undefined ? {} : { trend: counter.trend() }),
    shows: { tools: flags.tools === true, organisations: flags.organisations === true, groups: flags.groups },
    ...(listed === undefined ? {} : { talks: listed }),
  };
  for (const { format, file } of requests) {
    const reporter = await coverageReporter(format);
    const output = await openOutput(file, context);
    await output.write(
      reporter(
        report,
        reportContext(file === undefined ? context.stdout : undefined, taxonomy, flags.color, context.env),
      ),
    );
    await output.finish();
  }
}
