/* oxlint-disable no-underscore-dangle -- the standards’ own names */
// Interfaces that never answer.
globalThis.__tcfapi = () => undefined;
globalThis.__gpp = () => undefined;
globalThis.__uspapi = () => undefined;
