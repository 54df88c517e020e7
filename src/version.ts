declare const MLOPS_TAG_VERSION: string | undefined;

/** The package's version, set by the build. */
export const VERSION: string = typeof MLOPS_TAG_VERSION === 'string' ? MLOPS_TAG_VERSION : '0.0.0-source';
