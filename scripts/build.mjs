#!/usr/bin/env node
// Bundles the program and the library into dist/, compiles the default taxonomy, and with --types emits declarations.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { gatherChunks } from './gather-chunks.mjs';
import { bundlePage } from './page.mjs';
import { pruneTypes } from './prune-types.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const settings = { format: 'esm', platform: 'node', target: 'node20.19', charset: 'utf8' };

const { metafile } = await build({
  ...settings,
  absWorkingDir: root,
  entryPoints: { main: 'src/main.ts', index: 'src/index.ts', worker: 'src/worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  metafile: true,
  legalComments: 'none',
  define: {
    MLOPS_TAG_VERSION: JSON.stringify(version),
    // ECharts brings its warnings to developers otherwise
    'process.env.NODE_ENV': '"production"',
  },
  plugins: [deferSegmenter(), leaveOutChildProcess(), leaveOutOtherEncodings(), leaveOutOtherSpinners()],
  // jsonc-parser's main file is UMD, whose inner requires no bundler sees
  alias: {
    'js-yaml': join(root, 'scripts/not-bundled.cjs'),
    'jsonc-parser': join(root, 'node_modules/jsonc-parser/lib/esm/main.js'),
  },
  chunkNames: 'chunks/[name]-[hash]',
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
  },
});

refuseUnusedLocales(Object.values(metafile.outputs));
await gatherChunks(root, metafile.outputs, 'src/program.ts', settings);
const page = await bundlePage(root);
mkdirSync(join(dist, 'page'));
writeFileSync(join(dist, 'page/page.js'), page.script);
writeFileSync(join(dist, 'page/page.css'), page.style);
writeFileSync(
  join(dist, 'THIRD-PARTY-LICENSES.txt'),
  licenses([...new Set([...Object.keys(metafile.inputs), ...page.inputs])]),
);
await import('./compile-taxonomy.mjs').then(({ compileDefaultTaxonomy }) => compileDefaultTaxonomy(root));
mkdirSync(join(dist, 'schemas'));
for (const name of readdirSync(join(root, 'schemas'))) {
  const schema = JSON.parse(readFileSync(join(root, 'schemas', name), 'utf8'));
  writeFileSync(join(dist, 'schemas', name), `${JSON.stringify(schema)}\n`);
}
if (process.argv.includes('--types')) {
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  pruneTypes(join(dist, 'types/index.d.ts'), join(dist, 'types'));
}

/** `import { z } from 'zod'` brings in all of zod, its messages in fifty languages too: 0.3 MB that nothing uses. */
function refuseUnusedLocales(outputs) {
  const locales = outputs.flatMap(({ inputs }) =>
    Object.keys(inputs).filter(
      (path) => /zod\/.*\/locales\/(?!en\.|index\.)/.test(path) && inputs[path].bytesInOutput > 0,
    ),
  );
  if (locales.length > 0) throw new Error("all of zod is in the bundle: write import * as z from 'zod'");
}

/** string-width makes an Intl.Segmenter as it loads, 20 ms of every start; it is wanted for rare characters alone. */
function deferSegmenter() {
  const eager = 'const segmenter = new Intl.Segmenter();';
  const deferred = 'let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };';
  return {
    name: 'defer-segmenter',
    setup({ onLoad }) {
      onLoad({ filter: /string-width[/\\]index\.js$/ }, async ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes(eager))
          throw new Error('string-width no longer makes its segmenter as it loads: drop deferSegmenter');
        return { contents: text.replace(eager, deferred), loader: 'js' };
      });
    },
  };
}

/** commander asks for child_process as it loads, for commands that are executables of their own; that loads net and dgram too. */
function leaveOutChildProcess() {
  return {
    name: 'leave-out-child-process',
    setup({ onResolve }) {
      onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
        importer.includes('commander') ? { path: join(root, 'scripts/not-bundled.cjs') } : undefined,
      );
    },
  };
}

/** Only Japanese encodings are ever asked for: iconv-lite's tables of the others would be dead weight. */
function leaveOutOtherEncodings() {
  const tables = /iconv-lite[/\\]encodings[/\\]tables[/\\](?:cp9\d+|gbk-added|big5-added|gb18030-ranges)\.json$/;
  return {
    name: 'leave-out-other-encodings',
    setup({ onLoad }) {
      onLoad({ filter: tables }, () => ({ contents: '[]', loader: 'json' }));
      onLoad({ filter: /iconv-lite[/\\]encodings[/\\]sbcs-data-generated\.js$/ }, () => ({
        contents: 'module.exports = {};',
      }));
    },
  };
}

/** Of ninety spinners ora shows one, or another where the terminal knows no Unicode. */
function leaveOutOtherSpinners() {
  return {
    name: 'leave-out-other-spinners',
    setup({ onLoad }) {
      onLoad({ filter: /cli-spinners[/\\]spinners\.json$/ }, ({ path }) => {
        const { dots, line } = JSON.parse(readFileSync(path, 'utf8'));
        if (dots === undefined || line === undefined) throw new Error('cli-spinners has other names: look at ora');
        return { contents: JSON.stringify({ dots, line }), loader: 'json' };
      });
    },
  };
}

/** The licence text of every package that went into the bundle, also of one that lies in another's folder; each text once. */
function licenses(inputs) {
  const folders = inputs.map((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean);
  const texts = new Set([...new Set(folders)].map((folder) => licenseOf(join(root, folder))));
  return [...texts].sort().join(`\n${'-'.repeat(72)}\n\n`);
}

function licenseOf(folder) {
  const { name, license, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'LICENCE', 'license.md']
    .map((f) => join(folder, f))
    .find(existsSync);
  const notice = join(folder, 'NOTICE');
  const texts = [file, existsSync(notice) ? notice : undefined].filter((path) => path !== undefined);
  return [`${name} ${version} (${license})`, ...texts.map((path) => readFileSync(path, 'utf8'))].join('\n\n');
}
