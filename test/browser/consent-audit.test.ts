import { describe, expect } from 'vitest';
import type { Finding, RuleId, VisitReport } from '#core/visit.ts';
import { CLUMSY_SHOP, HONEST_SHOP, LYING_SHOP } from '../site/consent-shops/consent-shops.ts';
import { until } from '../support/until.ts';
import { findOnTheWay, inShort, press, ruled, shopAt, type Shopping, textsStored, visitTo } from './shopping.ts';
import { askView, behaviour } from './world.ts';

/** Waits until a finding is told of the page that is open. */
async function found(shopping: Shopping, rule: RuleId): Promise<Finding> {
  let last: VisitReport | undefined;
  try {
    return await until(rule, async () => {
      last = await visitTo(shopping);
      return ruled(last, rule);
    });
  } catch (cause) {
    throw new Error(`${rule} was not found in\n${inShort(last)}`, { cause });
  }
}

describe('the audit of a visit', () => {
  behaviour(
    'tells of a shop that stores consent on a refusal, keeps a number too long and counts on',
    async (world) => {
      const log = world.sites.consentShops.lying;
      const shopping = await shopAt(world, `${LYING_SHOP}/`, log);
      await until('the page to count', () => world.sites.street.ga4.requests.length > 0);
      await press(shopping, 'reject');
      const refusal = await found(shopping, 'refusal-stored-as-consent');
      const values = refusal.evidence.flatMap((one) => (one.type === 'text' ? [one.text.value] : []));
      // What is held against the shop is what it stored.
      expect(values).toEqual([textsStored(log).at(-1)]);
      const early = await found(shopping, 'before-choice');
      expect(early.evidence).toContainEqual(expect.objectContaining({ type: 'number', name: '_ga' }));
      await found(shopping, 'legitimate-interest-left-on');
      const longer = await found(shopping, 'longer-than-declared');
      expect(longer.evidence).toContainEqual(expect.objectContaining({ type: 'declared', lasts: 30 * 86_400 }));
      // One says so in its vendor's form, the other under the standard's name.
      for (const recipient of ['google-analytics.com', 'bluebird-metrics.example']) {
        await until(`what ${recipient} was told of consent`, async () =>
          (await visitTo(shopping)).findings.some(
            ({ rule, evidence }) =>
              rule === 'hit-contradicts-choice' &&
              evidence.some((one) => one.type === 'recipient' && one.recipient === recipient),
          ),
        );
      }
      await findOnTheWay(shopping, 'after-refusal');
      // And the popup says so, as a picture and as a list.
      const popup = await world.browser.popupFor(shopping.page);
      await until('the popup to tell it', async () => (await popup.page.$('[data-rule="after-refusal"]')) !== null);
      const shown = await popup.page.$$eval('[data-rule]', (lines) =>
        lines.map((line) => line.getAttribute('data-rule')),
      );
      expect(shown).toEqual(expect.arrayContaining(['before-choice', 'refusal-stored-as-consent', 'after-refusal']));
      const list = await popup.page.$eval('svg.timeline', (svg) => {
        const described = document.querySelector(`#${svg.getAttribute('aria-describedby')}`);
        return [...(described?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent);
      });
      expect(list.join(' ')).toContain('you refused');
      expect(await popup.page.$$('.stored-purposes li')).not.toHaveLength(0);
    },
  );

  behaviour('tells of a shop that keeps counting after consent was taken back', async (world) => {
    const shopping = await shopAt(world, `${LYING_SHOP}/`, world.sites.consentShops.lying);
    await press(shopping, 'accept');
    await press(shopping, 'reject');
    const finding = await findOnTheWay(shopping, 'after-withdrawal');
    expect(finding.evidence).toContainEqual(expect.objectContaining({ type: 'number', name: '_ga' }));
  });

  behaviour('tells of a shop that stores consent where nobody presses anything', async (world) => {
    const log = world.sites.consentShops.lying;
    const shopping = await shopAt(world, `${LYING_SHOP}/`, log);
    // By then it is known that nothing was stored.
    await until('the first page to be told', async () =>
      (await visitTo(shopping)).moments.some(({ type }) => type === 'request'),
    );
    expect(textsStored(log)).toEqual([]);
    await shopping.page.goto(`https://${LYING_SHOP}/offers`, { waitUntil: 'load' });
    const finding = await found(shopping, 'consent-without-press');
    const values = finding.evidence.flatMap((one) => (one.type === 'text' ? [one.text.value] : []));
    expect(values).toEqual(textsStored(log));
  });

  behaviour('tells of a shop that takes no notice of Global Privacy Control', async (world) => {
    await world.browser.optionsPage('#/settings');
    await askView(world.browser, 'changeGpc', { domain: null, on: true });
    const shopping = await shopAt(world, `${LYING_SHOP}/`, world.sites.consentShops.lying);
    const finding = await found(shopping, 'gpc-not-honoured');
    expect(finding.evidence).toContainEqual({
      type: 'text',
      text: { area: 'cookie', name: 'us_privacy', value: '1YNN' },
    });
  });

  behaviour('finds nothing at a shop that does what is chosen, and heeds Global Privacy Control', async (world) => {
    await world.browser.optionsPage('#/settings');
    await askView(world.browser, 'changeGpc', { domain: null, on: true });
    const log = world.sites.consentShops.honest;
    const shopping = await shopAt(world, `${HONEST_SHOP}/`, log);
    await press(shopping, 'reject');
    await shopping.page.goto(`https://${HONEST_SHOP}/hi-fi`, { waitUntil: 'load' });
    await press(shopping, 'accept');
    await until('the page to count', () => world.sites.street.ga4.requests.length > 0);
    await shopping.page.goto(`https://${HONEST_SHOP}/offers`, { waitUntil: 'load' });
    await press(shopping, 'reject');
    await shopping.page.goto(`https://${HONEST_SHOP}/`, { waitUntil: 'load' });
    const visit = await until('all of it to be told', async () => {
      const now = await visitTo(shopping);
      return now.moments.filter(({ type }) => type === 'page').length >= 4 && now;
    });
    const types = new Set(visit.moments.map(({ type }) => type));
    for (const type of ['number', 'request', 'choice'] as const) expect(types).toContain(type);
    expect(visit.findings).toEqual([]);
  });

  behaviour('finds nothing at a shop that sets what it needs before it asks', async (world) => {
    const log = world.sites.consentShops.clumsy;
    const shopping = await shopAt(world, `${CLUMSY_SHOP}/`, log);
    await press(shopping, 'reject');
    await shopping.page.goto(`https://${CLUMSY_SHOP}/hi-fi`, { waitUntil: 'load' });
    await press(shopping, 'accept');
    const visit = await until('all of it to be told', async () => {
      const now = await visitTo(shopping);
      return now.moments.filter(({ type }) => type === 'page').length >= 2 && now;
    });
    expect(log.filter(({ did }) => did === 'set')).toHaveLength(5);
    expect(visit.moments.filter(({ type }) => type === 'choice').length).toBeGreaterThan(0);
    expect(visit.findings).toEqual([]);
  });
});
