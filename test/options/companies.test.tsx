// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CompanySummary } from '#core/company-report.ts';
import { App } from '../../options/app.tsx';
import { arranged, type Filter, FIRST_ORDER, pressed } from '../../options/company-order.ts';
import { parseRoute } from '../../options/route.ts';
import { domain, NOW } from '../ui/actors.ts';
import { company, gotten, known, notJoined } from '../ui/company-reports.ts';
import { faults, press, show, type, wordsOf } from '../ui/page.ts';
import { answerAs, asked, beginAnew, settled } from './background.ts';

vi.mock('#messages/ask.ts', async () => await import('./background.ts'));

beforeEach(beginAnew);

async function page(hash: string): Promise<HTMLElement> {
  const root = show(<App route={signal(parseRoute(hash))} />);
  await settled();
  return root;
}

const BLUEBIRD_PAGE = '#/company/bluebird-metrics.example';

function textsOf(root: ParentNode, selector: string): readonly (string | null)[] {
  return [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

function rowsOf(root: ParentNode): readonly (readonly (string | null)[])[] {
  return [...root.querySelectorAll('tbody tr')].map((row) => textsOf(row, ':scope > *'));
}

describe('the list of companies', () => {
  test('says how many there are, how many can join sites, and that this is inferred', async () => {
    const root = await page('#/companies');
    expect(wordsOf(root, 'h1')).toBe('4 companies know you by a number');
    expect(wordsOf(root, '.page-lead p')).toContain(
      '2 can tell by their numbers that you are one person on several sites. inferred',
    );
    expect(wordsOf(root, '[aria-current=page]')).toBe('Companies');
  });

  test('has each with its number or how many, its sites, and whether it can join them', async () => {
    const rows = rowsOf(await page('#/companies'));
    expect(rows.map(([, , sites, joined]) => [sites, joined])).toEqual([
      ['7', 'yes, one number'],
      ['6', 'some of them'],
      ['3', 'not by number'],
      ['1', 'one site only'],
    ]);
    expect(rows[0]?.[0]).toContain('Bluebird Metrics');
    expect(rows[1]?.[1]).toBe('6 numbers');
  });

  test('says of several numbers that went along with one another that they join the sites', async () => {
    answerAs('', { companies: [{ ...company(), as: null }] });
    expect(rowsOf(await page('#/companies'))[0]?.[3]).toBe('yes, several numbers');
  });

  test('says that none can join sites where that is so', async () => {
    answerAs('', { companies: [notJoined()] });
    expect(wordsOf(await page('#/companies'), '.page-lead')).toBe(
      '1 company knows you by a number' +
        'Each gives you a number on a site that is not its own, or got one that a site gave you. ' +
        'None can tell by its numbers that you are one person on several sites. inferred',
    );
  });

  test('is searched, filtered, and sorted by a press on a column’s head', async () => {
    const root = await page('#/companies');
    expect(textsOf(root, '.chip')).toEqual(['All 4', 'On several sites 3', 'Joined 2']);
    await press(root, '.chip:nth-of-type(4) input');
    expect(textsOf(root, 'tbody .who')).toEqual(['Bluebird Metrics', 'posthog-collector.example']);
    await press(root, 'th:first-child .sort');
    await press(root, 'th:first-child .sort');
    expect(textsOf(root, 'tbody .who')).toEqual(['posthog-collector.example', 'Bluebird Metrics']);
    expect(wordsOf(root, '[aria-sort=descending]')).toBe('Company');
    await type(root, 'input[type=search]', 'nobody at all');
    expect(wordsOf(root, '.list-foot')).toBe('No company matches.');
  });

  test('of nobody says so, and what would stand there', async () => {
    const root = await page('#/companies');
    answerAs('nothing');
    const empty = await page('#/companies');
    expect(wordsOf(root, 'h1')).not.toBe(wordsOf(empty, 'h1'));
    expect(wordsOf(empty, '.page-lead')).toContain('No company has been seen to know you by a number');
    expect(empty.querySelector('.filters, table')).toBeNull();
  });
});

describe('a company’s page', () => {
  test('says as what it knows the person, on how many sites, each with a link', async () => {
    const root = await page(BLUEBIRD_PAGE);
    expect(asked('company')).toEqual([{ domain: 'bluebird-metrics.example' }]);
    expect(wordsOf(root, '.page-lead p:nth-of-type(2)')).toBe(
      'It knows you as b5da6610-acba-41dd-8749-f389c26ecc78 on 7 sites. inferred',
    );
    expect(wordsOf(root, '.page-lead small')).toBe('Analytics · bluebird-metrics.example');
    const links = [...root.querySelectorAll('tbody .who')].map((link) => link.getAttribute('href'));
    expect(links).toHaveLength(8);
    expect(links[0]).toBe('#/site/copperkettle.example');
  });

  test('says of a number that it got in which forms, how often, from when to when and on whose pages', async () => {
    const last = rowsOf(await page(BLUEBIRD_PAGE)).at(-1);
    expect(last?.slice(2)).toEqual([
      'got it in addresses and in what was sent along: as it is and hashed (SHA-256)' +
        'also on the pages of northwind-news.example and copperkettle.example',
      '41',
      '6 May',
      'today, 13:54',
    ]);
  });

  test('says once as what it knows the person, also where other numbers of its join no sites', async () => {
    const single = {
      sites: [domain('halden-audio.example')],
      as: 'x',
      numbers: [known('halden-audio.example', { key: 'x' })],
    };
    const { groups, ...summary } = company();
    answerAs('', { company: { ...summary, groups: [...groups, single] } });
    expect(textsOf(await page(BLUEBIRD_PAGE), 'h2')).toEqual([
      'Where, and by which number',
      'Numbers that join no sites',
    ]);
  });

  test('tells what joins sites apart from what does not', async () => {
    answerAs('partly');
    const root = await page(BLUEBIRD_PAGE);
    expect(textsOf(root, 'h2')).toEqual([
      '4 numbers on 3 sites',
      'As 970109ab41fc4e5f0a on 2 sites',
      'Numbers that join no sites',
    ]);
    expect(textsOf(root, '.part-head .basis')).toEqual([
      'inferred: these numbers went along with one another',
      'inferred: it is the same number on each',
    ]);
    expect(root.querySelector('[aria-labelledby=single]')?.textContent).toContain('of adlantern.example');
  });

  test('says neutrally that numbers do not join sites, or that there is one site only', async () => {
    answerAs('apart');
    expect(wordsOf(await page(BLUEBIRD_PAGE), '.page-lead p:nth-of-type(2)')).toBe(
      'It knows you on 3 sites, by different numbers on each. By these alone it cannot tell that you are one person. inferred',
    );
    answerAs('one-site');
    expect(wordsOf(await page(BLUEBIRD_PAGE), '.page-lead p:nth-of-type(2)')).toBe('It knows you on one site.');
  });

  test('says that several numbers which went along with one another join all its sites', async () => {
    const together = { sites: [domain('a.example'), domain('b.example')], as: null };
    const numbers = [gotten('a.example', 'number-of-a'), gotten('b.example', 'number-of-b')];
    answerAs('', { company: company([{ ...together, numbers }]) });
    expect(wordsOf(await page(BLUEBIRD_PAGE), '.page-lead')).toContain(
      'They went along with one another, so it can tell that you are one person.',
    );
  });

  test('shows twenty-five rows at first, and more at a press', async () => {
    const numbers = Array.from({ length: 60 }, (_, at) => known(`site-${at}.example`));
    answerAs('', { company: company([{ sites: numbers.map(({ site }) => site), as: 'x', numbers }]) });
    const root = await page(BLUEBIRD_PAGE);
    expect(root.querySelectorAll('tbody tr')).toHaveLength(25);
    await press(root, '.list-foot .button');
    await press(root, '.list-foot .button');
    expect(root.querySelectorAll('tbody tr')).toHaveLength(60);
    expect(root.querySelector('.list-foot .button')).toBeNull();
  });

  test('says where nothing is known, and what a domain is called', async () => {
    answerAs('nothing');
    const root = await page('#/company/unknown.example');
    expect(wordsOf(root, 'h1')).toBe('unknown.example');
    expect(wordsOf(root, '.page-lead')).toContain('No number is known by which this company knows you on other sites.');
  });

  test.each(['partly', 'nothing'])('axe finds nothing wrong where it is %s', async (scene) => {
    answerAs(scene);
    await page(BLUEBIRD_PAGE);
    expect(await faults()).toEqual([]);
  });
});

describe('companies in order', () => {
  const of = (name: string, more: Partial<CompanySummary>): CompanySummary => ({
    ...company(),
    name,
    domain: domain(`${name}.example`),
    domains: [domain(`${name}.example`)],
    ...more,
  });
  const sites = ['a.example', 'b.example', 'c.example'].map(domain);
  const all = [
    of('beta', { sites: sites.slice(0, 2), joined: 'none', last: NOW - 1 }),
    of('alpha', { sites: sites.slice(0, 2), joined: 'some', last: NOW - 2, domains: [domain('other-name.example')] }),
    of('gamma', { sites: sites.slice(2), joined: 'one-site', numbers: ['NUMBER-7'], last: NOW }),
  ];
  const names = (more: Partial<Parameters<typeof arranged>[1]>) =>
    arranged(all, { filter: 'all', search: '', order: FIRST_ORDER, ...more }).map(({ name }) => name);

  test('begin with those on most sites, of equals by name', () => {
    expect(names({})).toEqual(['alpha', 'beta', 'gamma']);
    expect(names({ order: pressed(FIRST_ORDER, 'sites') })).toEqual(['gamma', 'alpha', 'beta']);
    expect(names({ order: pressed(FIRST_ORDER, 'last') })).toEqual(['gamma', 'beta', 'alpha']);
    expect(names({ order: pressed(FIRST_ORDER, 'company') })).toEqual(['alpha', 'beta', 'gamma']);
  });

  test('are found by name, by any of their domains, by a site and by a number', () => {
    expect(names({ search: ' BETA ' })).toEqual(['beta']);
    expect(names({ search: 'other-name' })).toEqual(['alpha']);
    expect(names({ search: 'c.example' })).toEqual(['gamma']);
    expect(names({ search: 'number-7' })).toEqual(['gamma']);
  });

  test('are filtered by whether they know the person on several sites, and can join any', () => {
    const shown = (filter: Filter) => names({ filter });
    expect(shown('several')).toEqual(['alpha', 'beta']);
    expect(shown('joined')).toEqual(['alpha']);
  });
});
