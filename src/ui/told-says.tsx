import type { ToldEvent } from '#core/event.ts';
import type { Deed } from '#core/hit.ts';
import { parseUrl } from '#core/url.ts';
import type { ComponentChildren } from 'preact';
import { duration, money, percent } from './amounts.ts';
import { Basis } from './basis.tsx';
import { useKnown } from './known.ts';
import { ContactNote } from './passed-on.tsx';
import { Given } from './number.tsx';
import { deedOfTold, mainEvent, type ToldLine } from './telling.ts';
import { toldWords as told } from './words-told.ts';

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
    ({ facts }) => (facts.seconds !== undefined && facts.seconds.value >= 1 ? facts.seconds.value : undefined),
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

/** Time that all events together state. */
function secondsIn(lines: readonly ToldLine[]): number {
  const all = lines.flatMap((line) => line.told.events.map(({ facts }) => facts.seconds?.value ?? 0));
  return all.reduce((sum, seconds) => sum + seconds, 0);
}

/** What of the person goes with it, each sort once. */
function personalIn(lines: readonly ToldLine[]): readonly string[] {
  const all = lines
    .flatMap((line) => line.told.events)
    .flatMap(({ personal }) => personal.map(({ what, form }) => told.personal[what][form]()));
  return [...new Set(all)];
}

/** What was told to one recipient, in a sentence: the main event, and what goes with it. */
export function ToldSays({ of }: { readonly of: readonly ToldLine[] }) {
  const [first] = of;
  if (first === undefined) return null;
  const main = mainEvent(of);
  const count = of.reduce((sum, line) => sum + line.told.count, 0);
  const who = <Who of={first} />;
  const deed = main === undefined ? null : deedOfTold(main);
  const isRecording = of.some((line) => line.told.stream !== null);
  const says =
    main === undefined || deed === null ? (isRecording ? told.recording : told.something)(who) : SAYS[deed](who, main);
  const seconds = deed === 'time' ? 0 : secondsIn(of);
  const more = [
    ...(seconds < 1 ? [] : [told.staying(duration(seconds * 1000))]),
    ...personalIn(of),
    ...(count > 1 ? [told.more(count - 1)] : []),
  ];
  return (
    <>
      {says}
      <small>
        {more.map((text) => `${text}, `)}
        {first.arrival === 'answered' ? <Basis how="stated" /> : told.arrival[first.arrival]()}
      </small>
      <ContactNote of={of} />
    </>
  );
}
