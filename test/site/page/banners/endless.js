/* oxlint-disable no-underscore-dangle -- the standards’ own names */
// A TC string of 64 KB.
const tcString = `C${'A'.repeat(65_535)}`;
globalThis.__tcfapi = (command, version, answer) => answer({ tcString, cmpStatus: 'loaded', gdprApplies: true }, true);
localStorage.setItem('euconsent-v2', tcString);
