/** Whether a file or stream holds records that `tag` wrote, told from how it begins. */
import { endOfString } from '../../sources/json-index.ts';

/** Bytes that are looked at, at most. */
export const HEAD = 1 << 16;

/** How records stand in a file: one a line, the same in UTF-16 (as PowerShell writes it), or in a document of JSON. */
export type RecordForm = 'lines' | 'wide-lines' | 'document';

/** A file of records, or something else of ours, which holds no talks. */
export type OurFile = { readonly form: RecordForm } | { readonly form: 'other'; readonly schema: string };

/** Lines that may stand in front of the first record: the end of a line that was cut, or a message of a shell. */
const MAX_LEAD = 10;
const LINES = /\.(?:ndjson|jsonl)$/i;
const STRUCTURE = /["[\]{}]/g;
const SCHEMA = /^\s*:\s*"(mlops-tag\/[\w.-]{1,40}@[\w.-]{1,20})"/;

/** Which file of ours begins with `head` and is called `name`; undefined for talks that are still to be tagged. */
export function ourFile(head: Buffer, name: string | undefined): OurFile | undefined {
  const isLines = name !== undefined && LINES.test(name);
  const whole = textOf(head).trimStart();
  const text = isLines || name === undefined ? fromFirstRecord(whole) : whole;
  const schema = schemaOf(text);
  if (schema === undefined) return undefined;
  if (schema.startsWith('mlops-tag/report@')) return { form: 'document' };
  if (!schema.startsWith('mlops-tag/talk@')) return { form: 'other', schema };
  if (text.startsWith('[') || !(isLines || isOneLine(text))) return { form: 'document' };
  return { form: wideOf(head) === undefined ? 'lines' : 'wide-lines' };
}

/** Whether the first object ends on its first line, or that line is longer than what was looked at. */
function isOneLine(text: string): boolean {
  const feed = text.indexOf('\n');
  return feed < 0 || text.slice(0, feed).trimEnd().endsWith('}');
}

type Wide = 'utf-16le' | 'utf-16be';

/** Told by the byte order mark; without one by which byte of the first character is zero, since JSON begins in ASCII. */
function wideOf([first, second]: Uint8Array): Wide | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === undefined || second === undefined || (first === 0) === (second === 0)) return undefined;
  return second === 0 ? 'utf-16le' : 'utf-16be';
}

/** Other encodings are read byte by byte: all that is looked for is ASCII. */
function textOf(head: Buffer): string {
  const wide = wideOf(head);
  if (wide !== undefined) return new TextDecoder(wide).decode(head);
  return head.toString('latin1').replace(/^(?:\u00ef\u00bb\u00bf)+/, '');
}

/** The text from the first line that begins with a bracket; from the last that was looked at where none of the first lines does. */
function fromFirstRecord(text: string): string {
  let from = text;
  for (let line = 0; line < MAX_LEAD && !/^[[{]/.test(from); line++) {
    const feed = from.indexOf('\n');
    if (feed < 0) break;
    from = from.slice(feed + 1).trimStart();
  }
  return from;
}

/** The schema, if it is one of ours, that the first object of the text names under its own keys, wherever it stands among them. */
function schemaOf(text: string): string | undefined {
  const level = text.startsWith('{') ? 1 : text.startsWith('[') ? 2 : undefined;
  if (level === undefined) return undefined;
  let depth = 0;
  STRUCTURE.lastIndex = 0;
  for (let found = STRUCTURE.exec(text); found !== null; found = STRUCTURE.exec(text)) {
    const [mark] = found;
    if (mark === '"') {
      const end = endOfString(text, found.index);
      STRUCTURE.lastIndex = end;
      if (depth !== level || text.slice(found.index, end) !== '"schema"') continue;
      const schema = SCHEMA.exec(text.slice(end, end + 100))?.[1];
      if (schema !== undefined) return schema;
    } else if (mark === '{' || mark === '[') depth++;
    else if (--depth < level) return undefined;
  }
  return undefined;
}
