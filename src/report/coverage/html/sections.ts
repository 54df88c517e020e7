/** The sections of the page in their order; those with nothing to show are left out. */

import type { Drawn, Section } from './section.ts';
import { gapsSection, patchSection, targetsSection } from './section-asked.ts';
import { compareSection } from './section-compare.ts';
import { groupsSection } from './section-groups.ts';
import { listSection } from './section-list.ts';
import { mapSection } from './section-map.ts';
import { organisationsSection, toolsSection } from './section-named.ts';
import { sharesSection } from './section-shares.ts';
import { trendSection } from './section-trend.ts';

const SECTIONS: readonly ((drawn: Drawn) => Section)[] = [
  mapSection,
  targetsSection,
  patchSection,
  groupsSection,
  sharesSection,
  trendSection,
  compareSection,
  gapsSection,
  toolsSection,
  organisationsSection,
  listSection,
];

/** Those that say something where there are no talks. */
const WITHOUT_TALKS: readonly ((drawn: Drawn) => Section)[] = [targetsSection, patchSection];

export function sectionsOf(drawn: Drawn): readonly Section[] {
  const sections = drawn.report.coverage.talks === 0 ? WITHOUT_TALKS : SECTIONS;
  return sections.map((section) => section(drawn)).filter(({ content }) => content !== '');
}
