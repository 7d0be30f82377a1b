import type { EventLine } from '#core/report.ts';
import { belongsTo, type KnownNumbers, useKnown } from './known.ts';
import { ContactNote, contactSays } from './passed-on.tsx';
import { Given } from './number.tsx';
import { words } from './words.ts';

type RequestLine = Extract<EventLine, { type: 'request' }>;

/** The browsers' terms for what was asked for, in plain words. @see https://developer.chrome.com/docs/extensions/reference/api/webRequest#type-ResourceType */
const RESOURCES: Readonly<Record<string, () => string>> = {
  image: words.resource.image,
  imageset: words.resource.image,
  script: words.resource.script,
  stylesheet: words.resource.style,
  font: words.resource.font,
  media: words.resource.media,
  sub_frame: words.resource.frame,
  main_frame: words.resource.page,
  ping: words.resource.beacon,
  beacon: words.resource.beacon,
  xmlhttprequest: words.resource.call,
  websocket: words.resource.socket,
};

export function resourceText(resource: string): string {
  return (RESOURCES[resource] ?? words.resource.other)();
}

/** Which numbers the requests carried: the site's, the recipient's own, or somebody else's. */
function what(requests: readonly RequestLine[], known: KnownNumbers): string {
  const numbers = new Set(requests.flatMap(({ carried }) => carried.map(({ number }) => number)));
  if (numbers.size > 1) return words.numbers(numbers.size);
  const [only = ''] = numbers;
  if (only === known.main) return words.theNumber();
  const report = known.byNumber.get(only);
  const recipient = requests[0]?.recipient ?? '';
  return report !== undefined && belongsTo(report.identifier, recipient) ? words.itsNumber() : words.anotherNumber();
}

/** In which form. */
function how(requests: readonly RequestLine[]): string {
  const forms = new Set(requests.flatMap(({ carried }) => carried.map(({ as }) => as)));
  const resource = resourceText(requests[0]?.resource ?? '');
  if (!forms.has('address')) return forms.has('body') ? words.howBody() : words.howCookie();
  return forms.has('cookie') ? words.howBoth(resource) : words.howAddress(resource);
}

/** One request, or several to the same recipient within a minute, in a sentence. */
export function RequestSays({ of }: { readonly of: readonly RequestLine[] }) {
  const known = useKnown();
  const recipient = of[0]?.recipient ?? '';
  const who = recipient === known.domain ? words.siteItselfSubject() : <Given text={recipient} />;
  const contact = contactSays(of, who);
  if (of.every(({ carried }) => carried.length === 0)) return <>{contact}</>;
  const says =
    of.length === 1
      ? words.saysGot(who, what(of, known), how(of))
      : words.saysGotTimes(who, what(of, known), how(of), words.times(of.length));
  return (
    <>
      {says}
      <ContactNote of={of} />
    </>
  );
}
