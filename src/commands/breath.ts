/** Files are read in one go; between them signals get their turn. */

/** Events between two breaths. */
const BREATH = 200;

export class Breath {
  #events = 0;

  /** To be awaited once an event; most of them do not wait. */
  take(): Promise<void> | undefined {
    return ++this.#events % BREATH === 0 ? new Promise((resolve) => setImmediate(resolve)) : undefined;
  }
}
