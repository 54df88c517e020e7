/** What `coverage --compare` tells of two files that were not made alike. */
import type { ToolTaxonomy } from '../coverage/report-file.ts';
import type { ComparedFiles } from './coverage-compare.ts';

/** What makes two files differ beside their talks, a sentence each. */
export function notesOnFiles({ before, after }: ComparedFiles): readonly string[] {
  const [older, newer] = [before.taxonomy, after.taxonomy];
  const isSame = older === undefined || newer === undefined || older.hash === newer.hash;
  const withHash = older?.id === newer?.id && older?.version === newer?.version;
  const { weight } = after.coverage;
  return [
    ...(isSame
      ? []
      : [
          `${before.name} was made with the taxonomy ${nameOf(older, withHash)}, ${after.name} with ${nameOf(newer, withHash)}: what differs may be the taxonomy`,
        ]),
    ...(before.coverage.weight === weight
      ? []
      : [
          `${before.name} was made with --weight ${before.coverage.weight}, ${after.name} with ${weight}: both are compared by ${weight}`,
        ]),
  ];
}

/** Of a hash, as much as tells two apart. */
const HASH_SHOWN = 16;

function nameOf({ id, version, hash }: ToolTaxonomy, withHash: boolean): string {
  return withHash ? `${id} ${version} (${hash.slice(0, HASH_SHOWN)})` : `${id} ${version}`;
}
