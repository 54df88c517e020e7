// Leaves only the declarations that a user's compiler reaches from the library's own: those of the program's inside are no use to anybody.
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import typescript from 'typescript';

/** `entry`: the declaration file that package.json names; `folder`: all declarations, that one among them. */
export function pruneTypes(entry, folder) {
  const kept = reachableFrom(resolve(entry));
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = resolve(folder, name);
    if (name.endsWith('.d.ts') && !kept.has(path)) rmSync(path);
  }
  dropEmptyFolders(folder);
}

function reachableFrom(entry) {
  const reached = new Set([entry]);
  for (const path of reached) {
    const { importedFiles, referencedFiles } = typescript.preProcessFile(readFileSync(path, 'utf8'));
    for (const { fileName } of [...importedFiles, ...referencedFiles]) {
      if (!fileName.startsWith('.')) continue;
      const declared = resolve(dirname(path), fileName.replace(/(?<!\.d)\.[jt]s$/, '.d.ts'));
      if (!existsSync(declared)) throw new Error(`${path} imports ${fileName}, which has no declarations`);
      reached.add(declared);
    }
  }
  return reached;
}

function dropEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const inner = join(folder, entry.name);
    dropEmptyFolders(inner);
    if (readdirSync(inner).length === 0) rmdirSync(inner);
  }
}
