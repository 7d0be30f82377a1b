import { describe, expect } from 'vitest';
import type { EventLine } from '#core/report.ts';
import { OUTBOX } from '../site/outbox/outbox.ts';
import { until } from '../support/until.ts';
import { behaviour, type World } from './world.ts';

type Told = Extract<EventLine, { type: 'told' }>;

/** Every way to send that the outbox has, where the browser or the page's guard shows what. */
const SHOWN = {
  'as beacons': [
    'beacon-text',
    'beacon-fields',
    'beacon-form',
    'beacon-buffer',
    'beacon-blob',
    'beacon-blob-of-blobs',
    'beacon-gzip',
    'beacon-read-blob',
    'frame-blob',
  ],
  'by fetch': [
    'fetch-text',
    'fetch-blob',
    'fetch-buffer',
    'fetch-gzip',
    'fetch-fields',
    'fetch-form',
    'fetch-keepalive',
    'fetch-keepalive-blob',
    'fetch-request',
    'fetch-request-blob',
  ],
  'by XMLHttpRequest, forms, web sockets and workers': [
    'xhr-text',
    'xhr-blob',
    'xhr-buffer',
    'xhr-form',
    'xhr-fields',
    'form-fields',
    'form-multipart',
    'web-socket',
    'web-socket-buffer',
    'worker-text',
    'worker-xhr',
    'shared-worker',
    'service-worker',
  ],
} as const;

function told(lines: readonly EventLine[]): readonly Told[] {
  return lines.filter((line) => line.type === 'told');
}

/** Sends in each way, and waits until all of it has arrived and been reported. */
async function send({ sites, browser, report }: World, ways: readonly string[]): Promise<readonly Told[]> {
  const page = await browser.newPage();
  for (const way of ways) {
    await page.goto(`https://${OUTBOX}/?way=${way}`, { waitUntil: 'load' });
    await page.waitForFunction((title) => document.title === title, {}, `Sent: ${way}`);
  }
  await until('all to arrive', () => ways.every((way) => sites.inbox.some(({ event }) => event === way)));
  let lines: readonly Told[] = [];
  await until('all to be reported', async () => {
    lines = told((await report(page)).events);
    return lines.length >= ways.length;
  }).catch((cause: unknown) => {
    const missing = ways.filter((way) => !names(lines).includes(way));
    throw new Error(`Never reported: ${missing.join(', ')}`, { cause });
  });
  return lines;
}

function names(lines: readonly Told[]): readonly string[] {
  return lines.flatMap((line) => line.told.events.map(({ name }) => name)).toSorted();
}

describe('what pages send', () => {
  for (const [how, ways] of Object.entries(SHOWN)) {
    behaviour(`is read in whatever form it is sent ${how}, each once`, async (world) => {
      const lines = await send(world, ways);
      expect(names(lines)).toEqual(world.sites.inbox.map(({ event }) => event).toSorted());
      expect(names(lines)).toEqual([...ways].toSorted());
      for (const { told: telling, recipient } of lines) {
        expect(recipient).toBe('inbox-partner.example');
        expect(telling.vendor).toBeNull();
        expect(telling.events[0]?.facts.page?.value).toContain(`https://${OUTBOX}/`);
      }
    });
  }

  behaviour('is read out of the addresses of pictures, scripts, frames and event sources', async (world) => {
    const ways = ['image', 'script', 'frame', 'event-source'];
    const lines = await send(world, ways);
    expect(names(lines)).toEqual([...ways].toSorted());
    expect(lines.map(({ told: { vendor } }) => vendor?.name)).toEqual(ways.map(() => 'Google Analytics'));
  });

  behaviour('as a Blob by a worker is read in Firefox, and in Chromium nobody is shown it', async (world) => {
    const { browser, sites, reportUntil } = world;
    const page = await browser.newPage();
    for (const way of ['worker-blob', 'fetch-text']) {
      await page.goto(`https://${OUTBOX}/?way=${way}`, { waitUntil: 'load' });
      await page.waitForFunction((title) => document.title === title, {}, `Sent: ${way}`);
    }
    expect(sites.inbox.map(({ event }) => event)).toEqual(['worker-blob', 'fetch-text']);
    const { events } = await reportUntil(page, 'what was sent last', (report) =>
      names(told(report.events)).includes('fetch-text'),
    );
    const shown = browser.name === 'chromium' ? ['fetch-text'] : ['fetch-text', 'worker-blob'];
    expect(names(told(events))).toEqual(shown);
  });

  behaviour('as a stream is told of by its address, and that what it holds is not shown', async (world) => {
    const { browser, sites, reportUntil } = world;
    const page = await browser.newPage();
    await page.goto(`https://${OUTBOX}/?way=fetch-stream`, { waitUntil: 'load' });
    await page.waitForFunction((title) => document.title === title, {}, 'Sent: fetch-stream');
    const { events } = await reportUntil(page, 'what was sent', (report) => told(report.events).length > 0);
    const [line] = told(events);
    expect(line?.told.vendor?.name).toBe('Google Analytics');
    // Firefox makes the text `[object ReadableStream]` of it, which is what arrives.
    const inBody = browser.name === 'chromium' ? ['fetch-stream'] : [];
    expect(sites.inbox.filter(({ path }) => path === '/g/collect').map(({ event }) => event)).toEqual([
      'fetch-stream',
      ...inBody,
    ]);
    expect(line?.told.limits).toEqual([browser.name === 'chromium' ? 'not-shown' : 'not-json']);
  });

  behaviour('as the page goes away is read', async (world) => {
    const { browser, sites, reportUntil } = world;
    const page = await browser.newPage();
    await page.goto(`https://${OUTBOX}/?way=beacon-leaving`, { waitUntil: 'load' });
    await page.goto(`https://${OUTBOX}/?way=nothing`, { waitUntil: 'load' });
    await until('it to arrive', () => sites.inbox.length > 0);
    const { events } = await reportUntil(page, 'what was sent', (report) => told(report.events).length > 0);
    expect(names(told(events))).toEqual(['beacon-leaving']);
  });

  behaviour('and never leaves was attempted, not recorded', async ({ browser, reportUntil, sites }) => {
    const page = await browser.newPage();
    await page.goto(`https://${OUTBOX}/?way=refused`, { waitUntil: 'load' });
    const { events } = await reportUntil(page, 'the attempt', (report) => told(report.events).length > 0);
    const attempts = told(events).map((line) => [line.arrival, line.told.events[0]?.name]);
    expect(attempts).toEqual([['never', 'refused']]);
    expect(sites.inbox).toEqual([]);
  });
});
