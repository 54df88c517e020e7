/** Talks as rules see them, written by hand: what the classifier would find is said, not worked out. */
import { ruleContext } from '../../../src/check/context.ts';
import type { RuleId } from '../../../src/check/rules/ids.ts';
import { RULES } from '../../../src/check/rules/index.ts';
import type { RuleContext, Said, TalkView } from '../../../src/check/rules/types.ts';
import type { Fix, RuleFinding, Span, TalkFacts } from '../../../src/check/types.ts';
import type { Evidence, Tag } from '../../../src/talk.ts';
import { loadTaxonomy } from '../../../src/taxonomy/load.ts';
import type { Concept, Taxonomy } from '../../../src/taxonomy/types.ts';
import { label } from '../../support/taxonomy.ts';

const SHIPPED = await loadTaxonomy();

/** The shipped taxonomy, with a few concepts that it has given up. */
const TAXONOMY: Taxonomy = {
  ...SHIPPED,
  concepts: [
    ...SHIPPED.concepts,
    gone('model-decay', '精度劣化', 'drift'),
    gone('concept-shift', 'コンセプトシフト', 'model-decay'),
    gone('data-lakes', 'データレイク'),
  ],
};

function gone(id: string, ja: string, replacedBy?: string): Concept {
  return {
    id,
    broader: 'monitoring',
    prefLabel: { en: id, ja },
    labels: [label({ text: ja, lang: 'ja', role: 'pref' })],
    deprecated: true,
    ...(replacedBy === undefined ? {} : { replacedBy }),
  };
}

export interface ContextSketch {
  readonly as?: 'id' | 'en' | 'ja';
  readonly suggest?: number;
  readonly maxTags?: number;
}

export function contextOf({ as = 'id', suggest = 0.8, maxTags = 6 }: ContextSketch = {}): RuleContext {
  return ruleContext(TAXONOMY, { declared: { key: 'mlops', as }, suggest, maxTags });
}

export const CONTEXT = contextOf();

export interface TalkSketch {
  readonly title?: string;
  readonly titled?: boolean;
  readonly abstract?: string;
  readonly body?: string;
  readonly event?: string;
  readonly year?: number;
  readonly lang?: string;
  readonly speakers?: readonly string[];
  readonly keywords?: readonly string[];
  /** Each on a line of its own, from line 10 on; absent where there is no key. */
  readonly declared?: readonly string[];
  readonly excluded?: readonly string[];
  /** Kinds of what is declared and is no name. */
  readonly odd?: readonly string[];
  /** What the classifier finds, with its confidence. */
  readonly found?: Readonly<Record<string, number>>;
  /** What it finds too little of. */
  readonly weak?: readonly string[];
}

export function spanOf(line: number, text: string): Span {
  return { line, column: 1, endLine: line, endColumn: 1 + text.length };
}

export function viewOf(sketch: TalkSketch, context: RuleContext = CONTEXT): TalkView {
  const {
    title = 'ドリフトの見張り',
    declared,
    keywords = [],
    excluded = [],
    odd = [],
    found = {},
    weak = [],
  } = sketch;
  const tags = Object.entries(found).map(([id, confidence]) => tagOf(id, confidence, context));
  const words = new Set([...Object.keys(found), ...weak]);
  return {
    talk: {
      ...fieldsOf(sketch),
      id: 't',
      title,
      source: { path: '発表.md', line: 1 },
      status: 'tagged',
      primary: null,
      tags,
      near: [],
    },
    span: spanOf(2, title),
    titled: sketch.titled ?? true,
    declares: declared !== undefined,
    declaredSpan: declared === undefined ? spanOf(2, title) : spanOf(9, ''),
    declared: (declared ?? []).map((text, at) => ({ text, at, ...spanOf(10 + at, text), ...conceptOf(text, context) })),
    keywords: keywords.map((text, at) => ({ text, span: spanOf(40 + at, text) })),
    excluded: new Set(excluded.flatMap((text) => context.conceptNamed(text) ?? [])),
    declaredOdd: odd.map((text, at) => ({ text, ...spanOf(80 + at, '') })),
    excludedUnknown: excluded.flatMap((text, at) =>
      context.conceptNamed(text) === undefined ? [{ text, at, ...spanOf(60 + at, text) }] : [],
    ),
    evidenceFor: (id) => [...words].filter((one) => one === id || context.partOf(one) === id).map(evidenceOf),
    related: (evidence) =>
      evidence.map(({ text, line }) => ({ path: '発表.md', ...spanOf(line, text), message: text })),
  };
}

function fieldsOf({ abstract, body, event, year, lang, speakers, keywords }: TalkSketch): Partial<TalkSketch> {
  return {
    ...(abstract === undefined ? {} : { abstract }),
    ...(body === undefined ? {} : { body }),
    ...(event === undefined ? {} : { event }),
    ...(year === undefined ? {} : { year }),
    ...(lang === undefined ? {} : { lang }),
    ...(speakers === undefined ? {} : { speakers }),
    ...(keywords === undefined ? {} : { keywords }),
  };
}

function conceptOf(text: string, context: RuleContext): { readonly concept?: string } {
  const concept = context.conceptNamed(text);
  return concept === undefined ? {} : { concept };
}

function tagOf(id: string, confidence: number, context: RuleContext): Tag {
  return {
    id,
    part: context.partOf(id),
    label: { en: id },
    confidence,
    evidence: [evidenceOf(id), evidenceOf('more')],
  };
}

function evidenceOf(id: string): Evidence {
  return {
    term: id,
    kind: 'term',
    text: `words of ${id}`,
    field: 'abstract',
    line: 80,
    column: 1,
    exact: true,
    weight: 1,
  };
}

/** What a rule about single talks says. */
export function saidBy(rule: RuleId, sketch: TalkSketch, context: RuleContext = CONTEXT): readonly Said[] {
  return saidOf(rule, viewOf(sketch, context), context);
}

export function saidOf(rule: RuleId, view: TalkView, context: RuleContext): readonly Said[] {
  const found = RULES[rule];
  if (found.scope !== 'talk') throw new TypeError(`${rule} is no rule about single talks`);
  return [...found.check(view, context)];
}

/** What a rule across talks says. */
export function foundBy(rule: RuleId, talks: readonly TalkFacts[]): readonly RuleFinding[] {
  const found = RULES[rule];
  if (found.scope !== 'run') throw new TypeError(`${rule} is no rule across talks`);
  return [...found.check(talks)];
}

/** `replace 0 drift`, `remove 1`, `add drift, agents (asked)`; `none` where only a person can. */
export function fixText(fix: Fix | undefined): string {
  if (fix === undefined) return 'none';
  if (fix.kind === 'add') return `add ${fix.tags.join(', ')}${fix.asked === true ? ' (asked)' : ''}`;
  return fix.kind === 'remove' ? `remove ${fix.at}` : `replace ${fix.at} ${fix.tag}`;
}

/** Line, tag and fix of what is said: enough to tell findings apart in a table. */
export function gist(said: readonly Said[]): readonly string[] {
  return said.map(({ span, tag = '-', fix }) => `${span.line} ${tag}: ${fixText(fix)}`);
}
