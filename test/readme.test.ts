/** What the READMEs show is what the tool says. `UPDATE=1` writes the generated table again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../src/program.ts';
import { ROOT, run } from './support/run.ts';

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

interface Example {
  readonly command: string;
  readonly shown: readonly string[];
}

/** The commands of ```console blocks and what is shown below each. */
function examples(markdown: string): readonly Example[] {
  return [...markdown.matchAll(/^```console\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block
      .split(/^\$ mlops-tag /m)
      .slice(1)
      .map((piece) => {
        const [command = '', ...shown] = piece.trimEnd().split('\n');
        return { command, shown };
      }),
  );
}

/** A line `…` stands for any lines, a line that ends in it for any end. */
function expectShown(output: string, shown: readonly string[]): void {
  const lines = output.split('\n');
  let at = 0;
  let free = false;
  for (const line of shown) {
    if (line === '…') {
      free = true;
      continue;
    }
    const fits = (candidate: string | undefined): boolean =>
      line.endsWith('…') ? candidate?.startsWith(line.slice(0, -1)) === true : candidate === line;
    const found = free ? lines.findIndex((candidate, i) => i >= at && fits(candidate)) : fits(lines[at]) ? at : -1;
    expect(found, `"${line}" is not what the tool prints; there: "${lines[at]}"`).toBeGreaterThanOrEqual(0);
    at = found + 1;
    free = false;
  }
}

describe.each(['README.md', 'README.ja.md'])('%s', (name) => {
  const shown = examples(read(name));

  it('has examples', () => expect(shown.length).toBeGreaterThan(0));

  it.each(shown)('$ mlops-tag $command', async ({ command, shown: lines }) => {
    const { code, stdout } = await run(command.split(' '));
    expect(code).toBe(0);
    expectShown(stdout, lines);
  });
});

describe('the table of options', () => {
  it('is that of the program', () => {
    const readme = read('README.md');
    const fresh = readme.replace(
      /(<!-- options: tag -->\n)[\s\S]*?(<!-- \/options -->)/,
      (_all, head: string, tail: string) => `${head}${optionTable('tag')}${tail}`,
    );
    if (process.env['UPDATE'] === '1') writeFileSync(join(ROOT, 'README.md'), fresh);
    expect(fresh).toBe(process.env['UPDATE'] === '1' ? fresh : readme);
  });
});

function optionTable(name: string): string {
  const sink = { write: async () => undefined, isTTY: false, columns: 80 };
  const program = createProgram({
    stdin: async function* () {},
    stdout: sink,
    stderr: sink,
    cwd: ROOT,
    env: {},
    signal: new AbortController().signal,
    setExitCode: () => undefined,
  });
  const command: Command | undefined = program.commands.find((candidate) => candidate.name() === name);
  const rows = command?.options.map(({ flags, description, defaultValue, defaultValueDescription }) => {
    const byDefault = defaultValueDescription ?? (typeof defaultValue === 'string' ? defaultValue : undefined);
    return `| \`${flags}\` | ${description}${byDefault === undefined ? '' : ` (default: ${byDefault})`} |`;
  });
  return ['| option | meaning |', '| --- | --- |', ...(rows ?? []), ''].join('\n');
}
