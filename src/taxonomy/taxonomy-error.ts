import { UsageError } from '../findings.ts';
import type { TaxonomyFinding } from './findings.ts';
import { renderFinding } from './render-finding.ts';

/** A taxonomy that cannot be used; holds every mistake found, the message shows them with their lines. */
export class TaxonomyError extends UsageError {
  static override readonly name = 'TaxonomyError';
  override readonly name = 'TaxonomyError';
  readonly findings: readonly TaxonomyFinding[];

  constructor(findings: readonly TaxonomyFinding[]) {
    super(`the taxonomy cannot be used\n\n${findings.map(renderFinding).join('\n').trimEnd()}`);
    this.findings = findings;
  }
}
