/** What is there when it was asked for: targets, what a change does, and gaps. */
import { gapTestsOf } from '../../../coverage/gaps.ts';
import { conceptBehind } from '../../../coverage/targets.ts';
import type { TargetResult } from '../../../coverage/types.ts';
import { labelsById } from './labels.ts';
import type { Drawn, Section } from './section.ts';
import { lead } from './section.ts';
import { gapsVerdict } from './sentences.ts';
import { gapsTable, isStriking, patchTables, targetsTable } from './tables.ts';
import { WORDS } from './words.ts';
import { toHtml } from './write.ts';

export function targetsSection({ report: { targets = [] }, context, data }: Drawn): Section {
  const labelOf = labelsById(data.concepts);
  const behind = (target: TargetResult) => {
    const concept = conceptBehind(target, context.taxonomy);
    return concept === undefined ? undefined : labelOf(concept);
  };
  const content = targets.length === 0 ? '' : toHtml(...targetsTable(targets, behind));
  return { id: 'targets', heading: WORDS.targets, content };
}

export function patchSection({ report: { patch }, data }: Drawn): Section {
  const content = patch === undefined ? '' : toHtml(...patchTables(patch, labelsById(data.concepts)));
  return { id: 'patch', heading: WORDS.patch, content };
}

export function gapsSection({ report, context, data }: Drawn): Section {
  const { gaps = [], coverage } = report;
  const tables = gaps.length === 0 ? [] : gapsTable(gaps, report, labelsById(data.concepts));
  const verdict = gapsVerdict(gaps.filter(isStriking).length, gapTestsOf(coverage, context.taxonomy));
  const content = tables.length === 0 ? '' : toHtml(lead(WORDS.gapsLead), lead(verdict), ...tables);
  return { id: 'gaps', heading: WORDS.gaps, content };
}
