import type { Expiry, SetBy } from '#core/event.ts';
import { linkIdsIn } from '#core/link-ids.ts';
import { hostOf, type Identifier } from '#core/identifier.ts';
import type { EventLine } from '#core/report.ts';
import type { ComponentChildren } from 'preact';
import { fullDay } from './amounts.ts';
import { BannerSays } from './banner.tsx';
import { Basis } from './basis.tsx';
import { Duration } from './fact.tsx';
import { GivenSays } from './given.tsx';
import { type Entry, requestsOf, toldOf } from './fold.ts';
import { belongsTo, type KnownNumbers, useKnown } from './known.ts';
import { Given, NumberCut } from './number.tsx';
import { RequestSays } from './request-says.tsx';
import { scriptHost } from './setter.tsx';
import { ToldSays } from './told-says.tsx';
import { visible } from './hostile.ts';
import { followedWords } from './words-followed.ts';
import { words } from './words.ts';

type Of<Type extends EventLine['type']> = Extract<EventLine, { type: Type }>;

/** `The number` of the site itself, or whose it is. */
function subject(identifier: Identifier, known: KnownNumbers): ComponentChildren {
  if (belongsTo(identifier, known.domain)) return words.numberSubject();
  return words.numberOf(<Given text={hostOf(identifier)} />);
}

function assigned(identifier: Identifier, setBy: SetBy, known: KnownNumbers): ComponentChildren {
  const area = words.where[identifier.area]();
  switch (setBy.how) {
    case 'found':
      return words.saysFound(subject(identifier, known));
    case 'script': {
      const host = scriptHost(setBy.script);
      return host === null ? words.saysSetSomeScript(area) : words.saysSetScript(<Given text={host} />, area);
    }
    case 'response': {
      const own = belongsTo(identifier, known.domain);
      const who = own ? words.siteServer() : words.serverOf(<Given text={hostOf(identifier)} />);
      return words.saysSetServer(who, area);
    }
  }
}

function renewed(whose: ComponentChildren, expires: Expiry): ComponentChildren {
  if (expires === 'session') return words.saysRenewedSession(whose);
  return expires === 'never' ? words.saysRenewedNever(whose) : words.saysRenewed(whose, fullDay(expires));
}

function visit(line: Of<'visit'>): ComponentChildren {
  return (
    <>
      {line.section === '' ? words.saysFrontPage() : words.saysVisit(<Given text={line.section} />)}
      <small>
        {line.how === 'history' && `${words.noNewPage()}, `}
        <Duration milliseconds={line.milliseconds} /> <Basis how="measured" />
      </small>
      {linkIdsIn(line.address.parameters).map(({ parameter, vendor, names }) => (
        <small key={parameter}>
          {line.from === undefined
            ? followedWords.link[names](vendor, <code>{visible(parameter)}</code>)
            : followedWords.linkFrom[names](vendor, <code>{visible(parameter)}</code>, <Given text={line.from} />)}{' '}
          <Basis how="inferred" />
        </small>
      ))}
    </>
  );
}

function gone(line: Of<'number-gone'>, known: KnownNumbers): ComponentChildren {
  const whose = subject(line.identifier, known);
  switch (line.cause) {
    case 'expired':
      return words.saysExpired(whose);
    case 'removed':
      return words.saysRemoved(whose);
    case 'evicted':
      return words.saysEvicted(whose);
  }
}

/** One entry of the record in a plain sentence. */
export function EventSays({ of }: { readonly of: Entry }) {
  const known = useKnown();
  const { line } = of;
  switch (line.type) {
    case 'visit':
      return <>{visit(line)}</>;
    case 'search':
      return <>{words.saysSearch(<Given text={line.term} quoted />)}</>;
    case 'order':
      return (
        <>
          {line.reference === null ? words.saysOrder() : words.saysOrderNumber(<Given text={line.reference} />)}
          <small>
            <Basis how="inferred" says={words.fromConfirmation()} />
          </small>
        </>
      );
    case 'request':
      return <RequestSays of={requestsOf(of)} />;
    case 'given':
      return <GivenSays of={line} />;
    case 'banner':
      return <BannerSays of={line.receipt} />;
    case 'told':
      return <ToldSays of={toldOf(of)} />;
    case 'number-set':
      return <Numbered says={assigned(line.identifier, line.setBy, known)} number={line.number} />;
    case 'number-found':
      return (
        <Numbered says={words.saysFound(subject(line.identifier, known))} number={line.number}>
          {words.saysFoundPast()}
        </Numbered>
      );
    case 'number-renewed':
      return (
        <Numbered says={renewed(subject(line.identifier, known), line.expires)} number={line.number}>
          {line.identifier.area === 'cookie' && <Basis how="stated" says={words.basisCookie()} />}
        </Numbered>
      );
    case 'number-replaced':
      return <Numbered says={words.saysReplaced(subject(line.identifier, known))} number={line.number} />;
    case 'number-gone':
      return <Numbered says={gone(line, known)} number={line.number} />;
  }
}

/** A sentence about a number, with the number itself, shortened, below it. */
function Numbered({
  says,
  number,
  children,
}: {
  readonly says: ComponentChildren;
  readonly number: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <>
      {says}
      {children !== undefined && children !== false && <small>{children}</small>}
      <small>
        <NumberCut value={number} />
      </small>
    </>
  );
}
