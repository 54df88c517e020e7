/** `eval --parity` for a pull request: the figures, the concepts on one side, a table of the pairs that differ. */
import {
  type ConceptParity,
  isAlike,
  type OneSidedTag,
  type Parity,
  type ParityFigures,
  type ParityPair,
} from '../../evaluate/parity.ts';
import type { Half } from '../../evaluate/parity-pairs.ts';
import { inlineCode, inlineText } from '../markdown-text.ts';
import { plainLine } from '../text.ts';
import { clip } from '../width.ts';
import { wordings } from './parity-wordings.ts';

const WORDINGS_SHOWN = 4;
const TITLE_COLUMNS = 160;
const WORDING_COLUMNS = 60;

export function parityMarkdown(parity: Parity): string {
  const unlike = parity.pairs.filter((pair) => !isAlike(pair));
  const sections = ['# English and Japanese alike', figures(parity), conceptTable(parity.concepts), pairTable(unlike)];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function figures({ all, tagged }: Parity): string {
  const row = (name: string, { pairs, alike, share, jaccard, primary }: ParityFigures): readonly string[] => [
    name,
    ...[pairs, alike, ...[share, jaccard, primary].map((figure) => figure.toFixed(3))].map(String),
  ];
  return table(
    [{ head: '' }, ...['Pairs', 'Alike', 'Share', 'Jaccard', 'Same primary'].map((head) => ({ head, right: true }))],
    [row('All', all), row('With a tag', tagged)],
  );
}

function conceptTable(concepts: readonly ConceptParity[]): string {
  if (concepts.length === 0) return '';
  return table(
    [{ head: 'Tag' }, ...['Both', 'English alone', 'Japanese alone'].map((head) => ({ head, right: true }))],
    concepts.map(({ id, both, en, ja }) => [inlineText(id), ...[both, en, ja].map(String)]),
  );
}

function pairTable(unlike: readonly ParityPair[]): string {
  if (unlike.length === 0) return '';
  const rows = unlike.map(({ en, ja, shared, oneSided }) => [
    [...talkCell(en), ...talkCell(ja)].join('<br>'),
    shared.map(inlineText).join('<br>'),
    oneSided.map(tagCell).join('<br>'),
    oneSided.map(missCell).join('<br>'),
  ]);
  const heads = ['Talk', 'Both', 'One alone, resting on', 'The other'].map((head) => ({ head }));
  return `## Pairs that differ (${unlike.length})\n\n${table(heads, rows)}`;
}

function talkCell({ talk: { title, source } }: Half): readonly string[] {
  const shown = inlineText(clip(plainLine(title), TITLE_COLUMNS, '…')) || '(no title)';
  return [`**${shown}**`, inlineCode(`${source.path}:${source.line}`)];
}

function tagCell({ id, has, confidence, evidence }: OneSidedTag): string {
  return `${has}: **${inlineText(id)}** ${confidence.toFixed(2)} – ${quoted(evidence)}`;
}

function missCell({ id, near }: OneSidedTag): string {
  if (near === undefined) return `${inlineText(id)}: no term of it`;
  return `${inlineText(id)} ${near.confidence.toFixed(2)}, needs ${inlineText(near.missing)} – ${quoted(near.evidence)}`;
}

function quoted(evidence: OneSidedTag['evidence']): string {
  const texts = wordings(evidence).map((text) => inlineText(clip(plainLine(text), WORDING_COLUMNS, '…')));
  const rest = texts.length - WORDINGS_SHOWN;
  return texts.slice(0, WORDINGS_SHOWN).join(', ') + (rest > 0 ? ` +${rest}` : '');
}

interface Column {
  readonly head: string;
  readonly right?: boolean;
}

function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ head }) => head), columns.map(({ right }) => (right ? '---:' : '---')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
