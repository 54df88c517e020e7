/** `taxonomy show`: all that the taxonomy says of a concept. */
import { narrowerOf } from '../../taxonomy/tree.ts';
import type { Concept, Label, LabelRole, ListByLanguage, Taxonomy } from '../../taxonomy/types.ts';
import { terminalSafeJson, visibleLine } from '../text.ts';
import { type Theme, themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { wrapText } from '../wrap-text.ts';

const ROLES: Readonly<Record<LabelRole, string>> = { pref: 'prefLabel', alt: 'altLabel', hidden: 'hiddenLabel' };

export function showPretty(
  concept: Concept,
  taxonomy: Taxonomy,
  context: Pick<ReportContext, 'color' | 'unicode' | 'width'>,
): string {
  const theme = themeOf(context);
  const blocks = [
    [
      theme.bold(concept.id),
      ...Object.entries(concept.prefLabel).map(([lang, label]) => `  ${theme.dim(lang)} ${visibleLine(label)}`),
    ],
    relations(concept, taxonomy),
    notes(concept, context, theme),
    ...labelBlocks(concept, theme),
    ...sentenceBlocks('examples', concept.examples, context, theme),
    ...sentenceBlocks('counterExamples', concept.counterExamples, context, theme),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function relations(
  { id, broader, related, exactMatch, closeMatch, deprecated, replacedBy }: Concept,
  { concepts }: Taxonomy,
): string[] {
  const narrower = narrowerOf(concepts).get(id);
  const named: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['broader', broader === undefined ? undefined : [broader]],
    ['narrower', narrower],
    ['related', related],
    ['exactMatch', exactMatch],
    ['closeMatch', closeMatch],
    ['deprecated', deprecated === true ? ['yes'] : undefined],
    ['replacedBy', replacedBy === undefined ? undefined : [replacedBy]],
  ];
  return named.flatMap(([name, values]) =>
    values === undefined ? [] : [`${name}: ${visibleLine(values.join(', '))}`],
  );
}

function notes({ scopeNote = {} }: Concept, context: Pick<ReportContext, 'width'>, { dim }: Theme): string[] {
  return Object.entries(scopeNote).flatMap(([lang, note]) => paragraph(note, lang, context.width, dim));
}

/** The mark (a language, a dash), then the text beside it. */
function paragraph(text: string, mark: string, width: number, paint: (text: string) => string): string[] {
  const indent = ' '.repeat(mark.length + 3);
  const lines = wrapText([{ text: unfolded(visibleLine(text)) }], width, indent);
  return lines.map((line, index) => (index === 0 ? `  ${paint(mark)} ${line.slice(indent.length)}` : line));
}

/** YAML puts a blank where it folds a line; Japanese has none there. */
function unfolded(text: string): string {
  return text.replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])/g, '');
}

function labelBlocks({ labels }: Concept, theme: Theme): string[][] {
  const groups = new Map<string, Label[]>();
  for (const label of labels) {
    if (label.role === 'pref') continue;
    const name = `${ROLES[label.role]} ${label.lang}`;
    groups.set(name, [...(groups.get(name) ?? []), label]);
  }
  return [...groups].map(([name, list]) => [
    theme.bold(`${name} (${list.length})`),
    ...list.map((label) => labelLine(label, theme)),
  ]);
}

function labelLine(label: Label, { dim }: Theme): string {
  const options = [
    String(label.weight),
    ...(label.kind === 'product' ? ['product'] : []),
    ...(label.general ? ['general'] : []),
    ...(label.case ? ['exact case'] : []),
    ...(label.match === 'substring' ? ['substring'] : []),
    ...(label.requires.length === 0 ? [] : [`requires ${label.requires.join(', ')}`]),
    ...(label.unless.length === 0 ? [] : [`unless ${label.unless.join(', ')}`]),
  ];
  return `  ${visibleLine(label.text)}  ${dim(visibleLine(options.join('; ')))}`;
}

function sentenceBlocks(
  name: string,
  sentences: ListByLanguage | undefined,
  context: Pick<ReportContext, 'width'>,
  theme: Theme,
): string[][] {
  return Object.entries(sentences ?? {}).map(([lang, texts]) => [
    theme.bold(`${name} ${lang}`),
    ...texts.flatMap((text) => paragraph(text, '-', context.width, theme.dim)),
  ]);
}

/** The concept with its labels by role and language, options spelled out. */
export function showJson(concept: Concept, taxonomy: Taxonomy): string {
  const { labels, ...rest } = concept;
  const narrower = narrowerOf(taxonomy.concepts).get(concept.id);
  const shown = {
    ...rest,
    ...(narrower === undefined ? {} : { narrower }),
    labels: labels.map(({ key: _key, ...label }) => label),
  };
  return `${terminalSafeJson(JSON.stringify(shown, null, 2))}\n`;
}
