/** `taxonomy validate`: findings with their lines, and a last line with the counts. */
import { messageOf, type TaxonomyFinding } from '../../taxonomy/findings.ts';
import { renderFinding } from '../../taxonomy/render-finding.ts';
import type { Taxonomy } from '../../taxonomy/types.ts';
import { terminalSafeJson } from '../text.ts';
import { counted, countsOf } from './counts.ts';

export interface Validation {
  readonly path: string;
  /** Absent when a mistake keeps it from being made out. */
  readonly taxonomy?: Taxonomy;
  readonly findings: readonly TaxonomyFinding[];
}

export function validationPretty({ path, taxonomy, findings }: Validation): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const verdict =
    findings.length === 0
      ? 'nothing to complain about'
      : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  return `${findings.map(renderFinding).join('')}${path}: ${taxonomy === undefined ? '' : `${checked(taxonomy)}; `}${verdict}\n`;
}

function checked(taxonomy: Taxonomy): string {
  const { parts, elements, labels } = countsOf(taxonomy);
  return `checked ${counted(parts, 'part')}, ${counted(elements, 'element')}, ${counted(labels, 'label')}`;
}

export function validationJson({ path, taxonomy, findings }: Validation): string {
  const shown = {
    path,
    ...(taxonomy === undefined
      ? {}
      : { taxonomy: { id: taxonomy.id, version: taxonomy.version, hash: taxonomy.hash }, ...countsOf(taxonomy) }),
    findings: findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      ...(finding.concept === undefined ? {} : { concept: finding.concept }),
      ...(finding.place === undefined
        ? {}
        : { path: finding.place.path, line: finding.place.line, column: finding.place.column }),
      message: messageOf(finding),
    })),
  };
  return `${terminalSafeJson(JSON.stringify(shown, null, 2))}\n`;
}
