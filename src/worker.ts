/** A thread of the pipeline: pieces of files in, tagged talks out. */
import { parentPort, workerData } from 'node:worker_threads';
import { createClassifier } from './classify/index.ts';
import { loadOptions } from './pipeline.ts';
import { tagFiles } from './tagging.ts';
import { loadTaxonomy } from './taxonomy/load.ts';
import { type Piece, type PieceDone, portable, type ThreadSetup } from './threads.ts';

const setup = workerData as ThreadSetup;
const classifier = createClassifier(await loadTaxonomy(setup.taxonomy, loadOptions(setup)), setup.classify);

parentPort?.on('message', ({ number, files }: Piece) => {
  void tagFiles(files, classifier, setup.read).then((events) => {
    const done: PieceDone = { number, events: JSON.stringify(events.map(portable)) };
    parentPort?.postMessage(done);
  });
});
