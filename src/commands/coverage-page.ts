/** The compiled script and style sheet of the HTML page, which the build puts beside the program. */
import { fileURLToPath } from 'node:url';
import type { PageAssets } from '../coverage/types.ts';
import { plainFile } from '../plain-file.ts';
import { readText } from '../read-text.ts';

/** The folders that may hold them: the bundle's, the one above its chunks, or seen from the sources. */
const BUILT = ['./page/', '../page/', '../../dist/page/'];

export async function pageAssets(): Promise<PageAssets> {
  for (const folder of BUILT) {
    const [script, style] = ['page.js', 'page.css'].map((name) =>
      fileURLToPath(new URL(folder + name, import.meta.url)),
    );
    if (script === undefined || style === undefined || (await plainFile(script)).size === undefined) continue;
    return { script: await readText(script, '', 'the page'), style: await readText(style, '', 'the page') };
  }
  throw new Error('a file of the package is missing; from the sources: npm run build');
}
