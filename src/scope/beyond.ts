/** Which files a repository says nothing about: those outside it, and those of repositories within it. */
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

type Place = 'inside' | 'submodule' | 'outside';

/** What `--patch` cannot see back among `files`, absolute paths, in a sentence each; `root`: of the repository. */
export function beyondNotes(files: readonly string[], root: string): readonly string[] {
  const places = new Map<string, Place>([[root, 'inside']]);
  const counts = { inside: 0, submodule: 0, outside: 0 };
  for (const file of files) counts[placeOf(dirname(file), root, places)]++;
  const { submodule, outside } = counts;
  return [
    ...(submodule === 0 ? [] : [sentence(submodule, 'in submodules')]),
    ...(outside === 0 ? [] : [sentence(outside, 'outside the repository')]),
  ];
}

/** A repository within another has an entry `.git` of its own, whether it is a submodule or was merely cloned there. */
function placeOf(folder: string, root: string, places: Map<string, Place>): Place {
  const known = places.get(folder);
  if (known !== undefined) return known;
  const place = isOutside(folder, root)
    ? 'outside'
    : existsSync(join(folder, '.git'))
      ? 'submodule'
      : placeOf(dirname(folder), root, places);
  places.set(folder, place);
  return place;
}

function isOutside(folder: string, root: string): boolean {
  const way = relative(root, folder);
  return way.split(sep)[0] === '..' || isAbsolute(way);
}

function sentence(files: number, where: string): string {
  const [what, they] = files === 1 ? ['1 file lies', 'it counts'] : [`${files} files lie`, 'they count'];
  return `${what} ${where}, which --patch cannot see back: ${they} as unchanged`;
}
