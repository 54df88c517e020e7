/** A small taxonomy and talks made of little, for what reporters have to show. */
import type { ReportContext } from '../../src/report/types.ts';
import type { Evidence, Tag, TaggedTalk } from '../../src/talk.ts';
import type { Concept, Taxonomy } from '../../src/taxonomy/types.ts';
import { label } from '../support/taxonomy.ts';

const ALT_LABELS: Readonly<Record<string, readonly string[]>> = { explainability: ['XAI', '説明できるAI'] };

const CONCEPTS: readonly Omit<Concept, 'labels'>[] = [
  { id: 'monitoring', prefLabel: { en: 'Monitoring and operation', ja: '監視・運用' } },
  {
    id: 'model-monitoring',
    broader: 'monitoring',
    prefLabel: { en: 'Model monitoring', ja: 'モデル監視・精度監視' },
  },
  {
    id: 'drift',
    broader: 'monitoring',
    prefLabel: { en: 'Data and concept drift', ja: 'データドリフト・コンセプトドリフト' },
  },
  { id: 'trust', prefLabel: { en: 'Explanation and trust', ja: '説明性・信頼性' } },
  { id: 'explainability', broader: 'trust', prefLabel: { en: 'Explainability', ja: '説明可能性' } },
  { id: 'production', prefLabel: { en: 'Going to production', ja: '本番化' } },
  { id: 'release', broader: 'production', prefLabel: { en: 'Deployment and release', ja: 'デプロイ・リリース' } },
];

/** A taxonomy whose labels are the preferred ones and a few others. */
export function taxonomyWith(head: Omit<Taxonomy, 'concepts'>, concepts: readonly Omit<Concept, 'labels'>[]): Taxonomy {
  return {
    ...head,
    concepts: concepts.map((concept) => ({
      ...concept,
      labels: [
        ...Object.entries(concept.prefLabel).map(([lang, text]) => label({ text, lang, role: 'pref' })),
        ...(ALT_LABELS[concept.id] ?? []).map((text) => label(text)),
      ],
    })),
  };
}

export const TAXONOMY: Taxonomy = taxonomyWith(
  {
    id: 'which-part',
    version: '1.0.0',
    title: { en: 'Which part of MLOps?', ja: 'MLOpsのどの辺?' },
    hash: 'c0ffee',
    contexts: {},
    domain: [],
  },
  CONCEPTS,
);

export function contextOf(overrides: Partial<ReportContext> = {}): ReportContext {
  return { taxonomy: TAXONOMY, toolVersion: '0.1.0', color: 0, width: 80, unicode: true, ...overrides };
}

export function evidenceOf(text: string, overrides: Partial<Evidence> = {}): Evidence {
  return {
    term: text,
    kind: 'term',
    text,
    field: 'abstract',
    line: 3,
    column: 1,
    exact: true,
    weight: 1,
    ...overrides,
  };
}

export function tagOf(id: string, confidence: number, texts: readonly string[]): Tag {
  const concept = TAXONOMY.concepts.find((one) => one.id === id);
  return {
    id,
    part: concept?.broader ?? id,
    label: concept?.prefLabel ?? {},
    confidence,
    evidence: texts.map((text) => evidenceOf(text)),
  };
}

export function talkOf(overrides: Partial<TaggedTalk> = {}): TaggedTalk {
  const tags = overrides.tags ?? [];
  return {
    id: 'talks/a.md#1',
    title: 'データドリフトを捉える',
    source: { path: 'talks/a.md', line: 1 },
    status: tags.length > 0 ? 'tagged' : 'untagged',
    primary: tags[0]?.id ?? null,
    tags,
    near: [],
    ...overrides,
  };
}
