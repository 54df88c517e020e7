/** A file is read again when a library was missing the first time; nobody sees that. Its own file: here no library is loaded yet. */
import { expect, it } from 'vitest';
import { read } from './read-support.ts';

it('ids of a file that is read again for its entities are those of the first time', async () => {
  const yaml = 'event: 春の勉強会 &amp; 懇親会\ntalks:\n  - title: データドリフトの検知\n  - title: Serving models\n';
  const { talks } = await read('talks/a.yaml', yaml);
  expect(talks.map(({ id, event }) => [id, event])).toEqual([
    ['talks/a.yaml#データドリフトの検知', '春の勉強会 & 懇親会'],
    ['talks/a.yaml#serving-models', '春の勉強会 & 懇親会'],
  ]);
});
