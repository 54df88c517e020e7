/** Where the reports of `coverage` go: all of them, or none. */
import type { CoverageReport } from '../coverage/types.ts';
import type { CoverageFormat } from '../report/coverage/formats.ts';
import { coverageReporter, piecewiseReporter } from '../report/coverage/index.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { CommandContext } from './context.ts';
import type { CoverageFlags } from './coverage.ts';
import type { Update } from './coverage-update.ts';
import { type Output, type OutputRequest, openOutput } from './outputs.ts';
import { reportContext } from './terminal.ts';

interface OpenReport {
  readonly request: OutputRequest<CoverageFormat>;
  readonly output: Output;
}

interface Targets {
  readonly requests: readonly OutputRequest<CoverageFormat>[];
  /** The file in which a report takes the place of an earlier one. */
  readonly update?: Update;
}

/** The open outputs of a run. Until `write` has made every report nothing is in its place, and after `abandon` nothing ever is. */
export class CoverageReports {
  readonly #flags: CoverageFlags;
  readonly #context: CommandContext;
  readonly #update: Update | undefined;
  readonly #open: OpenReport[] = [];

  private constructor(flags: CoverageFlags, context: CommandContext, update: Update | undefined) {
    this.#flags = flags;
    this.#context = context;
    this.#update = update;
  }

  /** @throws UsageError where a file cannot be written */
  static async open(
    { requests, update }: Targets,
    flags: CoverageFlags,
    context: CommandContext,
  ): Promise<CoverageReports> {
    const reports = new CoverageReports(flags, context, update);
    try {
      for (const request of requests) reports.#open.push({ request, output: await openOutput(request.file, context) });
    } catch (error) {
      await reports.abandon();
      throw error;
    }
    return reports;
  }

  /** Files first: who reads stdout may go away. */
  async write(report: CoverageReport, taxonomy: Taxonomy): Promise<void> {
    for (const { request, output } of this.#open)
      for (const piece of await this.#pieces(request, report, taxonomy)) await output.write(piece);
    const markdown = this.#update === undefined ? undefined : await this.#markdown(report, taxonomy);
    const [files, stdout] = [true, false].map((isFile) =>
      this.#open.filter(({ request }) => (request.file !== undefined) === isFile),
    );
    // It may still be refused, by what is on the disk; the others wait complete beside their places.
    if (markdown !== undefined) await this.#update?.write(markdown);
    for (const { output } of files ?? []) await output.finish();
    for (const { output } of stdout ?? []) await output.finish();
  }

  async abandon(): Promise<void> {
    await Promise.all(this.#open.map(({ output }) => output.abandon()));
  }

  async #pieces(request: OpenReport['request'], report: CoverageReport, taxonomy: Taxonomy): Promise<Iterable<string>> {
    const sink = request.file === undefined ? this.#context.stdout : undefined;
    const render = await piecewiseReporter(request.format);
    return render(report, reportContext(sink, taxonomy, this.#flags.color, this.#context.env));
  }

  /** The same on every machine, whatever its locale. */
  async #markdown(report: CoverageReport, taxonomy: Taxonomy): Promise<string> {
    const render = await coverageReporter('markdown');
    return render(report, { ...reportContext(undefined, taxonomy, false, {}), unicode: true });
  }
}
