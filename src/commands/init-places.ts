/** Which places of a repository hold talks, by what was seen in its files: pure guesses, the same for the same files. */
import { formatOf } from '../sources/formats/index.ts';

/** What one file showed. */
export interface Seen {
  readonly path: string;
  /** Talks in it; 0 where there was none. */
  readonly talks: number;
  /** Talks that declare tags of the taxonomy. */
  readonly tagged: number;
  /** Whether talks say their event, or, as records, their speakers. */
  readonly detailed: boolean;
}

/** A folder or file that the config includes. */
export interface Place {
  readonly path: string;
  readonly talks: number;
  readonly tagged: number;
}

export interface Places {
  /** Those with declared tags first, then by path. Empty where no talk was found. */
  readonly chosen: readonly Place[];
  /** Files that read as talks and show no sign of being some. */
  readonly left: readonly Seen[];
}

const TALKS = '_?(?:talks?|sessions?|presentations?|proceedings|lectures|発表|講演|登壇|トーク|セッション)';
/** Folders that are named after what is in them. */
const TALK_FOLDER = new RegExp(`^${TALKS}$`, 'i');
const TALK_FILE = new RegExp(`^${TALKS}(?:[-_ ]?(?:19[89]|20\\d)\\d)?\\.[^.]+$`, 'i');
/** Places that are named one by one; of more the whole repository is read. */
const MAX_PLACES = 8;
/** Share of a folder's prose that must be talks for the folder to be one of talks. */
const HALF = 0.5;

export function isTalkFolder(name: string): boolean {
  return TALK_FOLDER.test(name);
}

/** Folders named after talks; beside them files and folders whose talks show what they are; where there is neither, all with talks in them. */
export function placesOf(files: readonly Seen[]): Places {
  const withTalks = files.filter(({ talks }) => talks > 0);
  const named = distinct(withTalks.flatMap(({ path }) => folderOfTalks(path) ?? []));
  const others = files.filter(({ path }) => folderOfTalks(path) === undefined);
  const found = [...named, ...within('', others, named)];
  const paths = found.length > 0 ? found : topmost(withTalks);
  const few = paths.length > MAX_PLACES || paths.includes('.') ? ['.'] : paths;
  const chosen = few.map((path) => placeOf(path, withTalks)).sort(byTagsAndPath);
  return { chosen, left: withTalks.filter(({ path }) => !few.some((place) => lies(path, place))) };
}

/** Whether a file lies at a place, or in it. */
export function lies(path: string, place: string): boolean {
  return place === '.' || path === place || path.startsWith(`${place}/`);
}

function folderOfTalks(path: string): string | undefined {
  const names = path.split('/');
  const at = names.slice(0, -1).findIndex(isTalkFolder);
  return at < 0 ? undefined : names.slice(0, at + 1).join('/');
}

/** The places below a folder: itself, where its files are talks, else those of its files and folders. */
function within(folder: string, files: readonly Seen[], named: readonly string[]): readonly string[] {
  if (!files.some(isTalks)) return [];
  if (folder !== '' && isOfTalks(files) && !named.some((one) => lies(one, folder))) return [folder];
  const start = folder === '' ? 0 : folder.length + 1;
  const below = files.filter(({ path }) => path.includes('/', start));
  const folders = distinct(below.map(({ path }) => path.slice(0, path.indexOf('/', start))));
  const own = files.filter((file) => !file.path.includes('/', start) && isTalks(file)).map(({ path }) => path);
  return [
    ...own,
    ...folders.flatMap((one) =>
      within(
        one,
        below.filter(({ path }) => lies(path, one)),
        named,
      ),
    ),
  ];
}

function isTalks(file: Seen): boolean {
  if (file.talks === 0) return false;
  return file.tagged > 0 || file.detailed || TALK_FILE.test(file.path.slice(file.path.lastIndexOf('/') + 1));
}

/** Records that are no talks make findings, so no such file may be among them; a page of prose may. */
function isOfTalks(files: readonly Seen[]): boolean {
  const prose = files.filter(({ path }) => formatOf(path)?.structured !== true);
  const records = files.filter((file) => !prose.includes(file));
  return records.every(isTalks) && prose.filter(isTalks).length >= prose.length * HALF;
}

function topmost(files: readonly Seen[]): readonly string[] {
  return distinct(files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '.')));
}

function placeOf(path: string, files: readonly Seen[]): Place {
  const inside = files.filter((file) => lies(file.path, path));
  const sum = (count: (file: Seen) => number): number => inside.reduce((all, file) => all + count(file), 0);
  return { path, talks: sum(({ talks }) => talks), tagged: sum(({ tagged }) => tagged) };
}

function byTagsAndPath(a: Place, b: Place): number {
  if (a.tagged > 0 !== b.tagged > 0) return a.tagged > 0 ? -1 : 1;
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
