// Bundles the script and the style sheet of the HTML report: what a browser runs, so apart from the program.
import { join } from 'node:path';
import { build } from 'esbuild';

/** Both as text, and the files that went in. */
export async function bundlePage(root) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { page: 'src/page/main.ts', style: 'src/page/page.css' },
    outdir: 'page',
    write: false,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16'],
    minify: true,
    metafile: true,
    legalComments: 'none',
    charset: 'utf8',
    tsconfig: join(root, 'src/page/tsconfig.json'),
  });
  const textOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css'), inputs: Object.keys(metafile.inputs) };
}
