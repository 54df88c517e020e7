/** HTML elements whose content says nothing of a talk. */

/** Code, and what is no text at all. */
const MACHINERY = [
  'script',
  'style',
  'iframe',
  'svg',
  'pre',
  'object',
  'template',
  'noscript',
  'textarea',
  'video',
  'audio',
];

/** The site around a text: where else to go and what to press. */
const SITE = ['nav', 'header', 'footer', 'aside', 'form', 'button'];

/** Names in small letters. */
export const SILENT_ELEMENTS: ReadonlySet<string> = new Set([...MACHINERY, ...SITE]);

/** Those of the site around a text: a mere mention of them must not swallow what stands between two mentions. */
export const SITE_ELEMENTS: ReadonlySet<string> = new Set(SITE);

/** Code units of an element of the site at most. */
export const MAX_SITE_ELEMENT = 20_000;
