/** What the READMEs show is what the tool says. `UPDATE=1` writes the generated tables again. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../src/program.ts';
import { ROOT, run } from './support/run.ts';

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

interface Example {
  readonly command: string;
  readonly shown: readonly string[];
  readonly code: number;
}

const ASKED = '$ echo $?';

/** The commands of ```console blocks, what is shown below each, and the exit code: 0 where the block does not ask for it. */
function examples(markdown: string): readonly Example[] {
  return [...markdown.matchAll(/^```console\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block
      .split(/^\$ mlops-tag /m)
      .slice(1)
      .map((piece) => {
        const [command = '', ...lines] = piece.trimEnd().split('\n');
        const asked = lines.indexOf(ASKED);
        if (asked === -1) return { command, shown: lines, code: 0 };
        return { command, shown: lines.slice(0, asked), code: Number(lines[asked + 1]) };
      }),
  );
}

/** As a shell takes them: what stands in single quotes is one. */
function words(command: string): readonly string[] {
  expect(command, 'a shell would redirect into a file').not.toMatch(/^(?:[^']|'[^']*')*[<>]/);
  return [...command.matchAll(/'([^']*)'|[^ ']+/g)].map(([word, quoted]) => quoted ?? word);
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

describe.each(['README.md', 'README.ja.md', 'docs/coverage.md'])('%s', (name) => {
  const shown = examples(read(name));

  it('has examples', () => expect(shown.length).toBeGreaterThan(0));

  it.each(shown)('$ mlops-tag $command', async ({ command, shown: lines, code }) => {
    const told = await run(words(command));
    expect(told.code).toBe(code);
    expectShown(told.stdout, lines);
  });
});

describe('the tables of options', () => {
  it('are those of the program', () => {
    const readme = read('README.md');
    const fresh = ['check', 'coverage'].reduce(
      (markdown, name) => withTable(markdown, name, besides(name, 'tag')),
      withTable(readme, 'tag', optionsOf('tag')),
    );
    if (process.env['UPDATE'] === '1') writeFileSync(join(ROOT, 'README.md'), fresh);
    expect(fresh).toBe(process.env['UPDATE'] === '1' ? fresh : readme);
  });
});

describe('links', () => {
  const pages = ['README.md', 'README.ja.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...pagesIn('docs')];

  it.each(pages)('of %s lead to files and headings', (page) => {
    expect(linksOf(read(page)).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  it('of the index lead to every page of docs', () => {
    const linked = linksOf(read('docs/README.md')).map((link) => join('docs', link));
    const others = pagesIn('docs').filter((page) => page !== 'docs/README.md' && dirname(page) !== 'docs/rules');
    expect(linked).toEqual(expect.arrayContaining([...others, 'docs/rules/README.md']));
  });
});

function pagesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .sort();
}

/** Targets of links within the repository; examples in fences are none. */
function linksOf(markdown: string): readonly string[] {
  const prose = markdown.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target).filter((link) => !/^\w+:/.test(link));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(ROOT, file))) return false;
  return heading === undefined || anchorsOf(read(file)).includes(heading);
}

/** As GitHub makes them of headings. */
function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function withTable(markdown: string, name: string, rows: readonly string[]): string {
  const table = ['| option | meaning |', '| --- | --- |', ...rows, ''].join('\n');
  const place = new RegExp(`(<!-- options: ${name} -->\\n)[\\s\\S]*?(<!-- /options -->)`);
  return markdown.replace(place, (_all, head: string, tail: string) => `${head}${table}${tail}`);
}

/** The options of a command that another has not, or has with another meaning. */
function besides(name: string, other: string): readonly string[] {
  const known = optionsOf(other);
  return optionsOf(name).filter((row) => !known.includes(row));
}

function optionsOf(name: string): readonly string[] {
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
  return (command?.options ?? []).map(({ flags, description, defaultValue, defaultValueDescription }) => {
    const byDefault = defaultValueDescription ?? (typeof defaultValue === 'string' ? defaultValue : undefined);
    return `| \`${flags}\` | ${description}${byDefault === undefined ? '' : ` (default: ${byDefault})`} |`;
  });
}
