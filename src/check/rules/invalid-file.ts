import type { OtherRule } from './types.ts';

export const invalidFile: OtherRule = {
  id: 'invalid-file',
  scope: 'other',
  severity: 'error',
  summary: 'a file that cannot be read: broken YAML, TOML, JSON, CSV or bytes',
  help: 'Nothing in the file can be checked until it is mended; the message says what is wrong there.',
};
