import { CmpApi } from '@iabtechlabtcf/cmpapi';
import { GVL, TCModel, TCString } from '@iabtechlabtcf/core';
import { cookieNamed, makeDialog, storeCookie } from './dialog.js';

/** Where a TC string is kept. */
const KEPT = 'euconsent-v2';

/** A number that the IAB has given to nobody. */
const CMP_ID = 4001;

const vendorsOf = (list, field, purposes) =>
  Object.values(list.vendors).flatMap((vendor) =>
    vendor[field].some((id) => purposes.includes(id)) ? [vendor.id] : [],
  );

/** A choice as a TC string: what vendors may do follows from their purposes. */
function encode(list, { consents, interests }) {
  const model = new TCModel(list);
  model.cmpId = CMP_ID;
  model.cmpVersion = 3;
  model.consentScreen = 1;
  model.consentLanguage = 'EN';
  model.publisherCountryCode = 'DE';
  model.isServiceSpecific = true;
  model.purposeConsents.set(consents);
  model.purposeLegitimateInterests.set(interests);
  model.vendorConsents.set(vendorsOf(list, 'purposes', consents));
  model.vendorLegitimateInterests.set(vendorsOf(list, 'legIntPurposes', interests));
  model.vendorsDisclosed.set(Object.keys(list.vendors).map(Number));
  return TCString.encode(model);
}

/** What may be chosen: each purpose that a vendor declares, by the grounds that any vendor declares for it. */
function rowsOf(list) {
  const declared = (field) => new Set(Object.values(list.vendors).flatMap((vendor) => vendor[field]));
  const [byConsent, byInterest] = [declared('purposes'), declared('legIntPurposes')];
  return Object.values(list.purposes).map(({ id, name }) => ({
    id,
    name,
    grounds: [
      ...(byConsent.has(id) ? [{ ground: 'consents', label: 'Consent' }] : []),
      ...(byInterest.has(id) ? [{ ground: 'interests', label: 'Legitimate interest' }] : []),
    ],
  }));
}

function everyId(rows, ground) {
  return rows.filter(({ grounds }) => grounds.some((one) => one.ground === ground)).map(({ id }) => id);
}

/**
 * A CMP of the Transparency & Consent Framework. `rejecting`: what “Reject all” leaves on. `choice`: what is stored of what
 * was pressed, told also what everything is. `declared`: how long what is kept. `presumes`: everything is stored as granted,
 * and nobody is asked. `stored` hears of the TC string that holds from now on (`null`: there is none yet), and what was
 * pressed for it (`null`: nothing; left out: it was there before). Returns what everything is, as a string.
 */
export async function startTcf({
  rejecting,
  choice = (made) => made,
  declared = [],
  presumes = false,
  stored = () => undefined,
}) {
  GVL.baseUrl = `${location.origin}/vendor-list/`;
  const api = new CmpApi(CMP_ID, 3, true);
  const list = new GVL();
  await list.readyPromise;
  const rows = rowsOf(list);
  const [consents, interests] = [everyId(rows, 'consents'), everyId(rows, 'interests')];
  const answers = {
    accept: { consents, interests },
    reject: { consents: [], interests: rejecting === 'keeps-interest' ? interests : [] },
  };
  const every = { consents, interests };
  const keep = (text) => {
    storeCookie(KEPT, text);
    localStorage.setItem(KEPT, text);
  };
  const dialog = makeDialog({
    heading: 'We value your privacy',
    text: `We and our ${list.vendorIds.size} partners store and/or access information on a device, such as cookies.`,
    rows,
    declared,
    pressed: (press, on) => {
      const of = (ground) => on.filter((one) => one.ground === ground).map(({ id }) => id);
      const made = answers[press] ?? { consents: of('consents'), interests: of('interests') };
      const text = encode(list, choice(made, press, every));
      keep(text);
      api.update(text, false);
      stored(text, press);
    },
  });
  const open = () => {
    const text = cookieNamed(KEPT);
    api.update(text, true);
    const model = text === '' ? null : TCString.decode(text);
    dialog.open((ground, id) => {
      if (model === null) return ground === 'interests';
      return (ground === 'consents' ? model.purposeConsents : model.purposeLegitimateInterests).has(id);
    });
  };
  document.querySelector('#privacy-settings').addEventListener('click', open);
  if (presumes) keep(encode(list, every));
  const before = cookieNamed(KEPT);
  if (before === '') open();
  else api.update(before, false);
  stored(before === '' ? null : before, presumes ? null : undefined);
  return { everything: encode(list, every) };
}
