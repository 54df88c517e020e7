/** A name for a finding that holds while lines move: the same in every clone, on every system. */
import { hash } from 'node:crypto';
import type { RuleId } from './rules/ids.ts';

export interface Fingerprinted {
  /** From the root, with `/`. */
  readonly path: string;
  readonly rule: RuleId;
  readonly tag?: string;
  /** As `RuleFinding.identity`. */
  readonly identity: string;
}

/** 32 hexadecimal digits. Ways to write the same text (composed or not, blanks and line ends) make no difference. */
export function fingerprint({ path, rule, tag, identity }: Fingerprinted): string {
  // As JSON no field runs into the next, and an absent tag is none that could be written.
  const fields = JSON.stringify([
    path.normalize('NFC'),
    rule,
    tag === undefined ? null : folded(tag),
    folded(identity),
  ]);
  return hash('sha256', fields, 'hex').slice(0, 32);
}

function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
