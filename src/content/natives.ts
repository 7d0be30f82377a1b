/**
 * The page's own functions as they were before any script of the page ran. A page may replace every one of them later,
 * so the guard uses only these.
 */
export const natives = {
  apply: Reflect.apply,
  define: Object.defineProperty,
  describe: Object.getOwnPropertyDescriptor,
  stringify: JSON.stringify,
  dispatch: EventTarget.prototype.dispatchEvent,
  listen: EventTarget.prototype.addEventListener,
  unlisten: EventTarget.prototype.removeEventListener,
  CustomEvent: globalThis.CustomEvent,
  Error: globalThis.Error,
  URL: globalThis.URL,
  exec: RegExp.prototype.exec,
  slice: String.prototype.slice,
  trim: String.prototype.trim,
  indexOf: String.prototype.indexOf,
} as const;
