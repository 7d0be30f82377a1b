import type { ToldEvent } from '#core/event.ts';
import type { Deed } from '#core/hit.ts';
import type { EventLine } from '#core/report.ts';
import { parseUrl } from '#core/url.ts';
import type { ComponentChildren } from 'preact';
import { duration, money, percent } from './amounts.ts';
import { Basis } from './basis.tsx';
import { useKnown } from './known.ts';
import { Given } from './number.tsx';
import { toldWords as told } from './words-told.ts';

type ToldLine = Extract<EventLine, { type: 'told' }>;

type Says = (who: ComponentChildren, event: ToldEvent) => ComponentChildren;

/** With what it was about, where that is said, or without. */
function about<T>(
  of: (event: ToldEvent) => T | undefined,
  say: (who: ComponentChildren, what: T) => ComponentChildren,
  without: (who: ComponentChildren) => ComponentChildren,
): Says {
  return (who, event) => {
    const what = of(event);
    return what === undefined ? without(who) : say(who, what);
  };
}

/** The page by its title, else by its path. */
function pageOf({ facts: { title, page } }: ToldEvent): string | undefined {
  if (title !== undefined) return title.value;
  return page === undefined ? undefined : (parseUrl(page.value)?.pathname ?? page.value);
}

function thingsOf({ items }: ToldEvent): string | undefined {
  return items.length === 0 ? undefined : items.slice(0, 3).join(', ');
}

function amountOf({ facts: { value, currency } }: ToldEvent): string | undefined {
  return value === undefined ? undefined : money(value.value, currency?.value);
}

/** Time that is the very thing that was told; elsewhere it stands below. */
const IN_SENTENCE: ReadonlySet<Deed> = new Set(['time']);

/** A sentence for each deed. */
const SAYS: Readonly<Record<Deed, Says>> = {
  'page-view': about(pageOf, (who, page) => told.page(who, <Given text={page} />), told.somePage),
  search: about(
    ({ facts }) => facts.search?.value,
    (who, term) => told.search(who, <Given text={term} quoted />),
    told.someSearch,
  ),
  'product-view': about(thingsOf, (who, things) => told.product(who, <Given text={things} />), told.someProduct),
  cart: about(thingsOf, (who, things) => told.cart(who, <Given text={things} />), told.someCart),
  checkout: told.checkout,
  order: about(amountOf, (who, amount) => told.order(who, amount), told.someOrder),
  'sign-up': told.signUp,
  'sign-in': told.signIn,
  identify: told.identify,
  lead: told.lead,
  click: told.click,
  form: told.form,
  download: told.download,
  scroll: about(
    ({ facts }) => facts.scroll?.value,
    (who, share) => told.scroll(who, percent(share)),
    told.someScroll,
  ),
  time: about(
    ({ facts }) => facts.seconds?.value,
    (who, seconds) => told.time(who, duration(seconds * 1000)),
    told.someTime,
  ),
  video: told.video,
  error: told.error,
  performance: told.performance,
  recording: told.recording,
  consent: told.consent,
  sync: told.sync,
  other: about(
    ({ name }) => (name === '' ? undefined : name),
    (who, name) => told.named(who, <Given text={name} quoted />),
    told.something,
  ),
};

/** Whom it was told: the vendor by its name, through whose host where that is the site's own; else the host. */
function Who({ of }: { readonly of: ToldLine }) {
  const known = useKnown();
  const { vendor } = of.told;
  const host = <Given text={of.recipient} />;
  if (vendor === null) return host;
  return <>{of.recipient === known.domain ? told.through(vendor.name, host) : vendor.name}</>;
}

/** What of the person goes with it, each sort once. */
function personalIn({ told: { events } }: ToldLine): readonly string[] {
  const all = events.flatMap(({ personal }) => personal.map(({ what, form }) => told.personal[what][form]()));
  return [...new Set(all)];
}

/** The event that says most about the person: what was searched or bought rather than that a page was opened. */
function mainEvent(events: readonly ToldEvent[]): ToldEvent | undefined {
  const most: readonly Deed[] = [
    'order',
    'search',
    'sign-up',
    'sign-in',
    'identify',
    'cart',
    'product-view',
    'page-view',
  ];
  for (const deed of most) {
    const found = events.find((event) => event.deed === deed);
    if (found !== undefined) return found;
  }
  return events[0];
}

/** A request that told of events, in a sentence: its main event, and what goes with it. */
export function ToldSays({ of }: { readonly of: ToldLine }) {
  const { events, count, stream } = of.told;
  const main = mainEvent(events);
  const who = <Who of={of} />;
  const says =
    main === undefined ? (stream === null ? told.something : told.recording)(who) : SAYS[main.deed](who, main);
  const seconds = main === undefined || IN_SENTENCE.has(main.deed) ? undefined : main.facts.seconds?.value;
  const more = [
    ...(seconds === undefined || seconds < 1 ? [] : [told.staying(duration(seconds * 1000))]),
    ...personalIn(of),
    ...(count > 1 ? [told.more(count - 1)] : []),
  ];
  return (
    <>
      {says}
      <small>
        {more.map((text) => `${text}, `)}
        {of.attempted ? told.attempted() : <Basis how="stated" />}
      </small>
    </>
  );
}
