import { expect, it } from 'vitest';
import { withSection } from '../../tools/figures.ts';

const DOCUMENT =
  '# Figures\n\nWhat it costs.\n\n## Popup\n\nOld.\n\n### By events\n\nOld too.\n\n## Disk\n\n100 bytes.\n';

it('a section takes the place of the one with its heading, and all others stay as they are', () => {
  expect(withSection(DOCUMENT, 'Popup', 'New.\n')).toBe(
    '# Figures\n\nWhat it costs.\n\n## Popup\n\nNew.\n\n## Disk\n\n100 bytes.\n',
  );
  expect(withSection(DOCUMENT, 'Disk', '90 bytes.')).toContain('### By events\n\nOld too.\n\n## Disk\n\n90 bytes.\n');
});

it('a section that is not there yet comes last, also where its heading begins like another', () => {
  expect(withSection(DOCUMENT, 'Pop', 'Short.')).toBe(`${DOCUMENT}\n## Pop\n\nShort.\n`);
});

it('written twice is written once', () => {
  const once = withSection(DOCUMENT, 'Popup', '| a |\n| - |\n| $& |');
  expect(withSection(once, 'Popup', '| a |\n| - |\n| $& |')).toBe(once);
});
