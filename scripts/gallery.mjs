#!/usr/bin/env node
// Makes docs/gallery/ from the fixtures by the built program: `npm run gallery` after a report has changed its look.
// With --check nothing is written, and what is stale is named; pictures of the page are then judged by the page they were taken of.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { terminalSvg } from './terminal-svg.mjs';

const root = join(import.meta.dirname, '..');
const gallery = join(root, 'docs/gallery');
const PROGRAMMES = 'fixtures/yaml-programmes';
const PAGE = ['coverage', PROGRAMMES, '--by', 'event', '--gaps', '--trend', 'year', '--tools', '--organisations'];
/** Of a page in a repository; a larger one is shown by its pictures alone. */
const LARGEST_PAGE = 300_000;
const JSON_LINES = 48;

/** Terminal output, as text and as a picture. */
const TERMINAL = [
  {
    name: 'events',
    title: 'What does each event cover?',
    command: ['coverage', PROGRAMMES, '--by', 'event', '--gaps'],
  },
  {
    name: 'compare',
    title: 'What moved from one year to the next?',
    command: ['coverage', PROGRAMMES, '--compare', "OpML '19", "OpML '20"],
  },
  {
    name: 'years',
    title: 'What do all the talks in `fixtures/` treat, and how does it move?',
    command: ['coverage', 'fixtures', '--trend', 'year'],
  },
  { name: 'map-terminal', title: 'The map in a terminal', command: ['coverage', PROGRAMMES, '-f', 'map'] },
];

const FILES = [
  {
    file: 'map.svg',
    title: 'The map: which part of MLOps?',
    command: ['coverage', 'fixtures', '-f', 'svg'],
    shown: '![Map of the elements of MLOps, darker where more talks of the fixtures treat them](map.svg)',
  },
  {
    file: 'summary.md',
    title: 'Markdown, for a README or a pull request',
    command: ['coverage', PROGRAMMES, '--by', 'event', '--gaps', '-f', 'markdown'],
  },
  {
    file: 'events.csv',
    title: 'CSV, a row an event',
    command: ['coverage', 'fixtures', '--by', 'event', '-f', 'csv-wide'],
  },
];

const JSON_COMMAND = ['coverage', PROGRAMMES, '--by', 'event', '-f', 'json'];

const DESKTOP = { width: 1120, height: 760 };
const PHONE = { width: 360, height: 720 };
/** `at`: the section that is scrolled to; `hash`: the view. */
const SHOTS = [
  { file: 'page.png', says: 'The page on a desk', viewport: DESKTOP, colorScheme: 'light' },
  { file: 'page-dark.png', says: 'The same in the dark: years', viewport: DESKTOP, colorScheme: 'dark', at: 'trend' },
  {
    file: 'page-talks.png',
    says: 'A box of the map was chosen: its talks, with the words behind each tag',
    viewport: DESKTOP,
    colorScheme: 'light',
    click: '#map a[href*="concept=drift"]',
  },
  {
    file: 'page-phone.png',
    says: 'On a phone, in Japanese',
    viewport: PHONE,
    colorScheme: 'light',
    hash: 'ui=ja',
    at: 'map',
  },
];

const isCheck = process.argv.includes('--check');
const made = texts();
const page = made.get('page.html');
if (page.length > LARGEST_PAGE) made.delete('page.html');
const pageHash = createHash('sha256').update(page).digest('hex');
made.set('README.md', readme(made));
if (isCheck) check();
else await make();

/** Everything that is text, by file. */
function texts() {
  const files = new Map();
  for (const { name, command } of TERMINAL) {
    files.set(`${name}.txt`, told(command));
    files.set(`${name}.svg`, terminalSvg(typed(command), told([...command, '--color'])));
  }
  for (const { file, command } of FILES) files.set(file, told(command));
  files.set('page.html', told([...PAGE, '-f', 'html']));
  return files;
}

function told(command) {
  return execFileSync('node', [join(root, 'bin/mlops-tag.js'), ...command], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', TERM: 'xterm' },
  });
}

