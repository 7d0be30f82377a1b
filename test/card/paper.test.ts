import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paperSheet } from '../../src/card/paper.ts';

describe('the card’s own styles', () => {
  it('measure in px: a rem is whatever the page says it is', () => {
    const sheet = paperSheet([':root { --a: 0.75rem; --b: 2rem; } .x { margin: calc(-1 * 1.5rem) .25rem; }']);
    expect(sheet).toContain('--a: 12px; --b: 32px;');
    expect(sheet).toContain('margin: calc(-1 * 24px) 4px;');
    expect(sheet).not.toMatch(/\drem/u);
  });

  it('keep their variables out of the page’s reach: inside the root, not on its host', () => {
    const sheet = paperSheet([readFileSync('src/ui/tokens.css', 'utf8'), readFileSync('src/card/card.css', 'utf8')]);
    expect(sheet).not.toContain(':root');
    expect(sheet).not.toMatch(/\drem/u);
    const onHost = [...sheet.matchAll(/:host[^{]*\{([^}]*)\}/gu)].map(([, inside]) => inside ?? '');
    expect(onHost.length).toBeGreaterThan(1);
    for (const inside of onHost) {
      expect(inside).not.toContain('--');
      for (const rule of inside.split(';').filter((one) => one.trim() !== '')) expect(rule).toContain('!important');
    }
  });
});
