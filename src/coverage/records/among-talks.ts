/** Records of `tag` in files of talks: their descriptions are not in them, so tagging them anew would count titles alone. */
import type { Finding } from '../../findings.ts';
import { MAX_FINDINGS } from '../../sources/file-reader.ts';
import type { Talk } from '../../talk.ts';

/** Tells the records of one file after another, of each file so many. */
export class AmongTalks {
  #found = 0;

  /** Whether what was read as a talk is a record; it is counted as such. */
  has({ extra }: Pick<Talk, 'extra'>): boolean {
    const schema = extra?.['schema'];
    const isRecord = typeof schema === 'string' && schema.startsWith('mlops-tag/talk@');
    if (isRecord) this.#found++;
    return isRecord;
  }

  /** What to tell of the record that was just found. */
  *told({ source: { path, line } }: Pick<Talk, 'source'>): Generator<Finding> {
    if (this.#found <= MAX_FINDINGS) yield { code: 'record-among-talks', path, line };
  }

  /** What to tell at the end of a file. */
  *rest(path: string): Generator<Finding> {
    const left = this.#found - MAX_FINDINGS;
    this.#found = 0;
    if (left > 0) yield { code: 'more-findings', path, left };
  }
}
