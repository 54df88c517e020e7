/** Findings on their way to stderr: in aligned blocks, counted, and kept only where a report shows them. */
import { type Finding, type Severity, severityOf } from '../findings.ts';
import { findingCounts, findingLines } from '../report/findings.ts';
import type { CommandContext } from './context.ts';
import { colorLevel, isUnicode } from './terminal.ts';

/** Findings are shown when this many have gathered, at the latest. */
const BLOCK = 100;

export class FindingLog {
  private readonly context: CommandContext;
  private readonly look: Parameters<typeof findingLines>[1];
  private readonly keeps: boolean;
  private readonly counts: Record<Severity, number> = { error: 0, warning: 0 };
  private readonly all: Finding[] = [];
  private waiting: Finding[] = [];

  constructor(context: CommandContext, color: boolean | undefined, keeps: boolean) {
    this.context = context;
    this.look = { color: colorLevel(context.stderr, color, context.env), unicode: isUnicode(context.env) };
    this.keeps = keeps;
  }

  get kept(): readonly Finding[] {
    return this.all;
  }

  /** Nothing is added where there is none. */
  async add(finding: Finding | undefined): Promise<void> {
    if (finding === undefined) return;
    this.counts[severityOf(finding)]++;
    if (this.keeps) this.all.push(finding);
    this.waiting.push(finding);
    if (this.waiting.length >= BLOCK) await this.flush();
  }

  /** Shows what waits, and how many there were. */
  async end(): Promise<void> {
    await this.flush();
    const total = findingCounts(this.counts, this.look);
    if (total !== '') await this.context.stderr.write(`${total}\n`);
  }

  fails(on: Severity | 'never'): boolean {
    return on !== 'never' && this.counts.error + (on === 'warning' ? this.counts.warning : 0) > 0;
  }

  private async flush(): Promise<void> {
    const block = this.waiting;
    this.waiting = [];
    if (block.length > 0) await this.context.stderr.write(findingLines(block, this.look));
  }
}
