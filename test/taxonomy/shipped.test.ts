/** The default taxonomy: the compiled form is that of the YAML, the concepts are the agreed ones, and its own tests pass. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileShipped } from '../../src/taxonomy/compile-shipped.ts';
import { coTermKey, keyOf } from '../../src/taxonomy/label.ts';
import { loadTaxonomy, NO_MODEL } from '../../src/taxonomy/load.ts';
import { runTests } from '../../src/taxonomy/unit-tests.ts';
import { runTaxonomy } from './run.ts';

const ROOT = join(import.meta.dirname, '../..');
const CONCEPTS = join(ROOT, '../shared/taxonomy/concepts.yaml');

const TREE: Readonly<Record<string, readonly string[]>> = {
  'data-preparation': ['data-processing', 'annotation', 'data-quality', 'feature-store'],
  'model-development': ['training', 'tuning', 'experiment-tracking', 'evaluation', 'dev-tools'],
  production: [
    'release',
    'model-registry',
    'online-inference',
    'batch-inference',
    'edge-inference',
    'inference-optimization',
  ],
  monitoring: ['model-monitoring', 'drift', 'incidents', 'continuous-training'],
  trust: ['explainability', 'fairness', 'privacy-security', 'governance'],
  foundation: ['pipelines', 'containers', 'compute', 'versioning-lineage', 'platform'],
  llmops: ['rag-search', 'prompting', 'agents', 'guardrails'],
  organization: ['process', 'business-value'],
  'ml-for-operations': ['aiops'],
};

describe('the default taxonomy', () => {
  it('ships as it is written; when this fails: npm run build', async () => {
    const { head, tables } = await compileShipped(ROOT);
    expect(readFileSync(join(ROOT, 'dist/which-part.json'), 'utf8')).toBe(head);
    expect(Buffer.compare(readFileSync(join(ROOT, 'dist/which-part.tables')), tables)).toBe(0);
  });

  it('opens each label with the normal forms of its wordings', async () => {
    const { concepts, domain } = await loadTaxonomy();
    const labels = [...concepts.flatMap((concept) => concept.labels), ...domain];
    const wrong = labels.filter(
      ({ text, key, requires, requiresText = requires, unless, unlessText = unless }) =>
        key !== keyOf(text) ||
        requires.some((term, i) => term !== coTermKey(requiresText[i] ?? '')) ||
        unless.some((term, i) => term !== coTermKey(unlessText[i] ?? '')),
    );
    expect(labels.length).toBeGreaterThan(30_000);
    expect(wrong).toEqual([]);
  });

  it('has the 9 parts and 35 elements', async () => {
    const { concepts } = await loadTaxonomy();
    const parts = concepts.filter(({ broader }) => broader === undefined);
    const tree = parts.map(({ id }) => [
      id,
      concepts.filter(({ broader }) => broader === id).map((element) => element.id),
    ]);
    expect(Object.fromEntries(tree)).toEqual(TREE);
    expect(concepts).toHaveLength(44);
  });

  it.skipIf(!existsSync(CONCEPTS))(
    'has the labels of ../shared/taxonomy/concepts.yaml (skipped where that is missing)',
    async () => {
      const { concepts } = await loadTaxonomy();
      const agreed = (parse(readFileSync(CONCEPTS, 'utf8')) as Agreed).parts.flatMap(({ id, label, elements }) => [
        { id, prefLabel: unbroken(label) },
        ...elements.map((element) => ({ id: element.id, prefLabel: unbroken(element.label), broader: id })),
      ]);
      const ours = concepts.map(({ id, prefLabel, broader }) => ({
        id,
        prefLabel,
        ...(broader === undefined ? {} : { broader }),
      }));
      expect(ours).toEqual(agreed);
    },
  );

  it('has at least 3 examples and 2 counter-examples a language for each element', async () => {
    const { concepts } = await loadTaxonomy();
    for (const { id, examples, counterExamples } of concepts.filter(({ broader }) => broader !== undefined)) {
      for (const lang of ['en', 'ja']) {
        expect(examples?.[lang]?.length ?? 0, `${id} examples ${lang}`).toBeGreaterThanOrEqual(3);
        expect(counterExamples?.[lang]?.length ?? 0, `${id} counterExamples ${lang}`).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it("passes its own tests, which are the vocabulary's: no model judges there", async () => {
    const { failures } = runTests(await loadTaxonomy(undefined, { model: NO_MODEL }));
    expect(failures).toEqual([]);
  });

  it('has no error by its own checks', async () => {
    const { stdout, exitCode } = await runTaxonomy(['validate'], ROOT);
    expect(stdout.split('\n').filter((line) => / error /.test(line))).toEqual([]);
    expect(exitCode).toBe(0);
  });
});

/** One label there has a comma and no quotes, so that YAML takes its rest for a key without a value. */
function unbroken(label: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  const joined: Record<string, string> = {};
  let last = '';
  for (const [key, value] of Object.entries(label)) {
    if (value === null) joined[last] += `, ${key}`;
    else {
      joined[key] = value;
      last = key;
    }
  }
  return joined;
}

interface Agreed {
  readonly parts: readonly {
    readonly id: string;
    readonly label: Readonly<Record<string, string | null>>;
    readonly elements: readonly { readonly id: string; readonly label: Readonly<Record<string, string | null>> }[];
  }[];
}
