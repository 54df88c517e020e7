/** The config as every stage sees it: defaults, file and command line folded once; frozen. */
import type { RuleId } from '../check/rules/ids.ts';
import type { ExtraAliases } from '../sources/aliases.ts';

export type RuleSeverity = 'error' | 'warning' | 'off';

export type RuleSeverities = Readonly<Partial<Record<RuleId, RuleSeverity>>>;

/** Where the declared tags live and how they are written. */
export interface DeclaredConfig {
  /** A key, or keys joined by dots (`taxonomies.topic`). */
  readonly key: string;
  /** How concepts are written there: their ids, or their labels in a language (`en`, `ja`). */
  readonly as: 'id' | 'en' | 'ja';
}

export interface Thresholds {
  /** Confidence from which a concept is a tag; the model's own when absent. */
  readonly tag?: number;
  /** Confidence from which an undeclared tag is suggested. */
  readonly suggest: number;
  /** Tags a talk at most. */
  readonly tags: number;
}

export interface Override {
  /** Globs over paths from the root. */
  readonly files: readonly string[];
  readonly rules: RuleSeverities;
}

/** What the commands that read talks go by. */
export interface ReadingConfig {
  /** The working folder. Absolute. */
  readonly cwd: string;
  /** The folder that globs and path patterns start from: the config's, else the repository's root, else the working folder. Absolute. */
  readonly root: string;
  /** The config file, as the user would type it; absent where there is none. */
  readonly file?: string;
  /** As a path from the working folder; the shipped one when absent. */
  readonly taxonomy?: string;
  /** As a path from the working folder, or `none`; the one that ships when absent. */
  readonly model?: string;
  /** What is read where the command line names no path, as paths from the working folder; without a config the working folder. */
  readonly include: readonly string[];
  /** In the syntax of .gitignore, from the root. */
  readonly exclude: readonly string[];
  readonly fields: ExtraAliases;
  readonly declared: DeclaredConfig;
  /** `talks/{event}/{year}/*.md`, from the root: the first that fits says the event and the year of talks that do not say their own. */
  readonly paths: readonly string[];
  readonly thresholds: Thresholds;
  /** As a path from the working folder; none when absent. */
  readonly baseline?: string;
}

/** What `check` goes by. */
export interface Config extends ReadingConfig {
  /** Every rule's. */
  readonly rules: Readonly<Record<RuleId, RuleSeverity>>;
  readonly overrides: readonly Override[];
}

/** Where each value came from, by its keys joined with dots: `default`, `mlops-tag.config.yaml:3`, `--rule`. */
export type Origins = Readonly<Record<string, string>>;
