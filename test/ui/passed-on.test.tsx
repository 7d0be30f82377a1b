// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { ContactSent } from '#core/person.ts';
import type { EventLine } from '#core/report.ts';
import { ContactNote, ContactRows, PassedOn } from '#ui/passed-on.tsx';
import { RequestSays } from '#ui/request-says.tsx';
import { NOW, domain } from './actors.ts';
import { show } from './page.ts';
import { site } from './reports.ts';

type RequestLine = Extract<EventLine, { type: 'request' }>;

const EMAIL: ContactSent = { what: 'email', form: 'sha256', as: 'body', parameter: 'user.em' };

function line(more: Partial<RequestLine>): RequestLine {
  return {
    id: 'sent',
    at: NOW,
    numbers: [],
    type: 'request',
    recipient: domain('ads.example'),
    method: 'POST',
    resource: 'xmlhttprequest',
    address: { origin: 'https://ads.example', path: '/', parameters: [] },
    carried: [],
    contacts: [EMAIL],
    ...more,
  };
}

test.each<[Partial<RequestLine>, string]>([
  [{}, 'ads.example got your e-mail address, hashed (SHA-256).it is what you typed'],
  [
    { contacts: [EMAIL, { ...EMAIL, what: 'phone', form: 'as-such' }] },
    'ads.example got your e-mail address and phone number, hashed (SHA-256) and as it is.it is what you typed',
  ],
  [
    { contacts: [{ ...EMAIL, early: true }], arrival: 'unknown' },
    'The page sent your e-mail address to ads.example, hashed (SHA-256), before anything was submitted.no answer was seen: it may not have arrived, it is what you typed',
  ],
])('%o is a sentence of its own', (more, text) => {
  expect(show(<RequestSays of={[line(more)]} />).textContent).toBe(text);
});

test('what goes along with a number or an event is said beside it', () => {
  const carried = [{ name: 'uid', number: '7f3a9c21', as: 'address', parameter: 'u' }] as const;
  const { textContent } = show(<RequestSays of={[line({ carried })]} />);
  expect(textContent).toContain('your e-mail address went along, hashed (SHA-256) it is what you typed');
  expect(show(<ContactNote of={[line({ contacts: [] })]} />).textContent).toBe('');
});

test('where it stood is evidence, and what it is is not', () => {
  expect(show(<ContactRows of={[EMAIL]} />).textContent).toBe(
    'user.emyour e-mail address, hashed (SHA-256) it is what you typed',
  );
});

test('all who got something are named, with what is theirs for certain and what is only stated', () => {
  const items = [...show(<PassedOn of={site().named} />).querySelectorAll('li')].map(({ textContent }) => textContent);
  expect(items[0]).toContain('Exchange Ltd');
  expect(items[0]).toContain('your e-mail address, hashed (SHA-256) and your phone number, as it is');
  expect(items[0]).toContain('before anything was submitted');
  expect(items[0]).toContain('it is what you typed');
  expect(items[1]).toContain('the name the site knows you by and a hashed name');
  expect(items[1]).toContain('stated');
  expect(items[1]).not.toContain('typed');
});
