/** Labelled talks: what `gold` and `second`, or else the declared tags, say a talk treats, checked against the taxonomy. */
import * as z from 'zod';
import { conceptNamed } from '../classify/declared.ts';
import type { Finding, LabelSource } from '../findings.ts';
import { nearest } from '../nearest.ts';
import { openPipeline, type PipelineOptions } from '../pipeline.ts';
import { isFinding } from '../sources/document.ts';
import type { FileDone, ReadEvent } from '../sources/read.ts';
import { isFileDone } from '../tagging.ts';
import type { SourceValue, Talk } from '../talk.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { currentElement, type Elements, elementsOf } from './elements.ts';

/** What somebody says a talk treats: ids of elements, each once. */
export interface Labels {
  readonly tags: readonly string[];
  /** The element that the talk is about most; null where none is, or nobody said. */
  readonly primary: string | null;
}

export interface GoldTalk {
  readonly talk: Talk;
  readonly gold: Labels;
  /** What a second reader says. */
  readonly second?: Labels;
}

/** A talk that nobody labelled, or whose labels were left out. */
export interface UnlabelledTalk {
  readonly unlabelled: Talk;
}

export type GoldEvent = GoldTalk | UnlabelledTalk | Finding | FileDone;

export function isGold(event: GoldEvent): event is GoldTalk {
  return 'gold' in event;
}

export function isUnlabelled(event: GoldEvent): event is UnlabelledTalk {
  return 'unlabelled' in event;
}

/**
 * The labelled talks of files, folders, globs and standard input, in their order; between them those without labels,
 * findings, and a mark at the end of each file.
 *
 * @throws UsageError where the paths match nothing, TaxonomyError where the taxonomy has mistakes
 */
export async function* goldTalks(paths: readonly string[], options: PipelineOptions): AsyncGenerator<GoldEvent> {
  const pipeline = await openPipeline(paths, withOrigins(options));
  yield* goldOf(pipeline.talks(), pipeline.taxonomy);
}

/** The options of a pipeline whose talks carry their labels with them. */
export function withOrigins(options: PipelineOptions): PipelineOptions {
  return { ...options, read: { ...options.read, origins: true } };
}

/** Findings on the labels of one file that are told one by one. */
const MAX_FINDINGS = 100;

/** What a pipeline's talks, read with their origins, are labelled with. */
export async function* goldOf(events: AsyncIterable<ReadEvent>, taxonomy: Taxonomy): AsyncGenerator<GoldEvent> {
  const reader = new LabelReader(taxonomy);
  let told = 0;
  for await (const event of events) {
    if (isFinding(event)) yield event;
    else if (isFileDone(event)) {
      if (told > MAX_FINDINGS) yield { code: 'more-findings', path: event.path, left: told - MAX_FINDINGS };
      told = 0;
      yield event;
    } else {
      const { findings, talk } = reader.read(event, MAX_FINDINGS - told);
      for (const finding of findings) if (++told <= MAX_FINDINGS) yield finding;
      yield talk;
    }
  }
}

const labelsSchema = z.object({ tags: z.array(z.string()), primary: z.string().nullish() });

interface ReadLabels {
  /** Absent where there are none, or none that can be used. */
  readonly labels?: Labels;
  readonly findings: readonly Finding[];
}

class LabelReader {
  private readonly taxonomy: Taxonomy;
  private readonly elements: Elements;

  constructor(taxonomy: Taxonomy) {
    this.taxonomy = taxonomy;
    this.elements = elementsOf(taxonomy);
  }

  /** `hints`: how many findings may come with what was most likely meant, which takes a comparison with every element. */
  read(talk: Talk, hints: number): { readonly findings: readonly Finding[]; readonly talk: GoldTalk | UnlabelledTalk } {
    const gold = talk.origin?.value(['gold']);
    const second = talk.origin?.value(['second']);
    const first = gold === undefined ? this.declared(talk, hints) : this.given(gold, 'gold', talk, hints);
    const other = second === undefined ? undefined : this.given(second, 'second', talk, hints - first.findings.length);
    const findings = [...first.findings, ...(other?.findings ?? [])];
    if (first.labels === undefined) return { findings, talk: { unlabelled: talk } };
    const labels = { gold: first.labels, ...(other?.labels === undefined ? {} : { second: other.labels }) };
    return { findings, talk: { talk, ...labels } };
  }

  /** Labels in a record of their own: one mistake in them and none counts. */
  private given(judgement: SourceValue, of: LabelSource, { source: { path } }: Talk, hints: number): ReadLabels {
    const parsed = labelsSchema.safeParse(judgement.value);
    if (!parsed.success) return { findings: [{ code: 'label-shape', of, path, ...judgement.locate([]) }] };
    const { tags: names, primary: best } = parsed.data;
    const findings: Finding[] = [];
    const tags = names.map((name, i) => {
      const id = this.element(name);
      if (id === undefined)
        findings.push({
          code: 'label-unknown',
          of,
          name,
          ...(findings.length < hints ? this.meant(name) : {}),
          path,
          ...judgement.locate(['tags', i]),
        });
      return id;
    });
    const primary = best == null ? null : this.element(best);
    if (findings.length === 0 && (primary === undefined || (primary !== null && !tags.includes(primary))))
      findings.push({ code: 'label-primary', of, primary: best ?? '', path, ...judgement.locate(['primary']) });
    if (findings.length > 0) return { findings };
    return { labels: { tags: distinct(tags), primary: primary ?? null }, findings };
  }

  /** Declared tags, the first of them the primary one; a value that is no element does not count. */
  private declared({ declared = [], origin, source: { path } }: Talk, hints: number): ReadLabels {
    const judgement = origin?.declared;
    if (judgement === undefined) return { findings: [] };
    if (declared.length === 0) return emptyList(judgement) ? { labels: NO_LABELS, findings: [] } : { findings: [] };
    const read = declared.map((name) => ({ name, concept: conceptNamed(name, this.taxonomy), id: this.element(name) }));
    const tags = distinct(read.map(({ id }) => id));
    const parts = new Set(tags.map((id) => this.elements.get(id)));
    const findings = read
      .filter(({ id, concept }) => id === undefined && !parts.has(concept))
      .map(({ name, concept }, i): Finding => {
        const at = { path, ...placeOf(name, judgement) };
        if (concept !== undefined) return { code: 'declared-part', name, ...at };
        return { code: 'declared-unknown', name, ...(i < hints ? this.meant(name) : {}), ...at };
      });
    return tags.length === 0 ? { findings } : { labels: { tags, primary: tags[0] ?? null }, findings };
  }

  private element(name: string): string | undefined {
    const id = conceptNamed(name, this.taxonomy);
    return id === undefined ? undefined : currentElement(id, this.elements, this.taxonomy.concepts);
  }

  private meant(name: string): { readonly nearest?: string } {
    const id = nearest(name, this.elements.keys());
    return id === undefined ? {} : { nearest: id };
  }
}

const NO_LABELS: Labels = { tags: [], primary: null };

function emptyList({ value }: SourceValue): boolean {
  return Array.isArray(value) && value.length === 0;
}

function placeOf(name: string, { value, locate }: SourceValue): { readonly line: number; readonly column: number } {
  const index = Array.isArray(value) ? value.findIndex((item: unknown) => String(item).trim() === name) : -1;
  const { line, column } = locate(index < 0 ? [] : [index]);
  return { line, column };
}

function distinct(ids: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}
