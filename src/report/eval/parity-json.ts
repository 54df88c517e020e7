/** `eval --parity` for programs: `mlops-tag/parity@1`. */
import { isAlike, type OneSidedTag, type Parity, type ParityFigures, type ParityPair } from '../../evaluate/parity.ts';
import type { Half, NearMiss } from '../../evaluate/parity-pairs.ts';
import { jsonDocument, toolRecord } from '../json.ts';
import { evidenceRecord } from '../record.ts';
import type { ReportContext } from '../types.ts';

export function parityJson({ all, tagged, alone, concepts, pairs }: Parity, context: ReportContext): string {
  return jsonDocument({
    schema: 'mlops-tag/parity@1',
    tool: toolRecord(context),
    figures: { ...figuresRecord(all), alone, tagged: figuresRecord(tagged) },
    concepts,
    pairs: pairs.map(pairRecord),
  });
}

function figuresRecord({ pairs, alike, share, jaccard, primary }: ParityFigures) {
  return { pairs, alike, share: rounded(share), jaccard: rounded(jaccard), primary: rounded(primary) };
}

/** Every pair is there; the ones that differ have something under `oneSided`. */
function pairRecord(pair: ParityPair) {
  const { en, ja, shared, oneSided, jaccard, samePrimary } = pair;
  return {
    en: halfRecord(en),
    ja: halfRecord(ja),
    alike: isAlike(pair),
    jaccard: rounded(jaccard),
    samePrimary,
    shared,
    oneSided: oneSided.map(oneSidedRecord),
  };
}

function halfRecord({ talk: { id, title, source, tags, primary } }: Half) {
  return { id, title, source: { path: source.path, line: source.line }, tags: tags.map(({ id }) => id), primary };
}

function oneSidedRecord({ id, has, confidence, evidence, near }: OneSidedTag) {
  return {
    id,
    has,
    confidence,
    evidence: evidence.map(evidenceRecord),
    ...(near === undefined ? {} : { near: missRecord(near) }),
  };
}

function missRecord({ confidence, missing, evidence }: NearMiss) {
  return { confidence, missing, evidence: evidence.map(evidenceRecord) };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
