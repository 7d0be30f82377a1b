/* oxlint-disable no-underscore-dangle -- the standards’ own names */
// Interfaces that throw at whoever asks.
globalThis.__tcfapi = () => {
  throw new TypeError('no');
};
globalThis.__gpp = globalThis.__tcfapi;
