import { init } from './sdk.js';

// Plausible sends nothing from a browser that is driven by tests, unless they say so.
Object.assign(window, { __plausible: true });
init({ domain: location.hostname });
