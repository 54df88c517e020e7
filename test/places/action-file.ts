/** action.yml as data, and its steps run with bash as a runner of GitHub runs them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { ROOT } from '../support/run.ts';
import { evaluated } from './expressions.ts';
import type { Packed } from './package.ts';

const stepSchema = z.strictObject({
  name: z.string(),
  id: z.string().optional(),
  shell: z.literal('bash'),
  'working-directory': z.string().optional(),
  env: z.record(z.string(), z.string()),
  run: z.string(),
});

type Step = z.infer<typeof stepSchema>;

const actionSchema = z.strictObject({
  name: z.string(),
  description: z.string().min(20).max(125),
  author: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(z.string(), z.strictObject({ description: z.string().min(10), default: z.string() })),
  outputs: z.record(z.string(), z.strictObject({ description: z.string().min(10), value: z.string() })),
  runs: z.strictObject({ using: z.literal('composite'), steps: z.array(stepSchema).min(1) }),
});

/** @throws ZodError where it is none that GitHub takes, or has keys that these tests know nothing of */
export const ACTION = actionSchema.parse(parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')));

export interface ActionRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was written to $GITHUB_STEP_SUMMARY. */
  readonly summary: string;
  /** What was written to $GITHUB_OUTPUT, by name. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** A machine of GitHub's on which the package is installed: the action's first step has run. */
export interface Runner {
  /** Runs the steps after the first in `workspace`. `event`: variables of the event, a push when absent. */
  run(workspace: string, inputs: Inputs, event?: Readonly<Record<string, string>>): ActionRun;
}

type Inputs = Readonly<Record<string, string>>;

const PUSH = { GITHUB_EVENT_NAME: 'push' };
const [INSTALL, ...OTHERS] = ACTION.runs.steps;

/** @throws Error with what the first step says when it fails. `source`: the input `package`; the tarball when absent */
export function newRunner({ folder, tarball, env }: Packed, workspace: string, source = tarball): Runner {
  const temp = join(mkdtempSync(join(folder, 'runner-')), 'ランナー temp');
  mkdirSync(temp);
  const world = { ...env, GITHUB_ACTIONS: 'true', CI: 'true', RUNNER_TEMP: temp };
  const { code, stderr } = ranSteps([INSTALL], workspace, { package: source }, world);
  if (code !== 0) throw new Error(`the package is not installed: ${stderr}`);
  return {
    run(place, inputs, event = PUSH) {
      const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') };
      for (const file of Object.values(files)) writeFileSync(file, '');
      const said = ranSteps(OTHERS, place, inputs, { ...world, ...files, ...event });
      const summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
      return { ...said, summary, outputs: outputsIn(readFileSync(files.GITHUB_OUTPUT, 'utf8')) };
    },
  };
}

function outputsIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

/** One step after the other, up to the first that fails. */
function ranSteps(
  steps: readonly (Step | undefined)[],
  workspace: string,
  given: Inputs,
  world: Readonly<Record<string, string>>,
): Pick<ActionRun, 'code' | 'stdout' | 'stderr'> {
  const inputs = { ...defaults(), ...given };
  const said = { code: 0, stdout: '', stderr: '' };
  for (const step of steps) {
    if (step === undefined || said.code !== 0) continue;
    const env = Object.entries(step.env).map(([name, value]) => [name, evaluated(value, { inputs })]);
    const cwd = resolve(workspace, evaluated(step['working-directory'] ?? '.', { inputs }));
    const words = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run];
    const run = spawnSync('bash', words, { cwd, env: { ...world, ...Object.fromEntries(env) }, encoding: 'utf8' });
    said.stdout += run.stdout;
    said.stderr += run.stderr;
    said.code = run.status ?? -1;
  }
  return said;
}

function defaults(): Inputs {
  return Object.fromEntries(Object.entries(ACTION.inputs).map(([name, input]) => [name, input.default]));
}
