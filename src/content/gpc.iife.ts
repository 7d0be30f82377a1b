/**
 * In the page's world of a site where Global Privacy Control is on, before any script of the page runs: the property as
 * the standard has it, also over the browser's own. Workers have a navigator of their own, which no script of ours reaches.
 * @see https://w3c.github.io/gpc/#javascript-property-to-detect-preference
 */
const told = {
  get globalPrivacyControl(): boolean {
    // As the browser's own attributes do where they are asked of something else.
    if (!(this instanceof Navigator)) throw new TypeError('Illegal invocation');
    return true;
  },
};

// A getter that can be listed and defined anew, as that of an attribute is.
Object.defineProperties(Navigator.prototype, Object.getOwnPropertyDescriptors(told));
