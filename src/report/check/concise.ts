/** A line a finding, `path:line:column: severity rule-id: message`, for editors, grep and `problem-matcher.json`; nothing else. */
import type { CheckFinding } from '../../check/types.ts';
import { visibleLine } from '../text.ts';
import { withoutCommands } from './commands.ts';
import type { CheckReporter } from './document.ts';

export const concise: CheckReporter = {
  extension: 'txt',
  whole: ({ findings }) => findings.map((finding) => `${conciseLine(finding)}\n`).join(''),
};

export function conciseLine({ path, line, column, severity, rule, message }: CheckFinding): string {
  return withoutCommands(`${shownPath(path)}:${line}:${column}: ${severity} ${rule}: ${visibleLine(message)}`);
}

/** The same file by a name that begins no command. */
function shownPath(path: string): string {
  const shown = visibleLine(path);
  return shown.startsWith('::') ? `./${shown}` : shown;
}
