/** One file to all that `check` keeps of it: facts of its talks, findings of the rules, comments, decisions. */
import { hash } from 'node:crypto';
import type { Classifier } from '../classify/index.ts';
import type { FileRef } from '../sources/discover.ts';
import { isFinding, MAX_FILE_SIZE } from '../sources/document.ts';
import { formatOfNamed } from '../sources/formats/index.ts';
import { pathFromRoot } from '../sources/path-patterns.ts';
import { bytesTalks, fileTalks, type ReadEvent, type ReadOptions, readBytes } from '../sources/read.ts';
import { isFileDone } from '../tagging.ts';
import type { Talk } from '../talk.ts';
import { type CheckSettings, ruleContext } from './context.ts';
import { excludedNames, lockOf } from './declarations.ts';
import { disablesOf } from './disable-comments.ts';
import { factsOf } from './facts.ts';
import { fingerprint } from './fingerprint.ts';
import { fileFinding, talkFinding } from './rule-findings.ts';
import { RULES } from './rules/index.ts';
import type { RuleContext, TalkRule } from './rules/types.ts';
import { type CheckedFile, type Decision, type RuleFinding, spanOf, type TalkFacts } from './types.ts';
import { viewOf } from './view.ts';

const TALK_RULES: readonly TalkRule[] = Object.values(RULES).filter((rule) => rule.scope === 'talk');

/** What one file's events come to, as they pass. */
interface Gathered {
  readonly talks: TalkFacts[];
  readonly lines: number[];
  readonly findings: RuleFinding[];
  readonly decisions: Decision[];
  skipped: boolean;
}

export class FileChecker {
  private readonly classifier: Classifier;
  private readonly context: RuleContext;
  private readonly read: ReadOptions;
  private readonly hashes: boolean;
  private readonly folders: CheckSettings['folders'];

  constructor(classifier: Classifier, settings: CheckSettings, read: ReadOptions) {
    this.classifier = classifier;
    this.context = ruleContext(classifier.taxonomy, settings);
    this.hashes = settings.hashes === true;
    this.folders = settings.folders;
    this.read = { ...read, declaredKey: settings.declared.key, origins: true, untitled: true };
  }

  async files(files: readonly FileRef[]): Promise<readonly CheckedFile[]> {
    const checked: CheckedFile[] = [];
    for (const file of files) checked.push(await this.file(file));
    return checked;
  }

  /** Reads the file; what streams is read in pieces, whatever its size. */
  async file(file: FileRef): Promise<CheckedFile> {
    if (formatOfNamed(file.path)?.streams === true) return this.gathered(file, fileTalks(file, this.read));
    const bytes = readBytes(file, this.read.maxFileSize ?? MAX_FILE_SIZE);
    return isFinding(bytes) ? this.gathered(file, [bytes]) : this.bytes(file, bytes);
  }

  /** Checks these bytes as the content of the file. */
  async bytes(file: FileRef, bytes: Uint8Array): Promise<CheckedFile> {
    return this.gathered(file, bytesTalks(file, bytes, this.read), bytes);
  }

  private async gathered(
    { path }: FileRef,
    events: AsyncIterable<ReadEvent> | Iterable<ReadEvent>,
    bytes?: Uint8Array,
  ): Promise<CheckedFile> {
    const gathered: Gathered = { talks: [], lines: [], findings: [], decisions: [], skipped: false };
    for await (const event of events) {
      if (isFinding(event)) gathered.findings.push(fileFinding(event));
      else if (isFileDone(event)) gathered.skipped = event.skipped;
      else this.talk(event, gathered);
    }
    const { lines, findings, ...others } = gathered;
    const rest = { ...others, findings: this.fingerprinted(findings, path) };
    if (bytes === undefined) return { path, ...rest, disables: [] };
    return {
      path,
      ...(this.hashes ? { hash: hashOf(bytes) } : {}),
      ...rest,
      disables: await disablesOf(bytes, path, lines),
    };
  }

  /** The same with their fingerprints, where it is known what paths start from. */
  private fingerprinted(findings: readonly RuleFinding[], path: string): readonly RuleFinding[] {
    if (this.folders === undefined || findings.length === 0) return findings;
    const fromRoot = pathFromRoot(path, this.folders) ?? path;
    return findings.map((finding) => ({ ...finding, fingerprint: fingerprint({ ...finding, path: fromRoot }) }));
  }

  private talk(talk: Talk, { talks, lines, findings, decisions }: Gathered): void {
    const { origin } = talk;
    if (origin === undefined) return;
    const { path, line } = talk.source;
    const view = viewOf(this.classifier.classify(talk), origin, this.context, this.classifier);
    const lock = lockOf(origin);
    lines.push(line);
    talks.push(factsOf(view, lock !== undefined));
    if (lock !== undefined) decisions.push({ path, ...lock, talk: talk.id, kind: 'locked', tags: [] });
    const [excluded] = excludedNames(origin);
    if (excluded !== undefined && view.excluded.size > 0)
      decisions.push({ path, ...spanOf(excluded), talk: talk.id, kind: 'excluded', tags: [...view.excluded].sort() });
    for (const rule of TALK_RULES) {
      if (lock !== undefined && rule.aboutTags) continue;
      for (const said of rule.check(view, this.context)) findings.push(talkFinding(rule, said, view, origin.home));
    }
  }
}

/** SHA-256 in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
