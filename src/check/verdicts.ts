/** What is wrong with each declared value, if anything: one thing at most, so that no two fixes meet. */
import { above, isExcluded, successorOf } from './concepts.ts';
import { folded } from './fold.ts';
import { type Near, nearTo } from './near.ts';
import { notATopic } from './not-topics.ts';
import type { RuleContext, TalkView } from './rules/types.ts';
import type { DeclaredTag, Fix } from './types.ts';
import { canonical } from './wording.ts';

/** The rules about single declared values, the one that speaks first in front. */
export type VerdictRule = 'redundant-tag' | 'deprecated-tag' | 'non-canonical-tag' | 'unknown-tag';

export interface Verdict {
  /** Absent where nothing is wrong. */
  readonly rule?: VerdictRule;
  readonly value: DeclaredTag;
  /** Values with one key say the same. */
  readonly key: string;
  /** The concept that the value will stand for once it is mended; absent where that is for a person to say. */
  readonly meant?: string;
  /** The known name near to an unknown one. */
  readonly near?: Near;
  /** The other value that says the same, or more exactly. */
  readonly saidBy?: DeclaredTag;
  readonly fix?: Fix;
}

/** A declared value and what it stands for. */
interface Reading {
  readonly value: DeclaredTag;
  readonly meant?: string;
  readonly near?: Near;
  readonly key: string;
}

const verdictsByView = new WeakMap<TalkView, readonly Verdict[]>();

/** In the order of the values. All fixes together leave nothing for a second run to change. */
export function verdictsOf(view: TalkView, context: RuleContext): readonly Verdict[] {
  const known = verdictsByView.get(view);
  if (known !== undefined) return known;
  const readings = view.declared.map((value) => read(value, view, context));
  const keepers = keepersOf(readings, context);
  const covers = coversOf(keepers.values(), context);
  const verdicts = readings.map((reading) => {
    const keeper = keepers.get(reading.key);
    const cover = reading.meant === undefined ? undefined : covers.get(reading.meant);
    return judge(reading, (keeper === reading ? cover : keeper)?.value, context);
  });
  verdictsByView.set(view, verdicts);
  return verdicts;
}

/** The verdicts of one rule. */
export function verdictsBy(rule: VerdictRule, view: TalkView, context: RuleContext): readonly Verdict[] {
  return verdictsOf(view, context).filter((verdict) => verdict.rule === rule);
}

/** The values that stay: every distinct one, less the parts that an element beside them says. */
export function kept(view: TalkView, context: RuleContext): readonly Verdict[] {
  return verdictsOf(view, context).filter(({ saidBy }) => saidBy === undefined);
}

function read(value: DeclaredTag, view: TalkView, context: RuleContext): Reading {
  const { concept, text } = value;
  if (concept !== undefined) {
    const meant = standsFor(concept, view, context);
    return meant === undefined ? { value, key: `given up ${concept}` } : { value, meant, key: meant };
  }
  const near = notATopic(text, view, context) === undefined ? nearTo(text, context) : undefined;
  const meant = near?.certain === true ? standsFor(near.concept, view, context) : undefined;
  return {
    value,
    ...(near === undefined ? {} : { near }),
    ...(meant === undefined ? { key: `unknown ${folded(text) || text}` } : { meant, key: meant }),
  };
}

/** No fix writes a tag that a person excluded; one that is declared all the same stands for itself. */
function standsFor(concept: string, view: TalkView, context: RuleContext): string | undefined {
  const meant = successorOf(concept, context);
  const isDeclared = view.declared.some((value) => value.concept === meant);
  return meant !== undefined && (isDeclared || !isExcluded(meant, view, context)) ? meant : undefined;
}

/** Of the values that say the same the best written one, of those as good the first. */
function keepersOf(readings: readonly Reading[], context: RuleContext): ReadonlyMap<string, Reading> {
  const keepers = new Map<string, Reading>();
  for (const reading of readings) {
    const before = keepers.get(reading.key);
    if (before === undefined || flaws(reading, context) < flaws(before, context)) keepers.set(reading.key, reading);
  }
  return keepers;
}

function flaws({ value, meant }: Reading, context: RuleContext): number {
  if (value.concept === undefined) return 3;
  if (value.concept !== meant) return 2;
  return value.text === canonical(meant, context) ? 0 : 1;
}

/** Concepts above a kept one, with the first value that says them more exactly. */
function coversOf(keepers: Iterable<Reading>, context: RuleContext): ReadonlyMap<string, Reading> {
  const covers = new Map<string, Reading>();
  for (const keeper of keepers) {
    if (keeper.meant === undefined) continue;
    for (const id of above(keeper.meant, context)) if (!covers.has(id)) covers.set(id, keeper);
  }
  return covers;
}

function judge(reading: Reading, saidBy: DeclaredTag | undefined, context: RuleContext): Verdict {
  const { value, key, meant, near } = reading;
  const rule = ruleFor(reading, saidBy, context);
  const fix = rule === undefined ? undefined : fixFor(reading, saidBy, context);
  return {
    value,
    key,
    ...(rule === undefined ? {} : { rule }),
    ...(meant === undefined ? {} : { meant }),
    ...(near === undefined ? {} : { near }),
    ...(saidBy === undefined ? {} : { saidBy }),
    ...(fix === undefined ? {} : { fix }),
  };
}

function ruleFor(reading: Reading, saidBy: DeclaredTag | undefined, context: RuleContext): VerdictRule | undefined {
  const { value, meant } = reading;
  if (saidBy !== undefined && (isSameWord(value, saidBy) || (meant !== undefined && value.concept === meant))) {
    return 'redundant-tag';
  }
  if (value.concept === undefined) return 'unknown-tag';
  if (context.concept(value.concept)?.deprecated === true) return 'deprecated-tag';
  return value.text === canonical(value.concept, context) ? undefined : 'non-canonical-tag';
}

function isSameWord(a: DeclaredTag, b: DeclaredTag): boolean {
  return a.concept === b.concept && (a.concept !== undefined || folded(a.text) === folded(b.text));
}

function fixFor({ value, meant }: Reading, saidBy: DeclaredTag | undefined, context: RuleContext): Fix | undefined {
  if (saidBy !== undefined) return { kind: 'remove', at: value.at };
  return meant === undefined ? undefined : { kind: 'replace', at: value.at, tag: canonical(meant, context) };
}
