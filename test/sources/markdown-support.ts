/** Helpers of the markdown tests: a text's entries and talks, libraries loaded as the reader of files would. */
import type { Finding } from '../../src/findings.ts';
import { STANDARD_ALIASES } from '../../src/sources/aliases.ts';
import { isFinding, type Split } from '../../src/sources/document.ts';
import type { Entry } from '../../src/sources/entry.ts';
import { toTalk } from '../../src/sources/fields.ts';
import { parseMarkdown } from '../../src/sources/formats/markdown.ts';
import { FileIds } from '../../src/sources/ids.ts';
import { LibraryNeeded } from '../../src/sources/lazy.ts';
import type { Field, Talk } from '../../src/talk.ts';

export interface Input {
  readonly path?: string;
  readonly split?: Split;
}

/** What a text yields. */
export async function resultsOf(
  text: string,
  { path = 'talks/a.md', split = 'auto' }: Input = {},
): Promise<readonly (Entry | Finding)[]> {
  return loaded(() => [...parseMarkdown({ path, text, named: true }, { split })]);
}

export async function findingsOf(text: string, input: Input = {}): Promise<readonly Finding[]> {
  return (await resultsOf(text, input)).filter(isFinding);
}

export async function entriesOf(text: string, input: Input = {}): Promise<readonly Entry[]> {
  return (await resultsOf(text, input)).filter((result): result is Entry => !isFinding(result));
}

export async function talksOf(text: string, input: Input = {}): Promise<readonly Talk[]> {
  const { path = 'talks/a.md' } = input;
  const entries = await entriesOf(text, input);
  return loaded(() => {
    const context = { path, ids: new FileIds(path), aliases: STANDARD_ALIASES, declaredKey: 'mlops' };
    return entries.map((entry) => toTalk(entry, context)).filter((talk) => talk !== undefined);
  });
}

export async function titlesOf(text: string, input: Input = {}): Promise<readonly string[]> {
  return (await talksOf(text, input)).map(({ title }) => title);
}

/** Abstract and body together: what may hold evidence beside title and keywords. */
export function evidenceText(talk: Talk | undefined): string {
  return `${talk?.abstract ?? ''}\n${talk?.body ?? ''}`;
}

/** The raw text at the place of an offset into a field. */
export function rawAt(source: string, talk: Talk | undefined, field: Field, offset: number): string {
  const position = talk?.placements?.[field]?.locate(offset);
  return position === undefined ? '' : (source.split('\n')[position.line - 1] ?? '').slice(position.column - 1);
}

async function loaded<Value>(read: () => Value): Promise<Value> {
  for (;;) {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof LibraryNeeded)) throw error;
      await error.load();
    }
  }
}
