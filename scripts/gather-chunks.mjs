// Splitting makes a file of every few modules that two commands share, and to open fifty files takes longer than to run what is in them.
// What every command loads is put into one file here; the others take from it what they took from its parts.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

/** `import{a as b}from"./chunk.js"`, `import"./chunk.js"` and the same with export, as esbuild writes them; a later `import(…)` is none. */
const IMPORT = /\b(import|export)(?:\{([^{}]*)\}from)?"(\.\.?\/[^"]+)"/g;

/**
 * Puts the chunks that the one of `entryPoint` imports at once into its file, but for those that `main.js` has loaded before.
 * `outputs` are the metafile's, `settings` what the build was told.
 */
export async function gatherChunks(root, outputs, entryPoint, settings) {
  const chunks = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), { ...output, path }]));
  const start = [...chunks.keys()].find((name) => chunks.get(name).entryPoint === entryPoint);
  if (start === undefined) throw new Error(`${entryPoint} has no chunk of its own: nothing imports it later`);
  const before = importedAtOnce('main.js', chunks);
  const parts = [...importedAtOnce(start, chunks)].filter((name) => !before.has(name));
  const renamed = (part, name) => (part === start ? name : `${name}_${parts.indexOf(part)}`);
  const pathOf = (name) => join(root, chunks.get(name).path);

  const all = parts.map((part) => {
    const names = chunks.get(part).exports.map((name) => `${name} as ${renamed(part, name)}`);
    return `export {${names.join(', ')}} from './${part}';`;
  });
  const gathered = await bundled(all.join('\n'), dirname(pathOf(start)), parts, settings);
  for (const name of chunks.keys()) {
    if (parts.includes(name)) continue;
    const from = toward(pathOf(name), pathOf(start));
    writeFileSync(pathOf(name), takeFrom(readFileSync(pathOf(name), 'utf8'), from, parts, renamed));
  }
  for (const part of parts) {
    rmSync(pathOf(part));
    const names = chunks.get(part).exports.map((name) => `${renamed(part, name)} as ${name}`);
    if (isImportedLater(part, chunks)) writeFileSync(pathOf(part), `export{${names}}from"./${start}";\n`);
  }
  writeFileSync(pathOf(start), gathered);
}

/** The chunk and those that are loaded with it. */
function importedAtOnce(start, chunks) {
  const found = new Set([start]);
  for (const name of found)
    for (const { path, kind } of chunks.get(name).imports)
      if (kind === 'import-statement' && chunks.has(basename(path))) found.add(basename(path));
  return found;
}

function isImportedLater(part, chunks) {
  return [...chunks.values()].some(({ imports }) =>
    imports.some(({ path, kind }) => kind === 'dynamic-import' && basename(path) === part),
  );
}

/** A chunk's text, importing from `from` what it imported from the parts. */
function takeFrom(text, from, parts, renamed) {
  return text.replaceAll(IMPORT, (statement, keyword, names, path) => {
    const part = basename(path);
    if (!parts.includes(part)) return statement;
    if (names === undefined) return `${keyword}"${from}"`;
    const taken = names.split(',').map((name) => {
      const [theirs, ours = theirs] = name.split(' as ');
      return `${renamed(part, theirs)} as ${ours}`;
    });
    return `${keyword}{${taken}}from"${from}"`;
  });
}

function toward(from, to) {
  const path = relative(dirname(from), to).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** The parts as one module; other chunks, and what is imported later, stay where they are. */
async function bundled(contents, resolveDir, parts, { format, platform, target, charset }) {
  const outside = {
    name: 'outside',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, kind }) =>
        kind === 'import-statement' && parts.includes(basename(path)) ? undefined : { path, external: true },
      );
    },
  };
  const { outputFiles } = await build({
    ...{ format, platform, target, charset },
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    legalComments: 'none',
    write: false,
    // of our own chunks, which package.json says have no side effects: what they import may
    ignoreAnnotations: true,
    plugins: [outside],
  });
  return outputFiles[0].text;
}
