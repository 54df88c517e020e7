/** Where concepts and labels were written, looked up only when something is to be said about them. */
import type { Place } from './findings.ts';
import type { NodePath, Source } from './source.ts';
import type { Label } from './types.ts';

interface Origin {
  readonly source: Source;
  readonly path: NodePath;
}

export class Origins {
  private readonly concepts = new Map<string, Origin>();
  private readonly labels = new Map<Label, Origin>();

  /** The last file that says something about a concept is its origin. */
  addConcept(id: string, source: Source, path: NodePath): void {
    this.concepts.set(id, { source, path });
  }

  addLabel(label: Label, source: Source, path: NodePath): void {
    this.labels.set(label, { source, path });
  }

  /** The place of a concept, or of the value below it at `way`; undefined for one that was not read from its source. */
  ofConcept(id: string, way: NodePath = ['id']): Place | undefined {
    const origin = this.concepts.get(id);
    return origin?.source.placeOf([...origin.path, ...way]);
  }

  /** The place of a label, or of the value below it at `way`. */
  ofLabel(label: Label, way: NodePath = []): Place | undefined {
    const origin = this.labels.get(label);
    return origin?.source.placeOf([...origin.path, ...way]);
  }
}
