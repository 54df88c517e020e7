/** What went wrong, as codes and data; the prose for all of them stands here and nowhere else. */
import type { Position } from './talk.ts';

export type Severity = 'error' | 'warning';

/** The keys of a record that hold labels to measure by. */
export type LabelSource = 'gold' | 'second';

/** What a value of a record of `tag` has to be. */
export type RecordWants = 'text' | 'texts' | 'integer' | 'share' | 'list' | 'object' | 'status' | 'kind' | 'field';

interface At extends Partial<Position> {
  readonly path: string;
}

export type Finding = At &
  (
    | { readonly code: 'missing-path' }
    | { readonly code: 'unreadable-file'; readonly reason: string }
    | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number }
    | { readonly code: 'line-too-long'; readonly limit: number }
    | { readonly code: 'undecodable'; readonly reason: string }
    | { readonly code: 'binary-file' }
    | { readonly code: 'unknown-format' }
    | { readonly code: 'syntax-error'; readonly format: string; readonly reason: string }
    | { readonly code: 'too-deep'; readonly limit: number }
    | { readonly code: 'alias-bomb' }
    | { readonly code: 'executable-front-matter'; readonly language: string }
    | { readonly code: 'no-talk' }
    | { readonly code: 'untitled-talk' }
    | { readonly code: 'outside-folder' }
    | { readonly code: 'duplicate-id'; readonly id: string }
    | { readonly code: 'more-duplicate-ids'; readonly left: number }
    | { readonly code: 'more-findings'; readonly left: number }
    | { readonly code: 'label-shape'; readonly of: LabelSource }
    | { readonly code: 'label-primary'; readonly of: LabelSource; readonly primary: string }
    | { readonly code: 'label-unknown'; readonly of: LabelSource; readonly name: string; readonly nearest?: string }
    | { readonly code: 'declared-unknown'; readonly name: string; readonly nearest?: string }
    | { readonly code: 'declared-part'; readonly name: string }
    | { readonly code: 'record-version'; readonly schema: string; readonly more?: number }
    | { readonly code: 'record-value'; readonly key: string; readonly wants: RecordWants }
    | { readonly code: 'record-cut-off' }
    | { readonly code: 'record-among-talks' }
    | { readonly code: 'no-record' }
    | { readonly code: 'other-schema'; readonly schema: string }
    | { readonly code: 'empty-report' }
  );

export type FindingCode = Finding['code'];

const WARNINGS: ReadonlySet<FindingCode> = new Set([
  'duplicate-id',
  'more-duplicate-ids',
  'declared-unknown',
  'declared-part',
  'empty-report',
]);

/** A finding as reports show it (`findings` of `mlops-tag/report@1`). */
export interface FindingRecord extends At {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
}

export function severityOf(finding: Finding): Severity {
  return WARNINGS.has(finding.code) ? 'warning' : 'error';
}

export function toFindingRecord(finding: Finding): FindingRecord {
  return {
    code: finding.code,
    severity: severityOf(finding),
    path: finding.path,
    ...(finding.line === undefined ? {} : { line: finding.line }),
    ...(finding.column === undefined ? {} : { column: finding.column }),
    message: messageOf(finding),
  };
}

/** One sentence or two for people: what is wrong and what to do; the place is shown beside it. */
export function messageOf(finding: Finding): string {
  switch (finding.code) {
    case 'missing-path':
      return 'no such file or folder';
    case 'unreadable-file':
      return `cannot be read: ${finding.reason}`;
    case 'too-large':
      return `is larger than the limit (${finding.bytes} > ${finding.limit} bytes); raise it with --max-file-size, or give the talks as NDJSON, which streams`;
    case 'line-too-long':
      return `has a line of more than ${finding.limit} bytes; the line was left out`;
    case 'undecodable':
      return `is no text in a known encoding (${finding.reason}); save it as UTF-8`;
    case 'binary-file':
      return 'is a binary file, no text';
    case 'unknown-format':
      return 'has an ending that is no known format; rename it, or pipe it in with --stdin-filename';
    case 'syntax-error':
      return `${finding.format} cannot be parsed: ${finding.reason}`;
    case 'too-deep':
      return `is nested more than ${finding.limit} levels deep`;
    case 'alias-bomb':
      return 'YAML aliases expand to too much; write the values out';
    case 'executable-front-matter':
      return `front matter in ${finding.language} is code and is never run; write it as YAML, TOML or JSON`;
    case 'no-talk':
      return 'holds no talk: no title-like field was found';
    case 'untitled-talk':
      return 'has no title';
    case 'outside-folder':
      return 'is a symbolic link that leads out of the given folder; it was left out';
    case 'duplicate-id':
      return `another talk has the id "${finding.id}" too`;
    case 'more-duplicate-ids':
      return finding.left === 1
        ? 'from here on 1 more talk has the id of another'
        : `from here on ${finding.left} more talks have the id of another`;
    case 'more-findings':
      return finding.left === 1 ? '1 more finding is left out' : `${finding.left} more findings are left out`;
    case 'label-shape':
      return `${finding.of} is no labels, so it was left out; write {"tags": ["drift"], "primary": "drift"}, or {"tags": [], "primary": null}`;
    case 'label-primary':
      return `${finding.of}: the primary "${finding.primary}" is not among the tags; the labels were left out`;
    case 'label-unknown':
      return `${finding.of}: the taxonomy has no element "${finding.name}"${meant(finding.nearest)}; the labels were left out`;
    case 'declared-unknown':
      return `declares "${finding.name}", which names no element of the taxonomy${meant(finding.nearest)}; that tag was left out`;
    case 'declared-part':
      return `declares the part "${finding.name}" and no element of it; only elements are measured, so that tag was left out`;
    case 'record-version':
      return `is a record of another version (${shortened(finding.schema)})${alike(finding.more)}; update mlops-tag, or tag the talks again with this one`;
    case 'record-value':
      return `${finding.key} ${IS_NOT[finding.wants]}; the record was left out`;
    case 'record-cut-off':
      return 'the last record is cut off; write the file again, or wait until it is written';
    case 'record-among-talks':
      return 'is a record of tag among talks, and was left out; give records in a file of their own';
    case 'no-record':
      return 'is no record of tag, and was left out; give talks in a file of their own';
    case 'other-schema':
      return `is of the schema ${shortened(finding.schema)}, which has no talks to count; give talks, or what tag --format ndjson wrote`;
    case 'empty-report':
      return 'is a report of tag that holds no talk';
    default:
      return finding satisfies never;
  }
}

function alike(more = 0): string {
  if (more === 0) return '';
  return more === 1 ? ', and 1 more of this file is too' : `, and ${more} more of this file are too`;
}

const IS_NOT: Readonly<Record<RecordWants, string>> = {
  text: 'is no text',
  texts: 'is no list of texts',
  integer: 'is no whole number',
  share: 'is no number from 0 to 1',
  list: 'is no list',
  object: 'is no object',
  status: 'is none of tagged, untagged, review',
  kind: 'is none of term, product, word',
  field: 'is none of title, abstract, body, keywords',
};

/** A name of somebody else's, of a length that a line has room for. */
function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

function meant(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` (did you mean "${nearest}"?)`;
}

/** A mistake of the user's in usage, config or taxonomy: shown as it stands, exit 2, no stack trace. */
export class UsageError extends Error {
  /** Minified, the class keeps its name for who prints it. */
  static override readonly name: string = 'UsageError';
  override readonly name: string = 'UsageError';
}
