import { expect } from 'vitest';
import type { PressMeaning } from '#core/press.ts';
import type { Domain } from '#core/site.ts';
import type { Device, Asking } from '../support/fakes/device.ts';
import { until } from './on-device.ts';

/** What Klaro stores where everything is granted, and where everything is refused. */
export const GRANTED = '{"matomo":true,"adsense":true}';
export const REFUSED = '{"matomo":false,"adsense":false}';

/** A site that asks for consent by Klaro, and what stands in its page. */
export interface AskingSite {
  readonly url: string;
  readonly domain: Domain;
  /** Cells of the tables in its page. */
  rows: readonly (readonly string[])[];
  /** A choice stands in its web storage, without a word to anybody. */
  readonly keep: (value: string) => void;
  /** The site writes it, as the guard sees. */
  readonly writes: (value: string) => Promise<void>;
  readonly presses: (label: string, means: PressMeaning) => Promise<void>;
  /** A page is opened, and what stands there has been looked at. */
  readonly begin: (options?: Asking) => Promise<void>;
}

let sites = 0;

/** Another site each time: a background that was stopped still looks at the page that it was to look at. */
export function askingSite(device: Device): AskingSite {
  sites += 1;
  const domain = `shop-${sites}.example` as Domain;
  const url = `https://${domain}/`;
  let stored: readonly (readonly [area: string, name: string, value: string])[] = [];
  const keep = (value: string): void => {
    stored = [['local', 'klaro', value]];
  };
  const site: AskingSite = {
    url,
    domain,
    rows: [],
    keep,
    writes: async (value) => {
      keep(value);
      await device.watcher({ type: 'wrote', writes: [{ name: 'klaro', script: null }] });
    },
    presses: async (label, means) => {
      await device.watcher({ type: 'pressed', press: { at: Date.now(), label, means, ofBanner: true } });
    },
    begin: async (options) => {
      await device.visit(url, options);
      await until(() => expect(JSON.stringify([...device.insides.session.held])).toContain(`domain\\":\\"${domain}`));
    },
  };
  device.insides.functions.set('webStorage', () => stored);
  device.insides.functions.set('liveAnswers', () => [null, null, null]);
  device.insides.functions.set('tableRows', () => site.rows);
  return site;
}
