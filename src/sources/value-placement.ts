/** Placements of texts that were taken out of an entry's values; nothing is located before somebody asks. */
import type { Placement, Position } from '../talk.ts';
import type { Entry, ValuePath } from './entry.ts';

/** A stretch of the value at `path`, from `shift` on: verbatim, or (HTML made text) only known by where the value starts. */
export class ValuePlacement implements Placement {
  readonly #entry: Entry;
  readonly #path: ValuePath;
  readonly #shift: number;
  readonly #verbatim: boolean;
  #located: Placement | undefined;

  constructor(entry: Entry, path: ValuePath, shift: number, verbatim: boolean) {
    this.#entry = entry;
    this.#path = path;
    this.#shift = shift;
    this.#verbatim = verbatim;
  }

  get exact(): boolean {
    return this.#verbatim && this.#placement().exact;
  }

  locate(offset: number): Position {
    return this.#placement().locate(this.#verbatim ? offset + this.#shift : this.#shift);
  }

  #placement(): Placement {
    this.#located ??= this.#entry.locate(this.#path) ?? atLine(this.#entry.line);
    return this.#located;
  }
}

function atLine(line: number): Placement {
  return { exact: false, locate: () => ({ line, column: 1 }) };
}

/** A text at an offset of a longer one. */
export interface Piece {
  readonly at: number;
  readonly placement: Placement;
}

/** A text put together from several; a place between two pieces belongs to the one before it. */
export class JoinedPlacement implements Placement {
  readonly #pieces: readonly Piece[];

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  get exact(): boolean {
    return this.#pieces.every(({ placement }) => placement.exact);
  }

  locate(offset: number): Position {
    const piece = this.#pieces.findLast(({ at }) => at <= offset) ?? this.#pieces[0];
    return piece === undefined ? { line: 1, column: 1 } : piece.placement.locate(offset - piece.at);
  }
}
