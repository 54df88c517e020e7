/** The names of the formats of `coverage`, apart from their code, which only a run needs. */
export const COVERAGE_FORMATS = ['pretty', 'map', 'markdown', 'csv', 'csv-wide', 'json', 'svg', 'html'] as const;
export type CoverageFormat = (typeof COVERAGE_FORMATS)[number];
