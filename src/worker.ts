/** A thread of the pipeline: pieces of files in, tagged talks or checked files out. */
import { parentPort, workerData } from 'node:worker_threads';
import { createClassifier } from './classify/index.ts';
import { loadOptions } from './pipeline.ts';
import type { FileRef } from './sources/discover.ts';
import { portable, tagFiles } from './tagging.ts';
import { loadTaxonomy } from './taxonomy/load.ts';
import type { Piece, PieceDone, ThreadSetup } from './threads.ts';

const setup = workerData as ThreadSetup;
const classifier = createClassifier(await loadTaxonomy(setup.taxonomy, loadOptions(setup)), setup.classify);
const work = await workOf(setup);

parentPort?.on('message', ({ number, files }: Piece) => {
  void work(files).then((answers) => {
    const done: PieceDone = { number, answers: JSON.stringify(answers) };
    parentPort?.postMessage(done);
  });
});

async function workOf({
  read,
  check,
}: ThreadSetup): Promise<(files: readonly FileRef[]) => Promise<readonly unknown[]>> {
  if (check === undefined) return async (files) => (await tagFiles(files, classifier, read)).map(portable);
  const { FileChecker } = await import('./check/file.ts');
  const checker = new FileChecker(classifier, check, read);
  return (files) => checker.files(files);
}
