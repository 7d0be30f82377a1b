import type { SystemNotice } from '#browser/notifications.ts';
import { locale, text } from '#browser/words.ts';
import type { TakenNumber } from '#core/control.ts';
import type { Choice } from '#core/mode.ts';
import type { NumberReport, SiteReport } from '#core/report.ts';
import { type Domain, domainOf } from '#core/site.ts';
import type { CardContent } from '#messages/card.ts';

/** The companies other than the site that gave a number here, have one held back, or got one. */
function companiesOf({ domain, numbers, control }: SiteReport): number {
  const hosts = [...numbers, ...control.held].flatMap(({ identifier }) =>
    identifier.area === 'cookie' ? [`https://${identifier.host}`] : [identifier.origin],
  );
  const givers = hosts.map((host) => domainOf(host)).filter((giver) => giver !== undefined);
  const recipients = numbers.flatMap((number) => number.recipients.map((recipient) => recipient.domain));
  return new Set([...givers, ...recipients].filter((other) => other !== domain)).size;
}

/** The number to tell of: one that waits for the decision before one that is kept, the site's own before others'. */
function numberToTell({ numbers, control }: SiteReport): NumberReport | TakenNumber | undefined {
  return control.held[0] ?? numbers.find(({ party }) => party === 'first') ?? numbers[0];
}

/** What came of a banner so many ms ago is still of this visit. */
const JUST_NOW = 600_000;

/** What came of the site's banner in this visit. */
function bannerIn({ banner: { last } }: SiteReport, now: number): Pick<CardContent, 'banner'> {
  if (last === null || now - last.at > JUST_NOW) return {};
  const { wanted, outcome, instead, undone } = last;
  const rest = { ...(instead === undefined ? {} : { instead }), ...(undone === undefined ? {} : { undone }) };
  return { banner: { wanted, outcome, ...rest } };
}

/** What a card or notification says of a site at a time (ms); `null` where nothing is to be told any more. */
export function contentOf(site: SiteReport, now: number): CardContent | null {
  const telling = numberToTell(site);
  if (telling === undefined || site.control.chosen !== null || site.control.pause !== null) return null;
  return {
    domain: site.domain,
    number: telling.number,
    expires: telling.expires,
    held: site.control.held.length > 0,
    companies: companiesOf(site),
    ...bannerIn(site, now),
  };
}

function until(expires: CardContent['expires']): string {
  if (expires === 'never') return text('noticeForever');
  if (expires === 'session') return text('noticeSession');
  const day = new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric' }).format(expires);
  return text('noticeUntil', [day]);
}

/** What the buttons of a system's notification choose, in order; the notification itself leads to all three. */
export const NOTICE_CHOICES: readonly Choice[] = [{ mode: 'allow' }, { mode: 'block' }];

/** The same as a notification of the system's; its id names the site. */
export function systemNotice(content: CardContent): SystemNotice {
  return {
    id: `number/${content.domain}`,
    title: text('noticeTitle', [content.domain]),
    says: content.held ? text('noticeHeld') : until(content.expires),
    buttons: [text('decideAllow'), text('decideBlock')],
  };
}

/** The site a notification is about, or `undefined` for one that is not ours. */
export function siteOfNotice(id: string): Domain | undefined {
  return id.startsWith('number/') ? (id.slice('number/'.length) as Domain) : undefined;
}
