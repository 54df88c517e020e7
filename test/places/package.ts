/** The package as others install it: packed from the build that is there, and installed without the network. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GIT_ENV } from '../support/repository.ts';
import { ROOT } from '../support/run.ts';

export interface Packed {
  /** A folder for all that is made with the package. Absolute. */
  readonly folder: string;
  /** Absolute. */
  readonly tarball: string;
  /** What programs are given: git as the tests want it, and an npm that asks nobody. */
  readonly env: Readonly<Record<string, string>>;
  remove(): void;
}

/** Packs without building: other tests run what is in dist/ at this moment. */
export function packed(): Packed {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mlops-tag-places-')));
  const home = join(folder, 'home');
  mkdirSync(home);
  const env = { ...GIT_ENV, HOME: home, npm_config_offline: 'true', npm_config_update_notifier: 'false' };
  const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', words, { cwd: ROOT, env, encoding: 'utf8' }));
  return { folder, tarball: join(folder, String(filename)), env, remove: () => rmSync(folder, { recursive: true }) };
}

/** Installs it as a global package under a folder of its own, as pre-commit does; the folder of its commands. */
export function installedGlobally({ folder, tarball, env }: Packed): string {
  const prefix = join(folder, 'global');
  const words = ['install', '--global', '--prefix', prefix, '--no-audit', '--no-fund', tarball];
  execFileSync('npm', words, { cwd: folder, env, stdio: 'pipe' });
  return join(prefix, 'bin');
}
