import { CmpApi, CmpDisplayStatus, CmpStatus, SignalStatus } from '@iabgpp/cmpapi';
import { cookieNamed, makeDialog, storeCookie } from './dialog.js';

/** Where a GPP string is kept. */
const KEPT = '__gpp';

const [OPTED_OUT, NOT_OPTED_OUT] = [1, 2];

/** What the national section and California's have of each thing that may be opted out of. */
const FIELDS = [
  { id: 1, name: 'Sale of personal data', sections: ['usnat', 'usca'], field: 'SaleOptOut' },
  { id: 2, name: 'Sharing of personal data', sections: ['usnat', 'usca'], field: 'SharingOptOut' },
  { id: 3, name: 'Targeted advertising', sections: ['usnat'], field: 'TargetedAdvertisingOptOut' },
];

const SECTIONS = { usnat: 7, usca: 8 };

const EVERY = FIELDS.map(({ id }) => id);

/** Writes down what is allowed, in both sections. */
function write(api, allowed) {
  for (const { id, sections, field } of FIELDS) {
    for (const section of sections) {
      api.setFieldValue(section, `${field}Notice`, 1);
      api.setFieldValue(section, field, allowed.includes(id) ? NOT_OPTED_OUT : OPTED_OUT);
    }
  }
  for (const section of Object.keys(SECTIONS)) {
    api.setFieldValue(section, 'MspaCoveredTransaction', 2);
    api.setFieldValue(section, 'Gpc', navigator.globalPrivacyControl === true);
  }
}

/** A CMP of the Global Privacy Platform. `choice`: what is stored of what was pressed. */
export function startGpp({ choice = (made) => made } = {}) {
  const api = new CmpApi(4001, 3);
  api.setSupportedAPIs(Object.entries(SECTIONS).map(([name, id]) => `${id}:${name}`));
  api.setApplicableSections(Object.values(SECTIONS));
  const shown = (status, signal) => {
    api.setSignalStatus(signal);
    api.setCmpDisplayStatus(status);
  };
  const keep = (allowed) => {
    write(api, allowed);
    const text = api.getGppString();
    storeCookie(KEPT, text);
    for (const section of Object.keys(SECTIONS)) api.fireSectionChange(section);
    shown(CmpDisplayStatus.HIDDEN, SignalStatus.READY);
  };
  const dialog = makeDialog({
    heading: 'Your privacy choices',
    text: 'We and our partners use cookies, sell and share personal data, and show targeted advertising.',
    rows: FIELDS.map(({ id, name }) => ({ id, name, grounds: [{ ground: 'allowed', label: 'Allow' }] })),
    pressed: (press, on) => {
      const made = { accept: EVERY, reject: [] }[press] ?? on.map(({ id }) => id);
      keep(choice(made, press));
    },
  });
  const open = () => {
    shown(CmpDisplayStatus.VISIBLE, SignalStatus.NOT_READY);
    const isChosen = cookieNamed(KEPT) !== '';
    dialog.open((_, id) => {
      const { field } = FIELDS.find((one) => one.id === id);
      return isChosen && api.getFieldValue('usnat', field) === NOT_OPTED_OUT;
    });
  };
  document.querySelector('#privacy-settings').addEventListener('click', open);
  const before = cookieNamed(KEPT);
  if (before === '') open();
  else {
    api.setGppString(before);
    shown(CmpDisplayStatus.HIDDEN, SignalStatus.READY);
  }
  api.setCmpStatus(CmpStatus.LOADED);
  return { keep };
}
