/** Talks, folders and runs for the tests of `check`. */
import { folderWith } from '../config/support.ts';
import { type RunOptions, type RunResult, run } from '../support/run.ts';

/** A talk about drift that declares what it treats: nothing is found in it. */
export const CLEAN = talkOf('ドリフトの見張り', 'mlops: [drift]');

/** One error (unknown-tag, which nothing mends). */
export const ERROR = talkOf('知らない札の話', 'mlops: [drift, 量子計算機]');

/** One warning (missing-event). */
export const WARNING = CLEAN.replace(/^event: .*\n/m, '').replace('見張り', '見張り番');

export function talkOf(title: string, front: string, body = '本番のモデルのデータドリフトを検知します。'): string {
  return `---\ntitle: ${title}\nevent: 監視の会\n${front}\n---\n\n${body}\n`;
}

/** A new folder that is a repository's root, with these files. */
export function repositoryWith(files: Readonly<Record<string, string>>): string {
  return folderWith({ '.git/': '', ...files });
}

export type Found = readonly [path: string, line: number, rule: string, tag?: string];

export interface Checked extends RunResult {
  readonly found: readonly Found[];
  readonly summary: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
  readonly decisions: readonly Readonly<Record<string, unknown>>[];
}

/** `check` in that folder with the report in JSON, which is taken apart. */
export async function checked(cwd: string, flags: readonly string[] = [], options: RunOptions = {}): Promise<Checked> {
  const result = await run(['check', '-f', 'json', ...flags], { cwd, ...options });
  if (result.stdout === '') throw new Error(`no report, exit ${result.code}: ${result.stderr}`);
  const { findings, summary, notes, decisions } = JSON.parse(result.stdout);
  const found = findings.map(({ path, line, rule, tag }: Record<string, unknown>) =>
    tag === undefined ? [path, line, rule] : [path, line, rule, tag],
  );
  return { ...result, found, summary, notes, decisions };
}
