/** Runs `tag`: the pipeline's events go through the selection to the reporters, findings to stderr. */
import type { Classifier } from '../classify/index.ts';
import { loadReadingConfig } from '../config/load.ts';
import type { Finding } from '../findings.ts';
import { openPipeline } from '../pipeline.ts';
import { FORMAT_NAMES, type FormatName, reporterNamed } from '../report/index.ts';
import { createSummaryCounter } from '../report/summary.ts';
import type { Report, ReportContext, Reporter } from '../report/types.ts';
import { isFinding } from '../sources/document.ts';
import { isFileDone } from '../tagging.ts';
import type { TaggedTalk } from '../talk.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { Breath } from './breath.ts';
import type { CommandContext } from './context.ts';
import { DuplicateIds } from './duplicate-ids.ts';
import { FindingLog } from './finding-log.ts';
import { type Output, type OutputRequest, openOutput, outputRequests, refuseOverwriting } from './outputs.ts';
import { startProgress } from './progress.ts';
import { inputsOf, pathsOr, pipelineOptions, showsConfig, tellNote } from './reading.ts';
import { comparison, type Order, orderOf, selector } from './select.ts';
import type { TagFlags } from './tag.ts';
import { reportContext } from './terminal.ts';

export async function runTag(paths: readonly string[], flags: TagFlags, context: CommandContext): Promise<void> {
  const requests = outputRequests(flags.format, flags.output, FORMAT_NAMES);
  if (await showsConfig(flags, context)) return;
  const config = await loadReadingConfig(flags, context);
  const pipeline = await openPipeline(pathsOr(paths, config), {
    ...pipelineOptions(flags, config, context),
    ...(flags.threads === undefined ? {} : { threads: flags.threads }),
  });
  refuseOverwriting([...pipeline.paths(), ...inputsOf(config)], requests, context.cwd);
  await tellNote(pipeline, context);
  const isSelected = selector(flags, pipeline.taxonomy);
  const reports = await Promise.all(requests.map((request) => openReport(request, pipeline.taxonomy, flags, context)));
  const progress = await startProgress(pipeline.files, flags.progress && !context.stdout.isTTY, context);
  const run = new TagRun(reports, flags, context, pipeline.classifier);
  try {
    const breath = new Breath();
    for await (const event of pipeline.tagged()) {
      if (breath.isDue()) await breath.taken();
      if (isFinding(event)) await run.finding(event);
      else if (isFileDone(event)) {
        run.file(event.skipped);
        progress.step();
      } else if (isSelected(event)) await run.talk(event);
    }
    progress.stop();
    await run.end();
  } catch (error) {
    progress.stop();
    await Promise.all(reports.map(({ output }) => output.abandon()));
    throw error;
  }
}

interface OpenReport {
  readonly reporter: Reporter;
  readonly context: ReportContext;
  readonly output: Output;
}

async function openReport(
  request: OutputRequest<FormatName>,
  taxonomy: Taxonomy,
  flags: TagFlags,
  context: CommandContext,
): Promise<OpenReport> {
  return {
    reporter: reporterNamed(request.format),
    output: await openOutput(request.file, context),
    context: reportContext(request.file === undefined ? context.stdout : undefined, taxonomy, flags.color, context.env),
  };
}

/** What a run keeps while talks pass: counts and ids, and the talks themselves only where a format or an order needs them all. */
class TagRun {
  private readonly reports: readonly OpenReport[];
  private readonly flags: TagFlags;
  private readonly context: CommandContext;
  private readonly classifier: Classifier;
  private readonly order: Order;
  private readonly counter;
  private readonly duplicates = new DuplicateIds();
  private readonly kept: TaggedTalk[] = [];
  private readonly findings: FindingLog;
  private readonly keepsTalks: boolean;
  private readonly files = { files: 0, skipped: 0 };
  private begun = false;

  constructor(reports: readonly OpenReport[], flags: TagFlags, context: CommandContext, classifier: Classifier) {
    this.reports = reports;
    this.flags = flags;
    this.context = context;
    this.classifier = classifier;
    this.order = orderOf(flags.sort, flags);
    this.counter = createSummaryCounter(classifier.taxonomy);
    this.findings = new FindingLog(
      context,
      flags.color,
      reports.some(({ reporter }) => !reporter.streams),
    );
    this.keepsTalks = this.order !== 'source' || reports.some(({ reporter }) => !reporter.streams);
  }

  async talk(talk: TaggedTalk): Promise<void> {
    this.counter.add(talk);
    await this.finding(this.duplicates.findingOn(talk));
    if (this.keepsTalks) this.kept.push(talk);
    if (this.order === 'source') await this.stream(talk);
  }

  file(skipped: boolean): void {
    this.files[skipped ? 'skipped' : 'files']++;
  }

  async finding(finding: Finding | undefined): Promise<void> {
    await this.findings.add(finding);
  }

  async end(): Promise<void> {
    await this.finding(this.duplicates.rest());
    if (this.order !== 'source') {
      this.kept.sort(comparison(this.order, this.classifier));
      for (const talk of this.kept) await this.stream(talk);
    }
    await this.begin();
    const summary = this.counter.summary(this.files);
    const report: Report = { summary, talks: this.kept, findings: this.findings.kept };
    for (const { reporter, output, context } of this.reports) {
      await output.write(reporter.streams ? reporter.end(summary, context) : reporter.whole(report, context));
      await output.finish();
    }
    await this.findings.end();
    if (this.findings.fails(this.flags.failOn)) this.context.setExitCode(1);
  }

  private async begin(): Promise<void> {
    if (this.begun) return;
    this.begun = true;
    for (const { reporter, output, context } of this.reports)
      if (reporter.streams) await output.write(reporter.begin(context));
  }

  private async stream(talk: TaggedTalk): Promise<void> {
    await this.begin();
    for (const { reporter, output, context } of this.reports)
      if (reporter.streams) await output.write(reporter.talk(talk, context));
  }
}
