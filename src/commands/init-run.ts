/** Runs `init`: looks at the talks of the repository, and writes what it has not yet. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CONFIG_NAME, configsIn, repositoryRoot, shownFrom } from '../config/find.ts';
import { UsageError } from '../findings.ts';
import { visibleLine, visibleText } from '../report/text.ts';
import { VERSION } from '../version.ts';
import { openAtomicFile } from '../write/atomic-file.ts';
import type { CommandContext } from './context.ts';
import type { InitFlags } from './init.ts';
import { configText, preCommitText, workflowText } from './init-files.ts';
import { withHook } from './init-pre-commit.ts';
import { type Survey, surveyed, surveyLines } from './init-survey.ts';

/** One file of the plan: what will stand in it, or why it is left. */
type Step = { readonly path: string } & (
  | { readonly text: string; readonly added: boolean }
  | { readonly left: string }
);

export async function runInit({ dryRun = false }: InitFlags, context: CommandContext): Promise<void> {
  const repository = repositoryRoot(context.cwd);
  const root = repository ?? resolve(context.cwd);
  const survey = await surveyed(root);
  const config = configStep(root, survey);
  const steps = [config, workflowStep(root), preCommitStep(root)];
  const lines: string[] = 'left' in config ? [] : [...surveyLines(survey), ''];
  for (const step of steps) {
    const shown = visibleLine(shownFrom(context.cwd, join(root, step.path)));
    if ('left' in step) lines.push(`left ${shown}: ${step.left}`);
    else if (dryRun) lines.push(`would ${step.added ? 'change' : 'write'} ${shown}:`, '', visibleText(step.text));
    else {
      await write(join(root, step.path), shown, step.text, context);
      lines.push(step.added ? `added the hook to ${shown}` : `wrote ${shown}`);
    }
  }
  if (repository === undefined)
    lines.push('This is no git repository; the workflow and the pre-commit hook work in one only.');
  lines.push('', 'Next: mlops-tag check');
  await context.stdout.write(`${lines.join('\n')}\n`);
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
