import { deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Exchange } from '../exchange.ts';
import { calls, countly, datadog, envelope, intake, mixpanel, named, newRelicEvents, parameter } from './events-in.ts';
import type { EventsIn } from './sdk.ts';

function exchange(address: string, body: string | Buffer = ''): Exchange {
  const nothing = { method: 'POST', headers: {}, cookie: '', cookies: new Map<string, string>(), at: 0 };
  return { ...nothing, url: new URL(address, 'https://collector.example'), body: Buffer.from(body) };
}

it.each<[string, EventsIn, Exchange, readonly string[]]>([
  ['each of a batch', named('events.*.name'), exchange('/', '{"events":[{"name":"a"},{"name":"a"}]}'), ['a', 'a']],
  ['one in an address', parameter('en'), exchange('/g/collect?en=page_view'), ['page_view']],
  [
    'a call by its event, another by its type',
    calls,
    exchange('/', '{"batch":[{"type":"page","name":"x"},{"type":"track","event":"Bought"}]}'),
    ['page', 'Bought'],
  ],
  [
    'an envelope’s items',
    envelope,
    exchange('/', '{"dsn":"x"}\n{"type":"event"}\n{"level":"error"}\n{"type":"span"}\n{"items":[{},{}]}'),
    ['event', 'span', 'span'],
  ],
  [
    'lines in gzip, by short names and long ones',
    intake,
    exchange('/', gzipSync('{"m":{}}\n{"x":{"id":"1"}}\n{"error":{"id":"2"}}')),
    ['transaction', 'error'],
  ],
  [
    'a form with JSON, and what it tells beside',
    countly,
    exchange(
      '/i',
      new URLSearchParams({ device_id: 'd', events: '[{"key":"Bought"}]', user_details: '{}' }).toString(),
    ),
    ['Bought', 'user_details'],
  ],
  [
    'lists and lines of New Relic’s own',
    newRelicEvents,
    exchange('/events/1/NRJS-5d1f0c7e9a', "bel.7;e,'load,6g;5,'plan,'gold;2,1"),
    ['PageViewTiming', 'AjaxRequest'],
  ],
  ['deflated lines', datadog, exchange('/', deflateSync('{"type":"view"}\n{"type":"action"}')), ['view', 'action']],
])('a collector reads %s', (_, read, sent, expected) => {
  expect(read(sent, new Set())).toEqual(expected);
});

it('Mixpanel’s collector counts an event that is told again once', () => {
  const seen = new Set<string>();
  const track = exchange(
    '/track/',
    `data=${encodeURIComponent('[{"event":"Bought","properties":{"$insert_id":"1"}}]')}`,
  );
  expect(mixpanel(track, seen)).toEqual(['Bought']);
  expect(mixpanel(track, seen)).toEqual([]);
  expect(mixpanel(exchange('/engage/', 'data=%5B%7B%22%24set%22%3A%7B%7D%7D%5D'), seen)).toEqual(['engage']);
});
