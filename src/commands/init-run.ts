/** Runs `init`: looks at the talks of the repository, and writes what it has not yet. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CONFIG_NAME, configsIn, repositoryRoot, shownFrom } from '../config/find.ts';
import { UsageError } from '../findings.ts';
import { visibleLine, visibleText } from '../report/text.ts';
import { discover } from '../sources/discover.ts';
import { isFinding } from '../sources/document.ts';
import { fileTalks } from '../sources/read.ts';
import { isFileDone } from '../tagging.ts';
import type { Talk } from '../talk.ts';
import { loadTaxonomy, NO_MODEL } from '../taxonomy/load.ts';
import { VERSION } from '../version.ts';
import { openAtomicFile } from '../write/atomic-file.ts';
import type { CommandContext } from './context.ts';
import type { InitFlags } from './init.ts';
import { configText, preCommitText, type Survey, workflowText } from './init-files.ts';
import { declaredOf, foldersOf, patternOf } from './init-guess.ts';
import { withHook } from './init-pre-commit.ts';

/** Files that are read to find out how talks are kept. */
const SAMPLE = 300;

/** One file of the plan: what will stand in it, or why it is left. */
type Step = { readonly path: string } & (
  | { readonly text: string; readonly added: boolean }
  | { readonly left: string }
);

export async function runInit({ dryRun = false }: InitFlags, context: CommandContext): Promise<void> {
  const repository = repositoryRoot(context.cwd);
  const root = repository ?? resolve(context.cwd);
  const survey = await surveyed(root);
  const steps = [configStep(root, survey), workflowStep(root), preCommitStep(root)];
  const lines: string[] = [];
  for (const step of steps) {
    const shown = visibleLine(shownFrom(context.cwd, join(root, step.path)));
    if ('left' in step) lines.push(`left ${shown}: ${step.left}`);
    else if (dryRun) lines.push(`would ${step.added ? 'change' : 'write'} ${shown}:`, '', visibleText(step.text));
    else {
      await write(join(root, step.path), shown, step.text, context);
      lines.push(step.added ? `added the hook to ${shown}` : `wrote ${shown}`);
    }
  }
  if (survey.folders.length === 0) lines.push('No talk was found; write in the config where they are (`include`).');
  if (repository === undefined)
    lines.push('This is no git repository; the workflow and the pre-commit hook work in one only.');
  lines.push('', 'Next: mlops-tag check');
  await context.stdout.write(`${lines.join('\n')}\n`);
}

async function surveyed(root: string): Promise<Survey> {
  const { files } = await discover(['.'], { cwd: root });
  const every = Math.max(1, Math.ceil(files.length / SAMPLE));
  const talks: Talk[] = [];
  for (const file of files.filter((_, i) => i % every === 0))
    for await (const event of fileTalks(file, { origins: true }))
      if (!isFinding(event) && !isFileDone(event)) talks.push(event);
  const all = [...new Set(talks.map(({ source }) => source.path))];
  const folders = all.length === 0 ? [] : foldersOf(all);
  const paths = all.filter((path) => folders.some((folder) => folder === '.' || path.startsWith(`${folder}/`)));
  const declared = declaredOf(talks, await loadTaxonomy(undefined, { model: NO_MODEL }));
  const pattern = patternOf(paths);
  return {
    folders,
    ...(declared === undefined ? {} : { declared }),
    ...(pattern === undefined ? {} : { pattern }),
    installed: existsSync(join(root, 'node_modules/mlops-tag')),
  };
}

function configStep(root: string, survey: Survey): Step {
  const [there] = configsIn(root);
  if (there !== undefined) return { path: there, left: 'it holds a config already' };
  return { path: CONFIG_NAME, text: configText(survey), added: false };
}

function workflowStep(root: string): Step {
  const there = ['.github/workflows/mlops-tag.yml', '.github/workflows/mlops-tag.yaml'];
  const path = there.find((name) => existsSync(join(root, name)));
  if (path !== undefined) return { path, left: 'it is there already' };
  return { path: '.github/workflows/mlops-tag.yml', text: workflowText(VERSION), added: false };
}

function preCommitStep(root: string): Step {
  const path = '.pre-commit-config.yaml';
  if (!existsSync(join(root, path))) return { path, text: preCommitText(VERSION), added: false };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(join(root, path)));
  } catch {
    return { path, left: 'it cannot be read as UTF-8' };
  }
  const added = withHook(text, VERSION);
  return 'left' in added ? { path, left: added.left } : { path, text: added.text, added: true };
}

async function write(path: string, shown: string, text: string, { signal }: CommandContext): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch {
    throw new UsageError(`${shown} cannot be written: its folder cannot be made.`);
  }
  const file = await openAtomicFile(path, shown, signal);
  try {
    await file.write(text);
    await file.commit();
  } catch (error) {
    await file.discard();
    throw error;
  }
}
