/** The names of the formats of `check`, apart from their code, which only a run needs. */
export const CHECK_FORMATS = [
  'pretty',
  'concise',
  'json',
  'github',
  'sarif',
  'junit',
  'gitlab',
  'checkstyle',
  'rdjson',
  'markdown',
] as const;

export type CheckFormat = (typeof CHECK_FORMATS)[number];
