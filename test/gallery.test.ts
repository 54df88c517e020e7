/** The gallery shows what the built program gives. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ROOT } from './support/run.ts';

const isBuilt = existsSync(join(ROOT, 'dist/main.js'));

it.skipIf(!isBuilt)(
  'docs/gallery is what the program makes now, its pictures too (npm run gallery; skipped before a build)',
  async () => {
    const script = join(ROOT, 'scripts/gallery.mjs');
    await expect(promisify(execFile)('node', [script, '--check'], { cwd: ROOT })).resolves.toEqual({
      stdout: '',
      stderr: '',
    });
  },
);
