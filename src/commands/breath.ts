/** Files are read in one go; between them signals get their turn. */

/** Events between two breaths. */
const BREATH = 200;

export class Breath {
  #events = 0;

  /** To be asked once an event: whether it is time to await `taken`. Awaiting nothing would cost as much as counting a record. */
  isDue(): boolean {
    return ++this.#events % BREATH === 0;
  }

  taken(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
}
