/** Looks at the talks of a repository for `init`, and says in words what was seen. */
import { isThere } from '../config/find.ts';
import type { DeclaredConfig } from '../config/types.ts';
import { visibleLine } from '../report/text.ts';
import { discover, type FileRef } from '../sources/discover.ts';
import { isFinding } from '../sources/document.ts';
import { formatOf } from '../sources/formats/index.ts';
import { fileTalks } from '../sources/read.ts';
import { isFileDone } from '../tagging.ts';
import type { Talk } from '../talk.ts';
import { loadTaxonomy, NO_MODEL } from '../taxonomy/load.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { declaredOf, isTagged, patternsOf } from './init-guess.ts';
import { lies, type Place, placesOf, type Seen } from './init-places.ts';

/** Files that are read to find out how talks are kept, beside the first of each kind of place. */
const SAMPLE = 300;
/** Files that are named one by one. */
const FILES_TOLD = 5;

/** What was found out about a repository. */
export interface Survey {
  /** Empty where no talk was found. */
  readonly places: readonly Place[];
  /** Files that read as talks and are not included. */
  readonly left: readonly Seen[];
  readonly declared?: DeclaredConfig;
  readonly patterns: readonly string[];
  /** Whether mlops-tag is installed in the project. */
  readonly installed: boolean;
  /** Files that were read, and all there are. */
  readonly files: { readonly read: number; readonly all: number };
}

interface ReadFile {
  readonly path: string;
  readonly talks: readonly Talk[];
}

export async function surveyed(root: string): Promise<Survey> {
  const { files } = await discover(['.'], { cwd: root });
  const read: ReadFile[] = [];
  for (const file of sampled(files)) {
    const talks: Talk[] = [];
    for await (const event of fileTalks(file, { origins: true }))
      if (!isFinding(event) && !isFileDone(event)) talks.push(event);
    read.push({ path: file.path, talks });
  }
  const taxonomy = await loadTaxonomy(undefined, { model: NO_MODEL });
  const declared = declaredOf(
    read.flatMap(({ talks }) => talks),
    taxonomy,
  );
  const { chosen, left } = placesOf(read.map((file) => seen(file, declared, taxonomy)));
  const places = chosen.map(({ path }) => path);
  const paths = read.filter(({ talks }) => talks.length > 0).map(({ path }) => path);
  return {
    places: chosen,
    left,
    ...(declared === undefined ? {} : { declared }),
    patterns: patternsOf(
      paths.filter((path) => places.some((place) => lies(path, place))),
      places,
    ),
    installed: isThere(root, 'node_modules/mlops-tag'),
    files: { read: read.length, all: files.length },
  };
}

/** Files at even distances, and the first of each kind in each of the upper folders: one list of talks beside thousands of pages counts too. */
function sampled(files: readonly FileRef[]): readonly FileRef[] {
  const every = Math.max(1, Math.ceil(files.length / SAMPLE));
  const kinds = new Set<string>();
  return files.filter(({ path }, i) => {
    const kind = `${path.split('/').slice(0, -1).slice(0, 2).join('/')} ${path.slice(path.lastIndexOf('.'))}`;
    const isFirst = !kinds.has(kind);
    kinds.add(kind);
    return isFirst || i % every === 0;
  });
}

function seen({ path, talks }: ReadFile, declared: DeclaredConfig | undefined, taxonomy: Taxonomy): Seen {
  const isRecords = formatOf(path)?.structured === true;
  return {
    path,
    talks: talks.length,
    tagged: declared === undefined ? 0 : talks.filter((talk) => isTagged(talk, declared.key, taxonomy)).length,
    detailed: talks.some(({ event, speakers }) => event !== undefined || (isRecords && speakers !== undefined)),
  };
}

/** Sentences, a line each: what was found where, and what is left out. */
export function surveyLines({ places, left, declared, files }: Survey): readonly string[] {
  if (places.length === 0)
    return ['Found no talk, so the config includes everything; write in it where talks will be (`include`).'];
  const [first = '', ...others] = places.map(({ path, talks }, i) => {
    const where = path === '.' ? 'the whole repository' : visibleLine(path);
    return i === 0 ? `${counted(talks)} in ${where}` : `${talks} in ${where}`;
  });
  const some = files.read < files.all ? ` (${files.read} of ${files.all} files were looked at)` : '';
  return [`Found ${[first, ...others].join(', ')}${some}; ${tagsTold(declared)}.`, ...leftTold(left)];
}

function tagsTold(declared: DeclaredConfig | undefined): string {
  if (declared === undefined) return 'none declares a tag of the taxonomy yet; the config expects tags under `mlops`';
  return `tags under \`${declared.key}\`, as ${declared.as === 'id' ? 'ids' : `labels in ${declared.as}`}`;
}

function leftTold(left: readonly Seen[]): readonly string[] {
  if (left.length === 0) return [];
  const talks = left.reduce((all, file) => all + file.talks, 0);
  const named = left.slice(0, FILES_TOLD).map(({ path }) => visibleLine(path));
  const more = left.length > named.length ? ` and ${left.length - named.length} more files` : '';
  return [
    `Left out ${named.join(', ')}${more}: what reads as ${counted(talks)} there has no tags and no event. Add to \`include\` what is to be checked.`,
  ];
}

function counted(talks: number): string {
  return talks === 1 ? '1 talk' : `${talks} talks`;
}
