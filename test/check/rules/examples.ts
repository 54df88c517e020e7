/** The examples of the pages in docs/rules: whole files in fences that say of which kind they are and what the file is called. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RuleId } from '../../../src/check/rules/ids.ts';
import { ROOT } from '../../support/run.ts';

export interface Example {
  readonly kind: string;
  readonly path: string;
  readonly text: string;
}

export function rulePage(name: string): string {
  return readFileSync(resolve(ROOT, 'docs/rules', `${name}.md`), 'utf8');
}

const FENCE = /^```\w+ (bad|good) file=(\S+)\n([\s\S]*?\n)```$/gm;

export function examplesOf(rule: RuleId): readonly Example[] {
  return [...rulePage(rule).matchAll(FENCE)].map(([, kind = '', path = '', text = '']) => ({ kind, path, text }));
}
