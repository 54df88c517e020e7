/** For a README, a pull request or an issue: numbers, a table of parts, and the talks by the part they are about most. */
import { toFindingRecord } from '../findings.ts';
import type { Tag, TaggedTalk } from '../talk.ts';
import { labelIn, labelLanguage, occasion, partsOf } from './labels.ts';
import { inlineCode, inlineText } from './markdown-text.ts';
import { nothingFound, reviewReason } from './review.ts';
import { plainLine } from './text.ts';
import type { DocumentReporter, Report, ReportContext, Summary } from './types.ts';
import { clip } from './width.ts';

/** Wordings shown for each tag. */
const EVIDENCE_SHOWN = 3;
/** Columns of a title and of a wording before they are cut. */
const TITLE_COLUMNS = 160;
const EVIDENCE_COLUMNS = 60;
/** Talks from which a section is folded away, so that the table of parts stays in sight. */
const FOLD_FROM = 30;

export const markdown: DocumentReporter = {
  streams: false,
  extension: 'md',
  whole(report, context) {
    const sections = [
      title(report.summary, context),
      partsTable(report.summary, context),
      ...talkSections(report, context),
      problems(report),
    ];
    return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
  },
};

function title(summary: Summary, context: ReportContext): string {
  const { taxonomy } = context;
  const { talks, files, tagged, review, untagged, skipped } = summary;
  const numbers = [
    `**${talks} talk${talks === 1 ? '' : 's'}** in ${files} file${files === 1 ? '' : 's'}`,
    `${tagged} tagged`,
    `${review} worth a look`,
    `${untagged} with ${inlineText(nothingFound(taxonomy))}`,
    ...(skipped > 0 ? [`${skipped} file${skipped === 1 ? '' : 's'} skipped`] : []),
  ];
  const heading = labelIn(taxonomy.title, labelLanguage(context, summary.lang)) || taxonomy.id;
  return `# ${inlineText(heading)}\n\n${numbers.join(' · ')}`;
}

function partsTable(summary: Summary, context: ReportContext): string {
  const lang = labelLanguage(context, summary.lang);
  const rows = partsOf(context.taxonomy).map(({ part, elements }) => {
    const treated = elements
      .map(({ id, prefLabel }) => ({ label: labelIn(prefLabel, lang) || id, count: summary.elements[id] ?? 0 }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count)
      .map(({ label, count }) => `${inlineText(label)} ${count}`);
    return row([
      inlineText(labelIn(part.prefLabel, lang) || part.id),
      String(summary.parts[part.id] ?? 0),
      treated.join('<br>'),
    ]);
  });
  return ['| Part | Talks | Elements |', '| --- | ---: | --- |', ...rows].join('\n');
}

/** Talks by the part of their primary tag, in taxonomy order; those with none last. */
function talkSections({ talks, summary }: Report, context: ReportContext): readonly string[] {
  const lang = labelLanguage(context, summary.lang);
  const about = (part: string | undefined) =>
    talks.filter(({ tags, primary }) => tags.find(({ id }) => id === primary)?.part === part);
  const tagged = partsOf(context.taxonomy).map(({ part }) =>
    section(labelIn(part.prefLabel, lang) || part.id, about(part.id), context),
  );
  return [...tagged, section(capitalised(nothingFound(context.taxonomy)), about(undefined), context)].filter(
    (text) => text !== '',
  );
}

function section(heading: string, talks: readonly TaggedTalk[], context: ReportContext): string {
  if (talks.length === 0) return '';
  const table = [
    '| Talk | Tags | Evidence |',
    '| --- | --- | --- |',
    ...talks.map((talk) => talkRow(talk, context)),
  ].join('\n');
  const head = `## ${inlineText(heading)} (${talks.length})`;
  if (talks.length < FOLD_FROM) return `${head}\n\n${table}`;
  return `${head}\n\n<details><summary>${talks.length} talks</summary>\n\n${table}\n\n</details>`;
}

function talkRow(talk: TaggedTalk, context: ReportContext): string {
  const place = inlineCode(`${talk.source.path}:${talk.source.line}`);
  const event = occasion(talk);
  const title = inlineText(clip(plainLine(talk.title), TITLE_COLUMNS, '…')) || '(no title)';
  const talkCell = [`**${title}**`, event === '' ? place : `${inlineText(event)} · ${place}`];
  return row([talkCell.join('<br>'), tagCells(talk, context).join('<br>'), talk.tags.map(evidenceCell).join('<br>')]);
}

function tagCells(talk: TaggedTalk, context: ReportContext): readonly string[] {
  const lang = labelLanguage(context, talk.lang);
  const tags = talk.tags.map((tag) => {
    const name = `${inlineText(labelIn(tag.label, lang) || tag.id)} ${tag.confidence.toFixed(2)}`;
    return tag.id === talk.primary ? `**${name}**` : name;
  });
  if (talk.status === 'review') return [...tags, `*worth a look:* ${inlineText(reviewReason(talk, context, '–'))}`];
  const [nearest] = talk.near;
  if (talk.status === 'tagged' || nearest === undefined) return tags;
  return [`nearest: ${inlineText(nearest.id)} ${nearest.confidence.toFixed(2)} – ${inlineText(nearest.missing)}`];
}

function evidenceCell({ evidence }: Tag): string {
  const texts = [...new Set(evidence.map(({ text }) => inlineText(clip(plainLine(text), EVIDENCE_COLUMNS, '…'))))];
  const rest = texts.length - EVIDENCE_SHOWN;
  return texts.slice(0, EVIDENCE_SHOWN).join(', ') + (rest > 0 ? ` +${rest}` : '');
}

function problems({ findings }: Report): string {
  if (findings.length === 0) return '';
  const rows = findings.map(toFindingRecord).map(({ path, line, column, severity, message, code }) => {
    const place = [path, line, column].filter((piece) => piece !== undefined).join(':');
    return row([inlineCode(place), severity, `${inlineText(message)} (${inlineCode(code)})`]);
  });
  return [`## Problems (${findings.length})\n`, '| Place | | Problem |', '| --- | --- | --- |', ...rows].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
