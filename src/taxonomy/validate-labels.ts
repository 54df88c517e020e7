/** Checks of labels: overlapping, repeated, never matching, unseen characters. */
import type { TaxonomyFinding, Weakness } from './findings.ts';
import { wrongTag } from './language-tag.ts';
import type { Origins } from './origins.ts';
import { ancestors } from './tree.ts';
import type { Concept, Label, Taxonomy } from './types.ts';
import { wordingOf } from './wording.ts';

interface Use {
  readonly label: Label;
  /** Absent for a label of the domain. */
  readonly concept?: string;
}

export function labelFindings(taxonomy: Taxonomy, origins: Origins): readonly TaxonomyFinding[] {
  const uses: readonly Use[] = [
    ...taxonomy.concepts.flatMap(({ id, labels }) => labels.map((label) => ({ label, concept: id }))),
    ...taxonomy.domain.map((label) => ({ label })),
  ];
  const found = (use: Use, severity: TaxonomyFinding['severity'], weakness: Weakness): TaxonomyFinding => {
    const place = origins.ofLabel(use.label);
    return {
      ...weakness,
      severity,
      ...(use.concept === undefined ? {} : { concept: use.concept }),
      ...(place === undefined ? {} : { place }),
    };
  };
  return [
    ...uses.flatMap((use) => spelling(use.label).map(({ severity, ...weakness }) => found(use, severity, weakness))),
    ...wrongTags(uses).map(({ use, weakness }) => found(use, 'error', weakness)),
    ...taxonomy.concepts.flatMap((concept) =>
      repeats(concept).map(({ label, severity, weakness }) =>
        found({ label, concept: concept.id }, severity, weakness),
      ),
    ),
    ...overlaps(uses, taxonomy.concepts, origins).map(({ use, severity, weakness }) => found(use, severity, weakness)),
  ];
}

/** Control and format characters, private and unassigned ones. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;

function spelling({ text, key }: Label): readonly (Weakness & { readonly severity: TaxonomyFinding['severity'] })[] {
  return [
    ...(UNSEEN.test(text) ? [{ code: 'ucil' as const, label: text, severity: 'error' as const }] : []),
    ...(key === '' ? [{ code: 'unmatchable-label' as const, label: text, severity: 'error' as const }] : []),
  ];
}

/** The first label of each list in a wrong language; preferred labels are looked at with their concept. */
function wrongTags(uses: readonly Use[]): readonly { readonly use: Use; readonly weakness: Weakness }[] {
  const seen = new Set<string>();
  return uses.flatMap((use) => {
    const { lang, role } = use.label;
    const list = `${use.concept ?? ''} ${role} ${lang}`;
    if (role === 'pref' || seen.has(list)) return [];
    seen.add(list);
    const weakness = wrongTag(lang);
    return weakness === undefined ? [] : [{ use, weakness }];
  });
}

interface Repeat {
  readonly label: Label;
  readonly severity: TaxonomyFinding['severity'];
  readonly weakness: Weakness;
}

/** Labels of one concept that an earlier one of the same language makes needless. */
function repeats({ labels }: Concept): readonly Repeat[] {
  const first = new Map<string, Label>();
  return labels.flatMap((label) => {
    const name = wordingOf(label);
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, label);
    if (earlier === undefined || label.key === '') return [];
    const weakness = repeat(earlier, label);
    return weakness === undefined ? [] : [{ label, ...weakness }];
  });
}

function repeat(earlier: Label, label: Label): Omit<Repeat, 'label'> | undefined {
  const { text, lang } = label;
  if (earlier.role !== label.role && earlier.text === text) {
    const severity = earlier.role === 'pref' ? 'error' : 'warning';
    return {
      severity,
      weakness: { code: 'dlv', label: text, lang, roles: [ROLE_NAMES[earlier.role], ROLE_NAMES[label.role]] },
    };
  }
  if (earlier.role === 'pref' || conditions(earlier) !== conditions(label)) return undefined;
  return { severity: 'warning', weakness: { code: 'repeated-label', label: text, lang, same: earlier.text } };
}

const ROLE_NAMES = { pref: 'prefLabel', alt: 'altLabel', hidden: 'hiddenLabel' } as const;

/** Two labels of one wording may well differ in when they count. */
function conditions({ case: exactCase, text, requires, unless }: Label): string {
  return JSON.stringify([exactCase ? text : '', requires, unless]);
}

interface Overlap {
  readonly use: Use;
  readonly severity: TaxonomyFinding['severity'];
  readonly weakness: Weakness;
}

/** One finding a wording that several concepts claim, at the last of them that these files write. */
function overlaps(uses: readonly Use[], concepts: readonly Concept[], origins: Origins): readonly Overlap[] {
  const byName = new Map<string, Map<string, Use>>();
  for (const use of uses) {
    if (use.concept === undefined || use.label.key === '') continue;
    const name = wordingOf(use.label);
    const sharing = byName.get(name) ?? new Map<string, Use>();
    byName.set(name, sharing);
    if (!sharing.has(use.concept)) sharing.set(use.concept, use);
  }
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  return [...byName.values()].flatMap((sharing) => {
    const all = withoutAncestors([...sharing.values()], byId).filter(claims);
    const use = all.findLast(({ label }) => origins.ofLabel(label) !== undefined);
    if (all.length < 2 || use === undefined) return [];
    const others = all.flatMap(({ concept = '' }) => (concept === use.concept ? [] : [concept]));
    const preferred = all.filter(({ label }) => label.role === 'pref').length;
    const { text, lang } = use.label;
    return [
      { use, severity: preferred > 1 ? 'error' : 'warning', weakness: { code: 'ol', label: text, lang, others } },
    ];
  });
}

/** Whether a label says by itself that its concept is meant; hints and labels that ask for a context may be shared on purpose. */
function claims({ label }: Use): boolean {
  return label.role === 'pref' || (label.weight >= 1 && label.requires.length === 0);
}

/** A part may well be called by a word of one of its elements. */
function withoutAncestors(uses: readonly Use[], byId: ReadonlyMap<string, Concept>): readonly Use[] {
  if (uses.length < 2) return uses;
  const above = new Set(uses.flatMap(({ concept }) => (concept === undefined ? [] : ancestors(concept, byId))));
  return uses.filter(({ concept }) => concept === undefined || !above.has(concept));
}