function typed(command) {
  return ['mlops-tag', ...command].map((word) => (/[ ']/.test(word) ? JSON.stringify(word) : word)).join(' ');
}

function readme(files) {
  const sections = [
    ...FILES.slice(0, 1).map(({ title, command, shown }) => section(title, command, shown)),
    ...TERMINAL.map(({ name, title, command }) =>
      section(title, command, `![${title.replaceAll('`', '')}](${name}.svg)\n\nAs text: [${name}.txt](${name}.txt)`),
    ),
    section('One page to send round', [...PAGE, '-f', 'html=page.html'], pageShown(files)),
    ...FILES.slice(1).map(({ file, title, command }) => section(title, command, `[${file}](${file})`)),
    section('JSON, for programs', JSON_COMMAND, `It begins:\n\n${fenced('json', jsonExcerpt())}`),
  ];
  return `# Gallery

Reports of \`mlops-tag coverage\` over the talks in [fixtures/](../../fixtures/README.md): the programmes of OpML '19, OpML '20 and a summer camp of
MLSE in \`${PROGRAMMES}\`, and all the others. The titles of OpML are those of its programmes, the talks of the camp are invented, and every
description is our own: what is counted here says nothing about the talks that were given.

\`npm run gallery\` makes all of it again; a test fails when any of it is stale.

${sections.join('\n')}`;
}

function section(title, command, shown) {
  return `## ${title}\n\n${fenced('sh', typed(command))}\n\n${shown}\n`;
}

function fenced(language, text) {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function pageShown(files) {
  const where = files.has('page.html') ? 'The file: [page.html](page.html), to be opened from a disk.\n\n' : '';
  return where + SHOTS.map(({ file, says }) => `${says}:\n\n![${says}](${file})`).join('\n\n');
}

function jsonExcerpt() {
  const lines = told(JSON_COMMAND).split('\n').slice(0, JSON_LINES);
  return [...lines, '…'].join('\n');
}

function check() {
  const stale = [...made].filter(([file, text]) => textOf(file) !== text).map(([file]) => file);
  const taken = JSON.parse(textOf('screenshots.json') ?? '{}');
  const isOld = taken.page !== pageHash || SHOTS.some(({ file }) => taken.pictures?.[file] !== hashOf(file));
  const complaints = [...stale, ...(isOld ? ['screenshots.json: the pictures are of another page'] : [])];
  if (complaints.length === 0) return;
  process.stderr.write(`docs/gallery is stale (npm run gallery makes it again):\n${complaints.join('\n')}\n`);
  process.exitCode = 1;
}

function textOf(file) {
  try {
    return readFileSync(join(gallery, file), 'utf8');
  } catch {
    return undefined;
  }
}

/** Of a picture as it lies there; undefined where it does not. */
function hashOf(file) {
  try {
    return createHash('sha256')
      .update(readFileSync(join(gallery, file)))
      .digest('hex');
  } catch {
    return undefined;
  }
}

async function make() {
  rmSync(gallery, { recursive: true, force: true });
  mkdirSync(gallery, { recursive: true });
  for (const [file, text] of made) writeFileSync(join(gallery, file), text);
  await takePictures();
  const pictures = Object.fromEntries(SHOTS.map(({ file }) => [file, hashOf(file)]));
  writeFileSync(join(gallery, 'screenshots.json'), `${JSON.stringify({ page: pageHash, pictures }, null, 2)}\n`);
}

async function takePictures() {
  const { chromium } = await import('playwright-core');
  const folder = mkdtempSync(join(tmpdir(), 'mlops-tag-gallery-'));
  const address = pathToFileURL(join(folder, 'page.html')).href;
  writeFileSync(join(folder, 'page.html'), page);
  const browser = await chromium.launch({
    executablePath: process.env.PLAYWRIGHT_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  try {
    for (const shot of SHOTS) await takePicture(browser, address, shot);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function takePicture(browser, address, { file, viewport, colorScheme, hash, at, click }) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  const tab = await context.newPage();
  await tab.goto(hash === undefined ? address : `${address}#${hash}`);
  if (at !== undefined) await tab.locator(`#${at}`).evaluate((element) => element.scrollIntoView());
  if (click !== undefined) await tab.locator(click).first().click();
  await tab.screenshot({ path: join(gallery, file) });
  await context.close();
}
