/** What log-odds of unseen talks are worth: the calibration, where to cut, and the figures that follow. */
import type { Calibration, CrossValidated, Model } from '../classify/model.ts';
import { Counts } from '../evaluate/counts.ts';
import type { Elements } from '../evaluate/elements.ts';
import type { GoldTalk, Labels } from '../evaluate/gold.ts';
import { figuresOf, scoresOf } from '../evaluate/scores.ts';
import { AS_IT_IS, bestThreshold, type Claim, calibrated, confidenceOf, reviewMarginOf } from './calibrate.ts';
import { type ModelFigures, modelFigures } from './figures.ts';
import { rounded } from './rounded.ts';

/** Languages with fewer talks are calibrated with all the others, where no model before has a line for them. */
const OWN_CALIBRATION = 50;
/** Fewer talks say nothing of where to cut that another model does not know better. */
const OWN_THRESHOLD = 100;

/** Talks with what a model that had not seen them said. */
export interface Unseen {
  readonly talks: readonly GoldTalk[];
  /** Ids of the elements, in the order of the log-odds. */
  readonly ids: readonly string[];
  readonly elements: Elements;
  /** By talk, then element. */
  readonly logOdds: readonly Float64Array[];
  /** Tags a talk at most. */
  readonly limit: number;
}

export type Verdict = Pick<Model, 'threshold' | 'reviewMargin' | 'calibration'> & {
  readonly figures: Omit<CrossValidated, 'folds'>;
  /** Talks by language. */
  readonly languages: Readonly<Record<string, number>>;
};

/** `from`: the model that was learned on top of. */
export function verdictOn(unseen: Unseen, from?: Model): Verdict {
  const { talks } = unseen;
  const languages = talks.map(({ talk }) => languageOf(talk.lang));
  const lines = calibrationsOf(unseen, languages, from);
  const answers = new Answers(
    unseen,
    unseen.logOdds.map((of, talk) => {
      const line = lines.get(languages[talk] ?? OTHER) ?? lines.get(OTHER) ?? AS_IT_IS;
      return of.map((logOdds) => confidenceOf(logOdds, line));
    }),
  );
  const all = [...talks.keys()];
  const threshold =
    from !== undefined && talks.length < OWN_THRESHOLD
      ? from.threshold
      : bestThreshold((at) => figuresOf(scoresOf(answers.counts(all, at), null)).micro ?? 0);
  const perLanguage = <Value>(of: (talks: readonly number[]) => Value): Readonly<Record<string, Value>> =>
    Object.fromEntries(
      [...new Set(languages)].sort().map((lang) => [lang, of(all.filter((talk) => languages[talk] === lang))]),
    );
  const figures = (among: readonly number[]) => answers.figures(among, threshold);
  return {
    threshold,
    reviewMargin: rounded(reviewMarginOf(answers.best(), threshold)),
    calibration: Object.fromEntries(
      Array.from(lines, ([lang, { slope, offset }]) => [lang, { slope: rounded(slope), offset: rounded(offset) }]),
    ),
    figures: { all: figures(all), languages: perLanguage(figures) },
    languages: perLanguage((among) => among.length),
  };
}

/** The name under which a model keeps what holds for every language without a line of its own. */
const OTHER = 'other';

export function languageOf(lang: string | undefined): string {
  return lang?.split('-')[0] ?? OTHER;
}

/** A line for each language that has talks enough, or had one before; `other` last, for the rest, over all talks. */
function calibrationsOf(
  { talks, ids, logOdds }: Unseen,
  languages: readonly string[],
  from: Model | undefined,
): ReadonlyMap<string, Calibration> {
  const known = new Map(Object.entries(from?.calibration ?? {}));
  const claims = logOdds.map((of, talk): readonly Claim[] => {
    const right = new Set(talks[talk]?.gold.tags);
    return Array.from(of, (value, element) => ({ logOdds: value, right: right.has(ids[element] ?? '') }));
  });
  const own = [...new Set([...languages, ...known.keys()])]
    .filter((lang) => lang !== OTHER)
    .filter((lang) => known.has(lang) || languages.filter((one) => one === lang).length >= OWN_CALIBRATION)
    .sort();
  const lineOf = (lang: string, among: readonly (readonly Claim[])[]) =>
    [lang, rising(among.flat(), known.get(lang) ?? known.get(OTHER) ?? AS_IT_IS)] as const;
  return new Map([
    ...own.map((lang) =>
      lineOf(
        lang,
        claims.filter((_, talk) => languages[talk] === lang),
      ),
    ),
    lineOf(OTHER, claims),
  ]);
}

/** A line that falls, or hardly rises, would make the surest tag the least sure: then the one before stays. */
function rising(claims: readonly Claim[], before: Calibration): Calibration {
  const line = calibrated(claims, before);
  return rounded(line.slope) > 0 ? line : before;
}

const NO_LABELS: Labels = { tags: [], primary: null };

/** What the talks would be tagged with, by calibrated confidences. */
class Answers {
  private readonly unseen: Unseen;
  /** By talk, then element. */
  private readonly confidences: readonly Float64Array[];

  constructor(unseen: Unseen, confidences: readonly Float64Array[]) {
    this.unseen = unseen;
    this.confidences = confidences;
  }

  /** Of each talk the highest confidence. */
  best(): readonly number[] {
    return this.confidences.map((of) => Math.max(0, ...of));
  }

  counts(among: readonly number[], threshold: number): Counts {
    return Counts.over(
      among.map((talk) => ({ gold: this.gold(talk), found: this.answer(talk, threshold) })),
      this.unseen.elements,
    );
  }

  figures(among: readonly number[], threshold: number): ModelFigures {
    return modelFigures(
      this.counts(among, threshold),
      among.flatMap((talk) => this.claims(talk, threshold)),
    );
  }

  private gold(talk: number): Labels {
    return this.unseen.talks[talk]?.gold ?? NO_LABELS;
  }

  private claims(talk: number, threshold: number) {
    const right = new Set(this.gold(talk).tags);
    return this.sure(talk, threshold).map(({ id, confidence }) => ({ confidence, right: right.has(id) }));
  }

  private answer(talk: number, threshold: number): Labels {
    const tags = this.sure(talk, threshold)
      .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
      .slice(0, this.unseen.limit)
      .map(({ id }) => id);
    return { tags, primary: tags[0] ?? null };
  }

  private sure(talk: number, threshold: number): { readonly id: string; readonly confidence: number }[] {
    return Array.from(this.confidences[talk] ?? [], (confidence, element) => ({
      id: this.unseen.ids[element] ?? '',
      confidence,
    })).filter(({ confidence }) => confidence >= threshold);
  }
}
