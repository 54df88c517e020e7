/** `taxonomy show`: all that the taxonomy says of a concept. */
import { narrowerOf } from '../../taxonomy/tree.ts';
import type { ByLanguage, Concept, Label, LabelRole, ListByLanguage, Taxonomy } from '../../taxonomy/types.ts';
import { terminalSafeJson, visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { type TextRun, wrapText } from '../wrap-text.ts';

const ROLES: Readonly<Record<LabelRole, string>> = { pref: 'prefLabel', alt: 'altLabel', hidden: 'hiddenLabel' };

type Looks = Pick<ReportContext, 'color' | 'unicode' | 'width'>;

export function showPretty(concept: Concept, taxonomy: Taxonomy, context: Looks): string {
  const blocks = [
    [themeOf(context).bold(concept.id), ...textsByLanguage(concept.prefLabel, context)],
    relations(concept, taxonomy, context),
    textsByLanguage(mapped(concept.scopeNote ?? {}, unfolded), context),
    ...labelBlocks(concept, context),
    ...sentenceBlocks('examples', concept.examples, context),
    ...sentenceBlocks('counterExamples', concept.counterExamples, context),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function relations(
  { id, broader, related = [], exactMatch = [], closeMatch = [], deprecated, replacedBy }: Concept,
  { concepts }: Taxonomy,
  { width }: Looks,
): readonly string[] {
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['broader', broader === undefined ? [] : [broader]],
    ['narrower', narrowerOf(concepts).get(id) ?? []],
    ['related', related],
    ['exactMatch', exactMatch],
    ['closeMatch', closeMatch],
    ['deprecated', deprecated === true ? ['yes'] : []],
    ['replacedBy', replacedBy === undefined ? [] : [replacedBy]],
  ];
  return named.flatMap(([name, values]) =>
    values.length === 0 ? [] : hanging([{ text: `${name}: ${values.join(', ')}` }], width, 0, 2),
  );
}

/** Running text whose further lines stand deeper than its first; both in columns. */
function hanging(runs: readonly TextRun[], width: number, first: number, further: number): readonly string[] {
  const lines = wrapText(runs, width, ' '.repeat(further));
  return lines.map((line, index) => (index === 0 ? ' '.repeat(first) + line.slice(further) : line));
}

/** A mark (a language, a dash), and the text beside it. */
function marked(mark: string, text: string, context: Looks): readonly string[] {
  const { dim } = themeOf(context);
  return hanging([{ text: mark, paint: dim }, { text: ` ${visibleLine(text)}` }], context.width, 2, mark.length + 3);
}

function textsByLanguage(texts: ByLanguage, context: Looks): readonly string[] {
  return Object.entries(texts).flatMap(([lang, text]) => marked(lang, text, context));
}

function mapped(texts: ByLanguage, change: (text: string) => string): ByLanguage {
  return Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, change(text)]));
}

/** YAML puts a blank where it folds a line; Japanese has none there. */
function unfolded(text: string): string {
  return text.replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])/g, '');
}

function labelBlocks({ labels }: Concept, context: Looks): readonly (readonly string[])[] {
  const groups = new Map<string, Label[]>();
  for (const label of labels) {
    if (label.role === 'pref') continue;
    const name = `${ROLES[label.role]} ${label.lang}`;
    groups.set(name, [...(groups.get(name) ?? []), label]);
  }
  return [...groups].map(([name, list]) => [
    themeOf(context).bold(`${name} (${list.length})`),
    ...list.flatMap((label) => labelLines(label, context)),
  ]);
}

function labelLines(label: Label, context: Looks): readonly string[] {
  const { requires, unless } = written(label);
  const options = [
    String(label.weight),
    ...(label.kind === 'product' ? ['product'] : []),
    ...(label.general ? ['general'] : []),
    ...(label.case ? ['exact case'] : []),
    ...(label.match === 'substring' ? ['substring'] : []),
    ...(requires.length === 0 ? [] : [`requires ${requires.join(', ')}`]),
    ...(unless.length === 0 ? [] : [`unless ${unless.join(', ')}`]),
  ];
  return hanging(
    [
      { text: label.text, after: '  ' },
      { text: options.join('; '), paint: themeOf(context).dim },
    ],
    context.width,
    2,
    4,
  );
}

/** Co-terms in the taxonomy's own wording. */
function written({
  requires,
  unless,
  requiresText = requires,
  unlessText = unless,
}: Label): Pick<Label, 'requires' | 'unless'> {
  return { requires: requiresText, unless: unlessText };
}

function sentenceBlocks(
  name: string,
  sentences: ListByLanguage | undefined,
  context: Looks,
): readonly (readonly string[])[] {
  return Object.entries(sentences ?? {}).map(([lang, texts]) => [
    themeOf(context).bold(`${name} ${lang}`),
    ...texts.flatMap((text) => marked('-', unfolded(text), context)),
  ]);
}

/** The concept with its labels by role and language, options spelled out. */
export function showJson(concept: Concept, taxonomy: Taxonomy): string {
  const { labels, ...rest } = concept;
  const narrower = narrowerOf(taxonomy.concepts).get(concept.id);
  const shown = {
    ...rest,
    ...(narrower === undefined ? {} : { narrower }),
    labels: labels.map((label) => {
      const { key: _key, requiresText: _requires, unlessText: _unless, ...options } = label;
      return { ...options, ...written(label) };
    }),
  };
  return `${terminalSafeJson(JSON.stringify(shown, null, 2))}\n`;
}
