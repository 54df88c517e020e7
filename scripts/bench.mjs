#!/usr/bin/env node
// Speed and memory, side by side in one run; medians of several. `npm run bench [startup|files|check|ndjson|coverage|page|memory]…`, all by default.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pageTimes } from './bench-page.mjs';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'bin/mlops-tag.js');
const place = join(root, '.bench');
const wanted = process.argv.slice(2);
const runs = (name) => wanted.length === 0 || wanted.includes(name);

mkdirSync(place, { recursive: true });
const { loadTaxonomy, readTalks, isFinding } = await import(pathToFileURL(join(root, 'dist/index.js')).href);
const taxonomy = await loadTaxonomy();
const templates = await fixtureTalks();

print(
  `node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} threads of ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
);
if (runs('startup')) startup();
if (runs('files')) files();
if (runs('check')) check();
if (runs('ndjson')) await ndjson();
if (runs('coverage')) coverage();
if (runs('page')) await page();
if (runs('memory')) await memory();

/** The descriptions of the fixtures, as the raw stuff of larger inputs. */
async function fixtureTalks() {
  const talks = [];
  for await (const item of readTalks([join(root, 'fixtures')])) if (!isFinding(item)) talks.push(item);
  return talks.filter((talk) => (talk.abstract ?? talk.body ?? '').length > 200);
}

function textOf(talk) {
  return (talk.abstract ?? talk.body ?? '').replace(/\s+/g, ' ').trim();
}

function startup() {
  const one = join(root, 'fixtures/hugo-yaml');
  const file = join(one, execFileSync('ls', [one], { encoding: 'utf8' }).split('\n')[0]);
  const [nothing, version, tag] = interleaved(21, [
    () => timed('node', ['-e', '0']),
    () => timed('node', [bin, '--version']),
    () => timed('node', [bin, file]),
  ]);
  print('\nStart-up (median of 21)');
  row('node -e 0', `${ms(nothing)}`);
  row('mlops-tag --version', `${ms(version)}   ${ratio(version / nothing)} node -e 0   (aim 1.5)`);
  row('mlops-tag one file', `${ms(tag)}   ${ratio(tag / nothing)} node -e 0   (aim 2.5)`);
}

function files() {
  const folder = join(place, 'files');
  makeFiles(folder, 10_000, 2_000);
  const terms = join(place, 'terms.txt');
  writeFileSync(terms, firstLabels(600).join('\n'));
  print('\n10,000 markdown files of 2 kB with YAML front matter (median of 5)');
  const hasRipgrep = spawnSync('rg', ['--version']).status === 0;
  const jobs = [() => timed('node', [bin, relative(root, folder), '--format', 'ndjson', '--no-progress'])];
  if (hasRipgrep) jobs.push(() => timed('rg', ['-F', '-i', '-c', '-f', terms, folder], [0, 1]));
  const [ours, ripgrep] = interleaved(5, jobs);
  row('mlops-tag', `${ms(ours)}${ripgrep === undefined ? '' : `   ${ratio(ours / ripgrep)} ripgrep   (aim 4)`}`);
  row('rg -F -i -c -f 600 terms', ripgrep === undefined ? 'skipped: ripgrep is not installed' : ms(ripgrep));
}

/** A repository of 10,000 talks under git, of which a branch changes ten. */
function check() {
  const folder = join(place, 'repository');
  rmSync(folder, { recursive: true, force: true });
  makeFiles(folder, 10_000, 2_000);
  const git = (...args) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...args]);
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'talks');
  const paths = execFileSync('git', ['-C', folder, 'ls-files', '-z'], { encoding: 'utf8' }).split('\0').slice(0, 10);
  for (const path of paths)
    writeFileSync(join(folder, path), `${readFileSync(join(folder, path), 'utf8')}\nChanged.\n`);
  const cache = join(folder, '.mlops-tag-cache');
  const tool = (...args) => timed('node', [bin, ...args, '--no-progress'], [0, 1], folder);
  print('\n`check` on a repository of 10,000 markdown files of 2 kB (median of 5)');
  const [tag, whole, first, second, one, since, sinceKnown] = interleaved(5, [
    () => tool('tag', '.'),
    () => tool('check', '.'),
    () => {
      rmSync(cache, { recursive: true, force: true });
      return tool('check', '.', '--cache');
    },
    () => tool('check', '.', '--cache'),
    () => tool('tag', paths[0]),
    () => tool('check', '.', '--since', 'HEAD'),
    () => tool('check', '.', '--since', 'HEAD', '--cache'),
  ]);
  row('tag', ms(tag));
  row('check', `${ms(whole)}   ${ratio(whole / tag)} tag   (aim 1.3)`);
  row('check --cache, first', `${ms(first)}   ${ratio(first / tag)} tag`);
  row('check --cache, second', `${ms(second)}   ${ratio(second / first)} the first   (aim 0.25)`);
  row('tag, one file', ms(one));
  row('check --since, 10 files', `${ms(since)}   ${ratio(since / one)} one file   (aim 2)`);
  row('the same with --cache', `${ms(sinceKnown)}   ${ratio(sinceKnown / one)} one file   (aim 2)`);
}

async function ndjson() {
  const path = join(place, 'talks-100000.ndjson');
  makeNdjson(path, 100_000);
  const bytes = statSync(path).size;
  const [time] = interleaved(3, [() => timed('node', [bin, path, '--format', 'ndjson', '--threads', '1'])]);
  print('\nNDJSON of 100,000 talks, one thread (median of 3)');
  row(
    'mlops-tag',
    `${ms(time)}   ${Math.round(100_000 / (time / 1000)).toLocaleString('en')} talks/s   ${(bytes / 1e6 / (time / 1000)).toFixed(1)} MB/s   (aim 8)`,
  );
}

/** Records that `tag` wrote of 100,000 talks, counted by event. */
function coverage() {
  const [small, large] = [10_000, 100_000].map(makeRecords);
  const count = (path) => [bin, 'coverage', path, '--by', 'event', '-f', 'json', '--no-config', '--no-progress'];
  const [time] = interleaved(5, [() => timed('node', count(large))]);
  const megabytes = statSync(large).size / 1e6;
  print('\n`coverage` of records, one thread (median of 5)');
  row('100,000 records', `${ms(time)}   ${(megabytes / (time / 1000)).toFixed(1)} MB/s of NDJSON   (aim 50)`);
  const [few, many] = [small, large].map((path) => peakOf(count(path)));
  row('peak memory, 10,000', `${few.toFixed(0)} MB`);
  row('peak memory, 100,000', `${many.toFixed(0)} MB   ${ratio(many / few)}   (aim 1.2)`);
}

/** The HTML report of 10,000 talks: made, opened and filtered. */
async function page() {
  const [talks, html, empty] = ['talks-10k.ndjson', 'page.html', 'empty.html'].map((name) => join(place, name));
  makeNdjson(talks, 10_000);
  const quiet = ['--no-config', '--no-progress'];
  const [tag, made] = interleaved(3, [
    () => timed('node', [bin, talks, '--format', 'ndjson', ...quiet]),
    () => timed('node', [bin, 'coverage', talks, '--by', 'event', '-f', `html=${html}`, ...quiet]),
  ]);
  print('\nThe HTML report of 10,000 talks (median of 3, in the browser of 7)');
  row('coverage -f html', `${ms(made)}   ${ratio(made / tag)} tagging alone   (aim < 3)`);
  row('size', `${(statSync(html).size / 1e6).toFixed(2)} MB`);
  const times = await pageTimes(html, empty, 7);
  if (times === undefined) return row('in the browser', 'skipped: chromium is not installed');
  row('interactive', `${ms(times.page)}   ${ratio(times.page / times.empty)} an empty page   (aim 2,000 ms)`);
  row('filter by text', `${ms(times.first)} at first, then ${ms(times.next)}   (aim 100 ms)`);
}

/** A file of so many records, from which `coverage` counts. */
function makeRecords(count) {
  const talks = join(place, `talks-${count}.ndjson`);
  const records = join(place, `records-${count}.ndjson`);
  makeNdjson(talks, count);
  if (!existsSync(records)) timed('node', [bin, talks, '-f', 'ndjson', '-o', records, '--no-config', '--no-progress']);
  return records;
}

/** Peak resident memory in MB of a run that takes nothing from standard input. */
function peakOf(args) {
  const report = join(place, 'peak');
  timed('node', ['--import', peakHook(report), ...args]);
  return Number(readFileSync(report, 'utf8')) / 1024;
}

function peakHook(report) {
  return `data:text/javascript,import{writeFileSync as w}from'node:fs';process.on('exit',()=>w(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`;
}

async function memory() {
  print('\nPeak memory, NDJSON on standard input');
  const small = await peak(100_000);
  row('100,000 talks', `${small.toFixed(0)} MB`);
  const large = await peak(1_000_000);
  row(
    '1,000,000 talks',
    `${large.toFixed(0)} MB   ${ratio(large / small)}, ${(large - small).toFixed(0)} MB more   (aim 1.2 times or 50 MB more)`,
  );
}

/** Peak resident memory in MB while `count` talks stream through. */
async function peak(count) {
  const report = join(place, 'peak');
  const child = spawn(
    'node',
    ['--import', peakHook(report), bin, '-', '--stdin-filename', 'talks.ndjson', '--format', 'ndjson'],
    {
      stdio: ['pipe', 'ignore', 'inherit'],
    },
  );
  const done = new Promise((resolve) => child.on('exit', resolve));
  for (let from = 0; from < count; from += 1000) {
    if (!child.stdin.write(ndjsonLines(from, Math.min(count, from + 1000))))
      await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  child.stdin.end();
  const status = await done;
  if (status !== 0) throw new Error(`mlops-tag exited with ${status}`);
  return Number(readFileSync(report, 'utf8')) / 1024;
}

function makeFiles(folder, count, size) {
  if (existsSync(join(folder, 'done'))) return;
  rmSync(folder, { recursive: true, force: true });
  for (let i = 0; i < count; i++) {
    const talk = templates[i % templates.length];
    const within = join(folder, String(i % 100).padStart(2, '0'));
    if (i < 100) mkdirSync(within, { recursive: true });
    const head = `---\ntitle: ${JSON.stringify(`${talk.title} (${i})`)}\ndate: 20${15 + (i % 12)}-0${1 + (i % 9)}-1${i % 10}\nspeakers:\n  - Speaker ${i}\n  - Speaker ${i + 1}\ntags: [mlops, talk]\ntrack: Track ${i % 7}\ndraft: false\n---\n\n`;
    let body = '';
    for (let next = i; Buffer.byteLength(head + body) < size; next++)
      body += `${textOf(templates[next % templates.length])}\n\n`;
    writeFileSync(
      join(within, `talk-${i}.md`),
      Buffer.from(head + body)
        .subarray(0, size)
        .toString('utf8')
        .replace(/\ufffd+$/, ''),
    );
  }
  writeFileSync(join(folder, 'done'), '');
}

function ndjsonLines(from, to) {
  let lines = '';
  for (let i = from; i < to; i++) {
    const talk = templates[i % templates.length];
    lines += `${JSON.stringify({ id: `talk-${i}`, title: `${talk.title} (${i})`, abstract: `${textOf(talk)} ${textOf(templates[(i + 7) % templates.length])}`, event: `Event ${i % 50}`, year: 2015 + (i % 12) })}\n`;
  }
  return lines;
}

function makeNdjson(path, count) {
  if (existsSync(path)) return;
  const handle = openSync(path, 'w');
  for (let from = 0; from < count; from += 1000) writeSync(handle, ndjsonLines(from, from + 1000));
  closeSync(handle);
}

function firstLabels(count) {
  return taxonomyLabels().slice(0, count);
}

function taxonomyLabels() {
  const { concepts } = taxonomy;
  return concepts.flatMap(({ labels }) => labels.map(({ text }) => text));
}

/** Each job in turn, `times` over, so that what else the machine does falls on all alike; the medians. */
function interleaved(times, jobs) {
  const results = jobs.map(() => []);
  for (const job of jobs) job();
  for (let i = 0; i < times; i++) for (const [j, job] of jobs.entries()) results[j].push(job());
  return results.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]);
}

function timed(command, args, fine = [0], cwd = root) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (!fine.includes(status)) throw new Error(`${command} ${args.join(' ')} exited with ${status}: ${stderr}`);
  return time;
}

function print(text) {
  process.stdout.write(`${text}\n`);
}

function row(name, text) {
  print(`  ${name.padEnd(26)}${text}`);
}

function ms(time) {
  return `${time.toFixed(0)} ms`;
}

function ratio(value) {
  return `${value.toFixed(2)}×`;
}
