import type { Device } from './device.ts';

/** One header, as Firefox hands it over. */
export interface FakeHeader {
  readonly name: string;
  readonly value: string;
}

interface Exchange {
  readonly tab?: number;
  readonly resource?: string;
  readonly method?: string;
  /** The document that asks; the page in the tab where nothing else is said, nobody for the page itself. */
  readonly initiator?: string;
  /** The request's Cookie header. */
  readonly cookie?: string;
  /** The response's headers, its `Set-Cookie` lines joined by line feeds into one. */
  readonly headers?: readonly FakeHeader[];
}

let ids = 0;

/** What blocking listeners answer; the last that changes something counts. */
async function changed(answers: readonly unknown[], field: 'requestHeaders' | 'responseHeaders'): Promise<unknown> {
  const said = await Promise.all(answers);
  return said
    .map((answer) => (answer as Partial<Record<typeof field, unknown>> | undefined)?.[field])
    .findLast(Boolean);
}

/**
 * A request to a host whose headers are edited in Firefox, and its answer: what was really sent, and the response's
 * headers as the browser then has them. Its cookies are stored before the response is told of.
 */
export async function exchangeEdited(
  device: Device,
  url: string,
  { tab = 1, resource = 'main_frame', method = 'GET', initiator, cookie = '', headers = [] }: Exchange,
): Promise<{ readonly sent: readonly FakeHeader[]; readonly received: readonly FakeHeader[] }> {
  const { events, insides, ordinary, inPrivate } = device;
  const page = insides.tabs.get(tab);
  const store = page?.cookieStoreId ?? (page?.incognito === true ? inPrivate : ordinary);
  const requestId = `exchange ${(ids += 1)}`;
  const shared = { requestId, url, method, type: resource, timeStamp: Date.now(), tabId: tab, frameId: 0 };
  const originUrl = initiator ?? (resource === 'main_frame' ? undefined : page?.url);
  const details = {
    ...shared,
    parentFrameId: -1,
    originUrl,
    incognito: page?.incognito ?? false,
    cookieStoreId: store,
  };

  const asked = [
    { name: 'Host', value: new URL(url).host },
    ...(cookie === '' ? [] : [{ name: 'Cookie', value: cookie }]),
  ];
  const toSend = events.headersToSend.fire({ ...details, requestHeaders: asked });
  const sent = ((await changed(toSend, 'requestHeaders')) ?? asked) as readonly FakeHeader[];
  events.headersSent.fire({ ...details, requestHeaders: sent });
  const answers = events.headersReceived.fire({ ...details, responseHeaders: headers });
  const received = ((await changed(answers, 'responseHeaders')) ?? headers) as readonly FakeHeader[];
  for (const { name, value } of received) {
    if (name.toLowerCase() === 'set-cookie') for (const line of value.split('\n')) device.setCookie(line, url, { tab });
  }
  events.responseStarted.fire({ requestId, fromCache: false });
  return { sent, received };
}
