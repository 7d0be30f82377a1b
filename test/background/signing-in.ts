import type { SiteReport } from '#core/report.ts';
import type { Asking, Device } from '../support/fakes/device.ts';
import { reportOf, settled, SHOP } from './on-device.ts';

export const VALUE = '8e6f2b7d90a1c4e3';
export const OTHER = '0c95d7e418b24a6f';
/** For a year, under a name that says nothing: taken for a number, were it not for the sign-in. */
export const LINE = `xyz=${VALUE}; Path=/; Max-Age=31536000`;
export const HIDDEN = `${LINE}; HttpOnly`;
export const GA = '_ga=GA1.1.1423778943.1795341600; Path=/; Max-Age=31536000';
export const LOGIN = `${SHOP}login`;
export const POST: Asking = { method: 'POST', initiator: SHOP, answer: [LINE] };
export const FETCH: Asking = { method: 'POST', resource: 'xmlhttprequest' };

/** That a password was typed, as the watcher of the page or of a frame tells it. */
export async function typed(
  device: Device,
  from: { readonly tab?: number; readonly url?: string } = {},
): Promise<void> {
  await device.watcher({ type: 'password-typed' }, from);
}

/** A page of the shop on which a password was typed. */
export async function openAndType(device: Device): Promise<void> {
  await device.visit(SHOP);
  await typed(device);
}

/** What the cookie of that name is, once all that was told is recorded. */
export async function kindOf(device: Device, name = 'xyz', tab = 1): Promise<string | undefined> {
  await settled(device);
  return kindIn(await reportOf(device, tab), name);
}

/** What the cookie of that name is by a report. */
export function kindIn({ numbers, leftAlone }: SiteReport, name: string): string | undefined {
  const named = ({ identifier }: (typeof leftAlone)[number] | (typeof numbers)[number]): boolean =>
    identifier.area === 'cookie' && identifier.name === name;
  return numbers.some(named) ? 'random-id' : leftAlone.find(named)?.kind;
}
