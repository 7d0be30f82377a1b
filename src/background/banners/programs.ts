/* oxlint-disable typescript/no-unsafe-type-assertion -- what a page has is looked at as what its program documents */
/** What a program asks for under one name of its own. */
export interface Asked {
  readonly name: string;
  /** What it says besides of what that is for. */
  readonly also: readonly string[];
}

/**
 * A program's own documented way to choose purposes. Both functions run in the page's world and are sent as their text:
 * everything there may be the page's.
 */
export interface Choosing {
  /** What may be chosen; `null`: the program is not there. What it needs to work is left out. */
  readonly ask: () => readonly Asked[] | null;
  /** Chooses, by the names that were told, and puts the banner away. */
  readonly choose: (on: readonly string[], off: readonly string[]) => boolean;
}

/** @see https://cookieconsent.orestbida.com/reference/api-reference.html */
const VANILLA: Choosing = {
  ask: function vanillaAsks() {
    const program = (globalThis as { CookieConsent?: { getConfig?: (field: string) => unknown } }).CookieConsent;
    const categories = program?.getConfig?.('categories') as Record<string, { readOnly?: boolean }> | undefined;
    if (categories === undefined || categories === null) return null;
    return Object.keys(categories)
      .filter((name) => categories[name]?.readOnly !== true)
      .map((name) => ({ name, also: [] }));
  },
  choose: function vanillaChooses(on, off) {
    const program = (
      globalThis as unknown as {
        CookieConsent: { acceptCategory: (on: string[], off: string[]) => void; hide: () => void };
      }
    ).CookieConsent;
    program.acceptCategory([...on], [...off]);
    program.hide();
    return true;
  },
};

/** @see https://klaro.org/docs/api/js_api */
const KLARO: Choosing = {
  ask: function klaroAsks() {
    interface Service {
      readonly name: string;
      readonly purposes?: readonly string[];
      readonly required?: boolean;
    }
    const { klaro } = globalThis as { klaro?: { getManager?: () => { config: { services: readonly Service[] } } } };
    const services = klaro?.getManager?.().config.services;
    if (services === undefined) return null;
    return services
      .filter(({ required }) => required !== true)
      .map(({ name, purposes = [] }) => ({ name, also: [...purposes] }));
  },
  choose: function klaroChooses(on, off) {
    interface Manager {
      updateConsent: (name: string, on: boolean) => void;
      saveAndApplyConsents: () => void;
    }
    const manager = (globalThis as unknown as { klaro: { getManager: () => Manager } }).klaro.getManager();
    for (const name of on) manager.updateConsent(name, true);
    for (const name of off) manager.updateConsent(name, false);
    manager.saveAndApplyConsents();
    return true;
  },
};

/** @see https://github.com/AmauriC/tarteaucitron.js */
const TARTEAUCITRON: Choosing = {
  ask: function tarteaucitronAsks() {
    const program = (
      globalThis as {
        tarteaucitron?: {
          job?: readonly string[];
          services?: Readonly<Record<string, { type?: string; needConsent?: boolean } | undefined>>;
        };
      }
    ).tarteaucitron;
    if (!Array.isArray(program?.job) || program.services === undefined) return null;
    const { job, services } = program;
    return [...new Set(job)]
      .filter((name) => services[name]?.needConsent !== false)
      .map((name) => ({ name, also: [services[name]?.type ?? ''] }));
  },
  choose: function tarteaucitronChooses(on, off) {
    const { userInterface } = (
      globalThis as unknown as {
        tarteaucitron: {
          userInterface: { respond: (button: Element, on: boolean) => void; closeAlert: () => void };
        };
      }
    ).tarteaucitron;
    const press = (name: string, isOn: boolean): void => {
      const button = document.querySelector(`#${CSS.escape(`${name}${isOn ? 'Allowed' : 'Denied'}`)}`);
      if (button !== null) userInterface.respond(button, isOn);
    };
    for (const name of on) press(name, true);
    for (const name of off) press(name, false);
    userInterface.closeAlert();
    return true;
  },
};

/** @see https://github.com/boscop-fr/orejime#manager */
const OREJIME: Choosing = {
  ask: function orejimeAsks() {
    interface Purpose {
      readonly id: string;
      readonly title?: string;
      readonly isMandatory?: boolean;
      readonly purposes?: readonly Purpose[];
    }
    const { orejime } = globalThis as { orejime?: { config?: { purposes?: readonly Purpose[] }; manager?: object } };
    const purposes = orejime?.config?.purposes;
    if (purposes === undefined || orejime?.manager === undefined) return null;
    return purposes
      .flatMap((purpose) => purpose.purposes ?? [purpose])
      .filter(({ isMandatory }) => isMandatory !== true)
      .map(({ id, title = '' }) => ({ name: id, also: [title] }));
  },
  choose: function orejimeChooses(on, off) {
    const { manager } = (
      globalThis as unknown as { orejime: { manager: { setConsent: (id: string, on: boolean) => void } } }
    ).orejime;
    for (const name of on) manager.setConsent(name, true);
    for (const name of off) manager.setConsent(name, false);
    return true;
  },
};

/** @see https://www.cookiebot.com/en/developer/ */
const COOKIEBOT: Choosing = {
  ask: function cookiebotAsks() {
    const program = (globalThis as { Cookiebot?: { submitCustomConsent?: unknown } }).Cookiebot;
    if (typeof program?.submitCustomConsent !== 'function') return null;
    return ['preferences', 'statistics', 'marketing'].map((name) => ({ name, also: [] }));
  },
  choose: function cookiebotChooses(on) {
    const program = (
      globalThis as unknown as { Cookiebot: { submitCustomConsent: (...on: readonly boolean[]) => void } }
    ).Cookiebot;
    program.submitCustomConsent(on.includes('preferences'), on.includes('statistics'), on.includes('marketing'));
    return true;
  },
};

/** Programs in which purposes can be chosen by what they document for pages. */
export const CHOOSING: readonly Choosing[] = [VANILLA, KLARO, TARTEAUCITRON, OREJIME, COOKIEBOT];
