/**
 * Libraries that a run may not need, inside code that is synchronous: the first use throws, the reader of files loads
 * what is missing and parses that file again. So no format pays for another's libraries at start-up.
 */
export class LibraryNeeded extends Error {
  override readonly name = 'LibraryNeeded';
  /** Resolves once the library is in memory. */
  readonly load: () => Promise<void>;

  constructor(load: () => Promise<void>) {
    super('a library is to be loaded first');
    this.load = load;
  }
}

/** A function that gives the library, or throws `LibraryNeeded` as long as nobody has loaded it. */
export function lazily<Library>(load: () => Promise<Library>): () => Library {
  let loaded: { readonly library: Library } | undefined;
  return () => {
    if (loaded !== undefined) return loaded.library;
    throw new LibraryNeeded(async () => {
      loaded = { library: await load() };
    });
  };
}

/** What a reader yields where a library is missing: `await load()`, then ask it to go on. */
export interface Wait {
  readonly kind: 'wait';
  readonly load: () => Promise<void>;
}

/** What to yield for an error: a `Wait` where it says that a library is missing; any other is thrown on. */
export function waitFor(error: unknown): Wait {
  if (error instanceof LibraryNeeded) return { kind: 'wait', load: error.load };
  throw error;
}

/** The result of `work`, which is done again after each library that it lacked, for callers that may await. */
export async function withLibraries<Result>(work: () => Result): Promise<Result> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      await waitFor(error).load();
    }
  }
}

/** The same for readers, which yield what is to be awaited. */
export function* retrying<Result>(work: () => Result): Generator<Wait, Result> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      yield waitFor(error);
    }
  }
}
