/** Checkstyle's XML, which many a CI server reads. */
import type { CheckFinding } from '../../check/types.ts';
import { type CheckReporter, fromRoot, grouped } from './document.ts';
import { XML_HEAD, xmlAttributes } from './xml.ts';

export const checkstyle: CheckReporter = {
  extension: 'xml',
  whole({ findings, prefix }) {
    const files = grouped(findings, ({ path }) => fromRoot(prefix, path));
    const lines = [
      XML_HEAD,
      '<checkstyle version="4.3">',
      ...Array.from(files).flatMap(([name, ofFile]) => [
        `  <file${xmlAttributes({ name })}>`,
        ...ofFile.map(errorElement),
        '  </file>',
      ]),
      '</checkstyle>',
    ];
    return `${lines.join('\n')}\n`;
  },
};

function errorElement({ line, column, severity, message, rule }: CheckFinding): string {
  return `    <error${xmlAttributes({ line, column, severity, message, source: `mlops-tag.${rule}` })}/>`;
}
