/** What a talk says that it is not about: "not about monitoring", "drift is out of scope", 「監視は扱わない」. */

/** Stretches of a text in which mentions are negated: start, end, start, end … in UTF-16 code units. */
export type NegatedRanges = readonly number[];

interface Cue {
  /** A wording that every negation of this kind has; most texts have none, and then nothing else is looked at. */
  readonly words: readonly string[];
  /** The whole negation, at the place of the wording. */
  readonly pattern: RegExp;
  /** How far it reaches, in code units, from the pattern on … */
  readonly ahead?: number;
  /** … or back from it … */
  readonly behind?: number;
  /** … where this ends the text before it. */
  readonly after?: RegExp;
}

const TREATED = 'covered|discussed|treated|addressed|part of|in scope|the scope|the topic|the subject';
const TREATS =
  'about|cover\\w*|discuss\\w*|talk\\w* about|treat\\w*|deal\\w* with|address\\w*|touch\\w*|focus\\w* on|go\\w* into|another';
const NOT = ['not ', 'never', 'cannot', 'without', "n't", 'n’t'];
const IS = /\b(?:is|are|was|were|will|wo)[ ]?$/;

const CUES: readonly Cue[] = [
  {
    words: NOT,
    pattern: new RegExp(`(?:not|never|cannot|without|n['’]t)(?: \\w+){0,2}? (?:${TREATS})\\b`, 'y'),
    ahead: 40,
  },
  { words: ['nothing '], pattern: /nothing (?:about|on)\b/y, ahead: 30 },
  { words: ['apart from'], pattern: /apart from/y, ahead: 20 },
  { words: ['no '], pattern: /no (?:need for )?(?:an? |any |the )?/y, ahead: 1, after: /(?:^|[^\p{L}\p{N}])$/u },
  {
    words: ['without '],
    pattern: /without (?:an? |any |the )?/y,
    ahead: 1,
    after: /\b(?:do|does|did|doing|get by|go|live) $/,
  },
  { words: NOT, pattern: new RegExp(`(?:not|never|n['’]t) (?:be )?(?:${TREATED})\\b`, 'y'), behind: 50, after: IS },
  { words: ['out of scope', 'left out'], pattern: /out of scope|left out/y, behind: 50, after: IS },
  {
    words: [
      '扱わ',
      '扱いま',
      '触れな',
      '触れま',
      '話さ',
      '話しま',
      '含ま',
      '含みま',
      '取り上げ',
      '対象',
      '範囲外',
      '割愛',
      '除',
    ],
    pattern:
      /(?:扱わ|触れ|話さ|含ま|取り上げ)な|(?:扱い|触れ|話し|含み|取り上げ)ませ|対象外|対象とし(?:な|ませ)|範囲外|割愛|除(?:く|き|いて)/y,
    behind: 24,
  },
  { words: ['では', 'じゃ'], pattern: /(?:では|じゃ)(?:ない|なく|ありませ)/y, behind: 14 },
];

/** Ends a clause: a negation does not reach beyond it. */
const CLAUSE_END = /[.!?,;:。！？\n]/;
const SENTENCE_END = /[.!?。！？\n]/;

const ASCII = /^[\x00-\x7f]*$/;
/** Those that a text of ASCII alone may hold. */
const ASCII_CUES = CUES.filter(({ words }) => words.some((word) => ASCII.test(word)));

/** The negated stretches of a normal text; `ascii`: whether it is known to be ASCII alone. */
export function negatedRanges(text: string, ascii = false): NegatedRanges {
  const ranges: number[] = [];
  for (const cue of ascii ? ASCII_CUES : CUES) {
    for (const word of cue.words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) addRange(text, at, cue, ranges);
    }
  }
  return ranges;
}

function addRange(text: string, at: number, { pattern, ahead, behind, after }: Cue, ranges: number[]): void {
  if (after !== undefined && !after.test(text.slice(Math.max(0, at - 12), at))) return;
  pattern.lastIndex = at;
  const said = pattern.exec(text);
  if (said === null) return;
  const end = at + said[0].length;
  if (ahead !== undefined) ranges.push(end, clauseEnd(text, end, end + ahead));
  if (behind !== undefined) ranges.push(sentenceStart(text, at, at - behind), at);
}

function clauseEnd(text: string, from: number, limit: number): number {
  for (let at = from; at < limit && at < text.length; at++) if (CLAUSE_END.test(text.charAt(at))) return at;
  return limit;
}

function sentenceStart(text: string, from: number, limit: number): number {
  for (let at = from - 1; at >= limit && at >= 0; at--) if (SENTENCE_END.test(text.charAt(at))) return at + 1;
  return Math.max(0, limit);
}

/** Whether a mention from `start` to `end` begins or ends within one of the stretches. */
export function isNegated(ranges: NegatedRanges, start: number, end: number): boolean {
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    const from = ranges[i] ?? 0;
    const to = ranges[i + 1] ?? 0;
    if ((start >= from && start < to) || (end > from && end <= to)) return true;
  }
  return false;
}
