#!/usr/bin/env node
// Learns the model that ships, byte for byte the same from the same texts: labelled talks in ../shared/corpus (or the folder named), which are
// others' and lie outside of this repository, and the practice talks in corpus/practice, which are its own.
// Measured are the talks marked blind, by cross-validation: nobody read them while the vocabulary was written. The others are learned from
// as practice talks are, since a vocabulary that was sharpened on their mistakes looks better on them than it is.
// --check writes nothing and fails where the result differs. --seen learns and measures without the talks marked blind.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '..');
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const [named] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const corpus = resolve(named ?? join(root, '../shared/corpus'));
const languages = ['en', 'ja'];
const model = join(root, 'taxonomy/which-part.model.json');
const gold = join(root, 'corpus/gold.ndjson');

if (!existsSync(join(corpus, 'en.ndjson'))) {
  process.stderr.write(`${corpus} holds no en.ndjson: the labelled talks are needed to learn from.\n`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'mlops-tag-learn-'));
try {
  const talks = languages.flatMap((lang) => read(join(corpus, `${lang}.ndjson`)));
  const seen = join(folder, 'seen.ndjson');
  const unseen = join(folder, 'unseen.ndjson');
  const output = flags.includes('--check') ? join(folder, 'model.json') : model;
  writeFileSync(seen, lines(talks.filter(({ blind }) => !blind)));
  writeFileSync(unseen, lines(talks.filter(({ blind }) => blind)));
  const inputs = flags.includes('--seen') ? [seen] : [unseen, '--practice', seen];
  const learning = ['bin/mlops-tag.js', 'learn', ...inputs, '--practice', 'corpus/practice', '-o', output];
  execFileSync(process.execPath, learning, { cwd: root, stdio: 'inherit' });
  const facts = lines(talks.map(factsOf));
  if (flags.includes('--check')) {
    const same = readFileSync(output, 'utf8') === readFileSync(model, 'utf8') && facts === readFileSync(gold, 'utf8');
    process.stderr.write(same ? 'the same bytes\n' : 'not what ships: run npm run learn\n');
    process.exitCode = same ? 0 : 1;
  } else writeFileSync(gold, facts);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function read(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

function lines(values) {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

/** What the repository holds of a talk: where it is from, its labels, and a hash that its text can be known by. */
function factsOf({ id, source_repo, event, year, lang, kind, title, text, blind, gold: { tags, primary } }) {
  const sha256 = createHash('sha256').update(`${title}\n${text}`).digest('hex');
  return { id, source_repo, event, year, lang, kind, ...(blind ? { blind } : {}), gold: { tags, primary }, sha256 };
}
