import { describe, expect, inject } from 'vitest';
import type { PolicyReport } from '#core/control.ts';
import { SHOP } from '../site/hosts.ts';
import { buildAltered, type Alteration } from '../support/altered-build.ts';
import { behaviour } from '../support/behaviour.ts';
import { until } from '../support/until.ts';
import { SHOP_DOMAIN } from './deciding.ts';
import { askView, worldOf } from './world.ts';

/** Asks for notifications with the installation, where a person gives the permission by a press that no test can make. */
const NOTIFYING: Alteration = {
  off: 'notifications are asked for later',
  edits: [
    { file: 'manifest.json', find: '"optional_permissions": ["notifications"],', put: '' },
    { file: 'manifest.json', find: '"permissions": [', put: '"permissions": ["notifications", ' },
  ],
};

describe('told by the system', () => {
  behaviour('a notification of the system’s says which site has given a number', async ({ sites, start }) => {
    const dist = await buildAltered('notifying', inject('browser'), NOTIFYING);
    const { browser, reportUntil } = worldOf(sites, await start({ dist }));
    await askView<PolicyReport>(browser, 'changeNotice', { by: 'notification', aDay: 3 });
    const page = await browser.newPage();
    await page.bringToFront();
    await page.goto(`${SHOP}/`, { waitUntil: 'load' });
    await reportUntil(page, 'the number', ({ numbers }) => numbers.length > 0);
    await until('the site to be told of', async () =>
      browser.inExtension(async (domain) => {
        const { told } = await chrome.storage.local.get<{ told?: { sites: Record<string, number> } }>('told');
        return told?.sites[domain] !== undefined;
      }, SHOP_DOMAIN),
    );
    const ids = await browser.inExtension(async () => Object.keys(await chrome.notifications.getAll()));
    // Without a desktop Firefox takes a notification, and drops it at once.
    if (browser.name === 'chromium') expect(ids).toEqual([`number/${SHOP_DOMAIN}`]);
  });
});
