/** What `--dry-run` shows: a patch that git and patch apply. */

const CONTEXT = 3;

/** The change of one file in unified format; empty where nothing changes. Names stand as they are, Japanese ones too, which git and patch read. */
export async function unifiedDiff(path: string, before: string, after: string): Promise<string> {
  if (before === after) return '';
  const { createTwoFilesPatch, OMIT_HEADERS } = await import('diff');
  const options = { context: CONTEXT, headerOptions: OMIT_HEADERS };
  const patch = createTwoFilesPatch('', '', before, after, undefined, undefined, options);
  return `--- ${name(`a/${path}`)}\n+++ ${name(`b/${path}`)}\n${patch}`;
}

/** As git quotes what would end the line or the name, and ended by a tab where it has blanks, as patch wants it. */
function name(path: string): string {
  if (/[\u0000-\u001f"\\\u007f]/.test(path)) return JSON.stringify(path).replace(/\\u00([0-9a-f]{2})|\u007f/g, octal);
  return path.includes(' ') ? `${path}\t` : path;
}

function octal(_: string, hexadecimal = '7f'): string {
  return `\\${Number.parseInt(hexadecimal, 16).toString(8).padStart(3, '0')}`;
}
