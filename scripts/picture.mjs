#!/usr/bin/env node
// Draws docs/terminal.svg: what a terminal shows for some of the fixtures. `npm run picture` after the look has changed.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { terminalSvg } from './terminal-svg.mjs';

const root = join(import.meta.dirname, '..');
const SHOWN = ['fixtures/hugo-yaml', 'fixtures/yaml-one', 'fixtures/yaml-list'];

const text = execFileSync('node', [join(root, 'bin/mlops-tag.js'), ...SHOWN, '--color'], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, TERM: 'xterm', COLORTERM: '', NO_COLOR: '' },
});
writeFileSync(join(root, 'docs/terminal.svg'), terminalSvg('mlops-tag notes/', text));
