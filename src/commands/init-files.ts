/** The files that `init` writes, as text. */
import { yamlOf } from '../config/print.ts';
import type { Survey } from './init-survey.ts';

const SCHEMA = './node_modules/mlops-tag/dist/schemas/config.schema.json';

export function configText({ places, declared, patterns, installed }: Survey): string {
  const { key, as } = declared ?? { key: 'mlops', as: 'id' };
  return [
    `# yaml-language-server: $schema=${SCHEMA}`,
    ...(installed ? [] : ['# Editors know the keys once the package is there: npm install --save-dev mlops-tag']),
    '',
    '# Where the talks are.',
    `include: ${yamlOf(places.length === 0 ? ['.'] : places.map(({ path }) => path))}`,
    '',
    '# What is left out, in the syntax of .gitignore.',
    '# exclude: [drafts/]',
    '',
    '# Where talks declare their tags, and how they write them: id, or labels in en or ja.',
    'declared:',
    `  key: ${yamlOf(key)}`,
    `  as: ${as}`,
    '',
    '# What paths say of event and year, for talks that do not say their own.',
    patterns.length === 0 ? '# paths: talks/{event}/{year}/*.md' : `paths: ${yamlOf(oneOrAll(patterns))}`,
    '',
    '# error, warning or off; "mlops-tag check --print-config" shows what holds.',
    '# rules:',
    '#   missing-event: off',
    '',
  ].join('\n');
}

function oneOrAll(texts: readonly string[]): string | readonly string[] {
  const [one, ...others] = texts;
  return one === undefined || others.length > 0 ? texts : one;
}

export function workflowText(version: string): string {
  return `# Checks the talks that a pull request changes, and all of them on the default branch.
name: mlops-tag
on:
  pull_request:
  push:
permissions:
  contents: read
jobs:
  check:
    if: github.event_name == 'pull_request' || github.ref_name == github.event.repository.default_branch
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - name: Check the changed talks
        if: github.event_name == 'pull_request'
        env:
          BASE: \${{ github.base_ref }}
        run: npx --yes mlops-tag@${version} check --since "origin/$BASE"
      - name: Check all talks
        if: github.event_name == 'push'
        run: npx --yes mlops-tag@${version} check
`;
}

/** The entry of a list of `repos`, its lines without the list's indentation. */
export function hookLines(version: string): readonly string[] {
  return [
    '- repo: local',
    '  hooks:',
    '    - id: mlops-tag',
    '      name: mlops-tag check',
    '      entry: mlops-tag check --staged',
    '      language: node',
    `      additional_dependencies: ["mlops-tag@${version}"]`,
    '      pass_filenames: false',
  ];
}

export function preCommitText(version: string): string {
  return `repos:\n${hookLines(version)
    .map((line) => `  ${line}\n`)
    .join('')}`;
}
