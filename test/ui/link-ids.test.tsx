// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { EventSays } from '#ui/event-says.tsx';
import { folded } from '#ui/fold.ts';
import { Known } from '#ui/known.ts';
import { domain, NOW } from './actors.ts';
import { visit } from './lines.ts';
import { show } from './page.ts';

function says(...parameters: readonly string[]): string {
  const line = visit(NOW, 'Hi-fi', 12_000);
  if (line.type !== 'visit') throw new Error('It is a visit');
  const [entry] = folded([{ ...line, address: { ...line.address, parameters } }]);
  if (entry === undefined) throw new Error('There is no entry');
  const known = { domain: domain('halden-audio.example'), main: null, byNumber: new Map() };
  return show(
    <Known.Provider value={known}>
      <EventSays of={entry} />
    </Known.Provider>,
  ).textContent;
}

test('a visit by a link that brought a number along says whose, and in which parameter', () => {
  expect(says('utm_source', 'gclid')).toContain(
    'The link brought a number along by which Google Ads knows that you pressed it (gclid).',
  );
  expect(says('mc_eid')).toContain('The link brought a number along by which Mailchimp knows you (mc_eid).');
});

test('any other says nothing of it', () => {
  expect(says('utm_source', 'page')).not.toContain('The link');
});
