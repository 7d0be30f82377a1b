/* oxlint-disable no-underscore-dangle -- the standards’ own names */
// A page that keeps its own clock from running, and never answers.
globalThis.setTimeout = () => 0;
globalThis.__tcfapi = () => undefined;
