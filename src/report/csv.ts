/** A row a talk, for spreadsheets: RFC 4180, and no cell that a spreadsheet would run. */
import type { Tag, TaggedTalk } from '../talk.ts';
import { labelIn, labelLanguage } from './labels.ts';
import { plainLine } from './text.ts';
import type { ReportContext, StreamingReporter } from './types.ts';

type Cell = string | number | undefined;

/** Wordings shown for each tag. */
const EVIDENCE_SHOWN = 3;

/** `tags`, `confidences` and `evidence` run side by side, an entry a tag; `parts` names each part once. */
const COLUMNS: Readonly<Record<string, (talk: TaggedTalk, context: ReportContext) => Cell>> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  event: ({ event }) => event,
  year: ({ year }) => year,
  date: ({ date }) => date,
  lang: ({ lang }) => lang,
  track: ({ track }) => track,
  speakers: ({ speakers }) => listed(speakers ?? []),
  status: ({ status }) => status,
  primary: ({ primary }) => primary ?? '',
  primary_label: primaryLabel,
  tags: ({ tags }) => listed(tags.map(({ id }) => id)),
  confidences: ({ tags }) => listed(tags.map(({ confidence }) => String(confidence))),
  parts: ({ tags }) => listed([...new Set(tags.map(({ part }) => part))]),
  evidence: ({ tags }) => listed(tags.map(evidenceOf)),
  declared: ({ declared }) => listed(declared ?? []),
  path: ({ source }) => source.path,
  line: ({ source }) => source.line,
  url: ({ url }) => url,
};

const RENDERERS = Object.values(COLUMNS);

export const csv: StreamingReporter = {
  streams: true,
  extension: 'csv',
  begin: () => row(Object.keys(COLUMNS)),
  talk: (talk, context) => row(RENDERERS.map((render) => render(talk, context))),
  end: () => '',
};

export function row(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** `;` is quoted too: where a spreadsheet takes it for the separator, a title must not begin a cell of its own. */
function cell(value: Cell): string {
  const text = typeof value === 'string' ? harmless(value) : String(value ?? '');
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell that begins as a formula does (full-width signs count in Japanese spreadsheets) is made text by an apostrophe. */
function harmless(text: string): string {
  const plain = plainLine(text);
  return /^[\t\r]/.test(text) || /^[=+\-@＝＋－＠]/.test(plain) ? `'${plain}` : plain;
}

function listed(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(';', ',')).join(';');
}

function primaryLabel({ tags, primary, lang }: TaggedTalk, context: ReportContext): string {
  const tag = tags.find(({ id }) => id === primary);
  return tag === undefined ? '' : labelIn(tag.label, labelLanguage(context, lang));
}

function evidenceOf({ evidence }: Tag): string {
  return evidence
    .slice(0, EVIDENCE_SHOWN)
    .map(({ term, text }) => `${term}:${text}`)
    .join(' | ');
}
