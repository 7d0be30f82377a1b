import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../tools/run.ts';
import { WITHOUT } from '../browser/layers.ts';
import { SWITCHED_OFF } from '../browser/switched-off/all.ts';

it('what is switched off is in the source, each text of it', () => {
  const alterations = [...SWITCHED_OFF, ...Object.values(WITHOUT)];
  const missing = alterations.flatMap(({ off, edits }) =>
    edits
      .filter(({ file, find }) => !readFileSync(join(ROOT, file), 'utf8').includes(find))
      .map(({ file, find }) => `${off}: ${file} no longer holds ${find}`),
  );
  expect(missing).toEqual([]);
});
