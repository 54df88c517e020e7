/** Sentences of the page that hold numbers, in both languages. */
import type { GapTests } from '../../../coverage/gaps.ts';
import { thousands } from '../thousands.ts';
import type { Both } from './node.ts';
import { both } from './words.ts';

export function countOf(n: number, total: number): Both {
  return both(`${thousands(n)} of ${thousands(total)}`, `${thousands(total)}件中${thousands(n)}件`);
}

export function matching(n: number, total: number): Both {
  return n === total
    ? both(`all ${thousands(total)} talks`, `全${thousands(total)}件の発表`)
    : both(`${thousands(n)} of ${thousands(total)} talks match`, `${thousands(total)}件中${thousands(n)}件が該当`);
}

/** Where a list on paper ends before all that match. */
export function printedOf(n: number, total: number): Both {
  return both(
    `${thousands(n)} of ${thousands(total)} talks; the others are on the page.`,
    `${thousands(total)}件中${thousands(n)}件です。残りはページにあります。`,
  );
}

/** What the counts are of: groups by name where they are few, and years. */
export function contents(groups: readonly string[], years: string): Both {
  const facts = (joiner: string): readonly string[] => [groups.join(joiner), years].filter((fact) => fact !== '');
  return both(facts(', ').join(' · '), facts('、').join(' · '));
}

/** A count, its share and what that may be: for who points at a number. */
export function countAndInterval(n: number, total: number, share: string, range: string): string {
  return `${thousands(n)} / ${thousands(total)} · ${share} (95 %: ${range})`;
}

export function moreRows(n: number): Both {
  return both(`${thousands(n)} more`, `あと${thousands(n)}件`);
}

/** What shares stand on, in one sentence. */
export function denominators(weight: 'talk' | 'primary', includeReview: boolean): Both {
  const counted =
    weight === 'talk'
      ? both('talks that treat an element', 'その要素を扱う発表')
      : both('talks whose main subject it is', 'その要素を主題とする発表');
  const doubt = includeReview
    ? both('Talks in doubt count for their elements too.', '要確認の発表も要素に数えます。')
    : both(
        'Talks in doubt count in their group and for no element.',
        '要確認の発表は、グループには数えますが要素には数えません。',
      );
  return both(
    `Shares are ${counted.en}, of all talks of the group, tagged or not. ${doubt.en}`,
    `割合は、グループの全発表（タグの有無を問わず）に占める${counted.ja}の割合です。${doubt.ja}`,
  );
}

export function undated(n: number): Both {
  return both(`${thousands(n)} talks say no year and are not here.`, `年の記載がない${thousands(n)}件は含みません。`);
}

export function groupsLeftOut(shown: number, total: number): Both {
  return both(
    `The ${thousands(shown)} largest of ${thousands(total)} groups. The others are in the CSV report, and in the filter below.`,
    `${thousands(total)}グループのうち、大きい順に${thousands(shown)}グループを表示しています。残りはCSVレポートと下の絞り込みにあります。`,
  );
}

export function rowsLeftOut(n: number): Both {
  return both(`${thousands(n)} more are in the JSON report.`, `残り${thousands(n)}件はJSONレポートにあります。`);
}

/** Of the taxonomy, behind its name. */
export function conceptsCounted(n: number): Both {
  return both(`, ${thousands(n)} parts and elements`, `、部分と要素は合わせて${thousands(n)}`);
}

/** What a share of so many talks may be: for who cannot point at a number. */
export interface ShareSaid {
  readonly share: string;
  readonly range: string;
  readonly of: number;
  /** Whether those are the talks of a group, and not all. */
  readonly isGroup: boolean;
}

export function shareSaid({ share, range, of, isGroup }: ShareSaid): Both {
  const whole = isGroup
    ? both(`the ${thousands(of)} talks of the group`, `グループの${thousands(of)}件`)
    : both(`all ${thousands(of)} talks`, `全${thousands(of)}件`);
  return both(
    ` · ${share} of ${whole.en} (95 % interval: ${range})`,
    `・${whole.ja}に占める割合は${share}（95 %信頼区間：${range}）`,
  );
}

/** What the gaps amount to: how many are below 5 %, and how many chance alone would put there. */
export function gapsVerdict(below: number, { tested, expected }: GapTests): Both {
  const pairs = both(
    `${thousands(tested)} pairs of a group and an element were tested`,
    `グループと要素の組を${thousands(tested)}通り調べました`,
  );
  if (below === 0)
    return both(
      `${pairs.en}, and no gap is below 5 %: chance alone may explain each of them.`,
      `${pairs.ja}が、5 %を下回る空白はありません。どの空白も、偶然だけで生じたとして不思議はありません。`,
    );
  const byChance = Math.round(expected);
  return both(
    `${pairs.en}. ${thousands(below)} ${below === 1 ? 'gap is' : 'gaps are'} below 5 % (★); chance alone would put ${byChance === 0 ? 'hardly one' : `about ${thousands(byChance)}`} there.`,
    `${pairs.ja}。5 %を下回る空白（★）は${thousands(below)}件で、偶然だけで下回るのは${byChance === 0 ? '1件に満たない' : `${thousands(byChance)}件ほどの`}見込みです。`,
  );
}
