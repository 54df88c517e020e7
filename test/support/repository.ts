/** A git repository in a temporary folder, with no settings but its own and with fixed dates. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const DATE = '2024-04-01T12:00:00Z';

/** What git is told of the world: nothing of the one the tests run in but where programs are. */
export const GIT_ENV: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Tester',
  GIT_AUTHOR_EMAIL: 'tester@example.org',
  GIT_AUTHOR_DATE: DATE,
  GIT_COMMITTER_NAME: 'Tester',
  GIT_COMMITTER_EMAIL: 'tester@example.org',
  GIT_COMMITTER_DATE: DATE,
};

export interface Repository {
  readonly root: string;
  git(...command: readonly string[]): string;
  put(name: string, content: string): void;
  /** Everything in it. */
  commit(message: string): void;
  remove(): void;
}

/** An empty one, on the branch `main`. */
export function newRepository(): Repository {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'mlops-tag-')));
  const git = (...command: readonly string[]): string =>
    execFileSync('git', command, { cwd: root, env: GIT_ENV, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  git('init', '--quiet', '--initial-branch=main');
  return {
    root,
    git,
    put(name, content) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    },
    commit(message) {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', `--message=${message}`);
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}
