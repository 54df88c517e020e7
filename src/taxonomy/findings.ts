/** What can be wrong with a taxonomy, as codes and data; the prose for all of it stands here. */
import type { Severity } from '../findings.ts';

/** A place in a taxonomy file: 1-based, columns in UTF-16 code units. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The whole line. */
  readonly text: string;
}

/** What keeps a taxonomy from being used. */
export type Mistake =
  | { readonly code: 'unreadable-file'; readonly path: string; readonly reason: string }
  | { readonly code: 'too-large'; readonly path: string; readonly limit: number }
  | { readonly code: 'unknown-ending'; readonly path: string; readonly nearest: string | undefined }
  | { readonly code: 'syntax'; readonly reason: string }
  | { readonly code: 'too-deep'; readonly limit: number }
  | { readonly code: 'alias-bomb' }
  | { readonly code: 'code-tag'; readonly tag: string }
  | { readonly code: 'reserved-key'; readonly key: string }
  | { readonly code: 'unknown-key'; readonly key: string; readonly nearest: string | undefined }
  | { readonly code: 'shape'; readonly reason: string }
  | { readonly code: 'el' }
  | { readonly code: 'circle'; readonly files: readonly string[] }
  | { readonly code: 'included-twice'; readonly file: string }
  | { readonly code: 'duplicate-id'; readonly id: string }
  | {
      readonly code: 'unknown-id';
      readonly property: string;
      readonly id: string;
      readonly nearest: string | undefined;
    }
  | { readonly code: 'unknown-context'; readonly name: string; readonly nearest: string | undefined }
  | { readonly code: 'nothing-to-drop'; readonly id: string; readonly nearest: string | undefined }
  | { readonly code: 'chr'; readonly cycle: readonly string[] };

/** What a usable taxonomy can do better; the short codes are qSKOS's. */
export type Weakness =
  | { readonly code: 'ol'; readonly label: string; readonly lang: string; readonly others: readonly string[] }
  | { readonly code: 'dlv'; readonly label: string; readonly lang: string; readonly roles: readonly string[] }
  | { readonly code: 'repeated-label'; readonly label: string; readonly lang: string; readonly same: string }
  | { readonly code: 'unmatchable-label'; readonly label: string }
  | { readonly code: 'ucil'; readonly label: string }
  | { readonly code: 'oilt'; readonly tag: string; readonly wellFormed: boolean }
  | { readonly code: 'ipl'; readonly tags: readonly string[] }
  | { readonly code: 'ml' }
  | { readonly code: 'ilc'; readonly langs: readonly string[] }
  | { readonly code: 'uc'; readonly langs: readonly string[] }
  | { readonly code: 'oc' }
  | { readonly code: 'rc'; readonly id: string }
  | { readonly code: 'rrc' }
  | { readonly code: 'mc'; readonly address: string }
  | { readonly code: 'not-replaced' }
  | { readonly code: 'replaced-by-deprecated'; readonly id: string }
  | { readonly code: 'untested'; readonly property: string; readonly langs: readonly string[] };

export type TaxonomyFinding = (Mistake | Weakness) & {
  readonly severity: Severity;
  /** The id of the concept it is about. */
  readonly concept?: string;
  /** Absent where the taxonomy was not read from its source. */
  readonly place?: Place;
};

/** One sentence or two: what is wrong and what to do; the place is shown beside it. */
export function messageOf(finding: Mistake | Weakness): string {
  switch (finding.code) {
    case 'unreadable-file':
      return `${finding.path} cannot be read: ${finding.reason}`;
    case 'too-large':
      return `${finding.path} is larger than ${finding.limit} bytes`;
    case 'unknown-ending':
      return `${finding.path} is no taxonomy by its name: it must end in .yaml, .yml or .json${guess(finding.nearest)}`;
    case 'syntax':
      return finding.reason;
    case 'too-deep':
      return `nested more than ${finding.limit} levels deep`;
    case 'alias-bomb':
      return 'YAML aliases expand to too much; write the values out';
    case 'code-tag':
      return `the tag ${finding.tag} is not known, and code is never run; write a plain value`;
    case 'reserved-key':
      return `"${finding.key}" cannot be a key`;
    case 'unknown-key':
      return `unknown key "${finding.key}"${guess(finding.nearest)}`;
    case 'shape':
      return finding.reason;
    case 'el':
      return 'empty text';
    case 'circle':
      return `files go round in a circle: ${finding.files.join(' → ')}`;
    case 'included-twice':
      return `${finding.file} is included twice`;
    case 'duplicate-id':
      return `another concept has the id "${finding.id}" too`;
    case 'unknown-id':
      return `${finding.property} names no concept: "${finding.id}"${guess(finding.nearest)}`;
    case 'unknown-context':
      return `there is no context "@${finding.name}"${guess(finding.nearest, '@')}`;
    case 'nothing-to-drop':
      return `nothing to drop: no concept "${finding.id}" is inherited${guess(finding.nearest)}`;
    case 'chr':
      return `the hierarchy goes round in a circle: ${finding.cycle.join(' → ')}`;
    default:
      return messageOfWeakness(finding);
  }
}

function messageOfWeakness(finding: Weakness): string {
  switch (finding.code) {
    case 'ol':
      return `"${finding.label}" (${finding.lang}) is a label of ${finding.others.join(', ')} too`;
    case 'dlv':
      return `"${finding.label}" (${finding.lang}) is ${finding.roles.join(' and ')} of the same concept; one is enough`;
    case 'repeated-label':
      return `"${finding.label}" (${finding.lang}) matches the same words as "${finding.same}" of the same concept; one is enough`;
    case 'unmatchable-label':
      return `"${finding.label}" can never match: it has no letter and no digit`;
    case 'ucil':
      return `"${finding.label}" holds a character that cannot be seen`;
    case 'oilt':
      return `"${finding.tag}" is no ${finding.wellFormed ? 'language that is known' : 'language tag'} (BCP 47: en, ja …)`;
    case 'ipl':
      return `more than one preferred label in one language: ${finding.tags.join(', ')}`;
    case 'ml':
      return 'no preferred label in any language';
    case 'ilc':
      return `no preferred label in ${finding.langs.join(', ')}`;
    case 'uc':
      return `no scope note${finding.langs.length === 0 ? '' : ` in ${finding.langs.join(', ')}`}`;
    case 'oc':
      return 'stands alone: nothing above, nothing below, nothing related';
    case 'rc':
      return `"${finding.id}" is both related and above or below`;
    case 'rrc':
      return 'is related to itself';
    case 'mc':
      return `${finding.address} is both an exact and a close match`;
    case 'not-replaced':
      return 'is deprecated, but replacedBy does not say what to use instead';
    case 'replaced-by-deprecated':
      return `is replaced by "${finding.id}", which is deprecated itself`;
    case 'untested':
      return `no ${finding.property} in ${finding.langs.join(', ')}`;
    default:
      return finding satisfies never;
  }
}

function guess(nearest: string | undefined, prefix = ''): string {
  return nearest === undefined ? '' : ` (did you mean "${prefix}${nearest}"?)`;
}
