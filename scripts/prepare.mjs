#!/usr/bin/env node
// Builds the package when npm packs it, or installs it from a checkout or from git.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const canBuild = () =>
  existsSync(join(root, 'node_modules/esbuild')) && existsSync(join(root, 'node_modules/typescript'));
const { npm_execpath: npm, npm_config_global: isGlobal } = process.env;

// `npm install --global git+…`, which is what pre-commit does, prepares a clone without its devDependencies.
if (!canBuild() && isGlobal === 'true' && npm !== undefined)
  execFileSync(
    process.execPath,
    [npm, 'install', '--no-save', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'],
    {
      cwd: root,
      env: { ...process.env, npm_config_global: 'false' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );

if (canBuild()) execFileSync(process.execPath, ['scripts/build.mjs', '--types'], { cwd: root, stdio: 'inherit' });
else process.stderr.write('mlops-tag is not built: its devDependencies are not installed\n');
