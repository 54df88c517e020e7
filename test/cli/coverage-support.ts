/** Folders of talks for the tests of `coverage`. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type RunOptions, type RunResult, run } from '../support/run.ts';

export interface Folder {
  readonly path: string;
  put(name: string, content: string | Uint8Array): void;
  text(name: string): string;
  coverage(argv: readonly string[], options?: RunOptions): Promise<RunResult>;
  remove(): void;
}

export function newFolder(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'mlops-tag-coverage-')));
  const put: Folder['put'] = (name, content) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  for (const [name, content] of Object.entries(files)) put(name, content);
  return {
    path,
    put,
    text: (name) => readFileSync(join(path, name), 'utf8'),
    coverage: (argv, options = {}) => run(['coverage', ...argv], { cwd: path, ...options }),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

export interface Written {
  readonly title: string;
  readonly text?: string;
  readonly event?: string;
  readonly year?: number;
  readonly id?: string;
  readonly [key: string]: unknown;
}

/** A line of NDJSON each. */
export function ndjson(talks: readonly Written[]): string {
  return talks.map(({ text = '', ...rest }) => `${JSON.stringify({ ...rest, abstract: text })}\n`).join('');
}

export const DRIFT = 'We detect data drift of a live model in production and retrain.';
export const KANSHI = 'モデルの精度監視を毎日行い、データドリフトを検知する。';
export const STORE = '特徴量ストア(Feature Store)を作り、特徴量を学習と推論で共有した。';
export const SOUP = 'A pot of soup.';

/** Two events: one in English, one in Japanese; one talk says neither event nor year. */
export const TALKS: readonly Written[] = [
  { id: 'o1', title: 'Data drift in production', text: DRIFT, event: 'OpML', year: 2019, room: 'A' },
  { id: 'o2', title: 'Drift again', text: DRIFT, event: 'OpML', year: 2020 },
  { id: 'm1', title: 'モデル監視の実際', text: KANSHI, event: 'MLSE 夏合宿', year: 2020 },
  { id: 'm2', title: '特徴量ストアの運用', text: STORE, event: 'MLSE 夏合宿', year: 2020 },
  { id: 'x1', title: 'Cooking for friends', text: SOUP },
];
