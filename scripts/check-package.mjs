#!/usr/bin/env node
// Packs the package, installs it into an empty folder and runs it there, as somebody who types `npm install mlops-tag` would.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LIMIT = 8_000_000;
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'mlops-tag-package-'));
const run = (command, args, cwd = folder) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

try {
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], root));
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${filename}`]);
  const installed = join(folder, 'node_modules');
  const bytes = sizeOf(installed);
  if (bytes > LIMIT) throw new Error(`installed it takes ${bytes} bytes, more than ${LIMIT}`);
  const version = run(join(installed, '.bin/mlops-tag'), ['--version']).trim();
  writeFileSync(
    join(folder, 'talk.md'),
    '# Data drift in production\n\nHow we detect data drift and concept drift of a live model.\n',
  );
  const record = JSON.parse(run(join(installed, '.bin/mlops-tag'), ['talk.md', '--format', 'ndjson']));
  if (record.primary !== 'drift') throw new Error(`the installed tool says ${record.primary}`);
  writeFileSync(
    join(folder, 'use.mjs'),
    "import { createClassifier, loadTaxonomy } from 'mlops-tag';\nconst talk = { id: 'a', title: 'データドリフトの検知', source: { path: 'a', line: 1 } };\nconsole.log(createClassifier(await loadTaxonomy()).classify(talk).primary);\n",
  );
  const primary = run('node', ['use.mjs']).trim();
  if (primary !== 'drift') throw new Error(`the installed library says ${primary}`);
  checkTypes();
  process.stdout.write(`package ${version}: installs, runs and takes ${(bytes / 1e6).toFixed(1)} MB\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A strict compiler that looks into declarations too must accept the library as it is installed. */
function checkTypes() {
  writeFileSync(
    join(folder, 'use.ts'),
    `import { createClassifier, isFinding, loadTaxonomy, messageOf, readTalks, type TaggedTalk, type Taxonomy } from 'mlops-tag';
const taxonomy: Taxonomy = await loadTaxonomy();
const classifier = createClassifier(taxonomy);
const tagged: TaggedTalk[] = [];
for await (const item of readTalks(['talks/'])) {
  if (isFinding(item)) throw new Error(messageOf(item));
  tagged.push(classifier.classify(item));
}
export const primary: string | null | undefined = tagged[0]?.primary;
// @ts-expect-error: a library whose declarations are missing would be any, and this no mistake
export const wrong: number = classifier.classify;
`,
  );
  const types = ['--typeRoots', join(root, 'node_modules/@types'), '--types', 'node'];
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--skipLibCheck', 'false'];
  run('node', [join(root, 'node_modules/typescript/bin/tsc'), ...options, ...types, 'use.ts']);
}

function sizeOf(path) {
  const stats = statSync(path);
  return stats.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stats.size;
}
