import { ruleAbilities } from '#browser/header-rules.ts';
import { registeredPageScripts, registerPageScripts, unregisterPageScripts } from '#browser/scripts.ts';
import { setSentHeaderRules } from '#browser/sent-header-rules.ts';
import { askForFile } from '#browser/ask-for-gpc.ts';
import type { KeyedStorage } from '#browser/storage.ts';
import { readGpcSupport } from '#consent/gpc-support.ts';
import { chooseGpc, forgetGpc, type GpcPreference, type GpcSupport } from '#core/gpc.ts';
import type { Domain } from '#core/site.ts';
import { compileGpcRules } from '#enforce/gpc-rules.ts';
import { GPC_SCRIPT, gpcScripts } from '#enforce/gpc-script.ts';
import { pageScriptChange } from '#enforce/page-scripts.ts';
import { GPC_RULE_IDS } from '#enforce/rule-ids.ts';
import { keepGpc, readGpc } from '#store/gpc.ts';
import { keep, type Kept } from './kept.ts';

/** Where Global Privacy Control is on, and what makes it so. */
export interface Gpc {
  readonly read: () => Promise<GpcPreference>;
  /** Chooses for a site that is on record, or for all (`null`); `null` for the choice ends a site's own. */
  readonly choose: (domain: Domain | null, on: boolean | null) => Promise<GpcPreference>;
  /** Forgets what was chosen for a site, or for any (`null`); the layer is refreshed by whoever forgets. */
  readonly forget: (domain: Domain | null) => Promise<void>;
  /** Brings the rules of headers and the script in pages into line with what is chosen. */
  readonly layer: () => Promise<void>;
  /** Asks a site that is on record what it states of itself. Only for a press. */
  readonly lookUp: (domain: Domain) => Promise<GpcSupport>;
}

/** What it needs to know and to have done. */
export interface GpcGround {
  readonly storage: KeyedStorage;
  /** The built file's path. */
  readonly file: string;
  /** Whether ordinary windows know the site: one that private windows alone know must not be written down or asked. */
  readonly isOnRecord: (domain: Domain) => Promise<boolean>;
  readonly refresh: () => Promise<void>;
}

async function carryOut(preference: GpcPreference, file: string): Promise<void> {
  await setSentHeaderRules(Object.values(GPC_RULE_IDS), compileGpcRules(preference, ruleAbilities()));
  const change = pageScriptChange(gpcScripts(preference, file), await registeredPageScripts(), GPC_SCRIPT);
  await unregisterPageScripts(change.unregister);
  await registerPageScripts(change.register);
}

/** Where a site says it: at its domain or, where that leads elsewhere, at `www.` of it. No other host is asked. */
async function lookUp(domain: Domain): Promise<GpcSupport> {
  let asked = await askForFile(`https://${domain}/.well-known/gpc.json`);
  if (asked === 'elsewhere') asked = await askForFile(`https://www.${domain}/.well-known/gpc.json`);
  if (asked === 'too-long') return { is: 'unreadable' };
  return typeof asked === 'string' ? { is: asked } : readGpcSupport(asked.text);
}

/** Keeps it on disk. Private windows cannot choose; what holds in ordinary ones holds there. */
export function keepGpcOn({ storage, file, isOnRecord, refresh }: GpcGround): Gpc {
  const kept: Kept<GpcPreference> = keep(
    async () => await readGpc(storage),
    async (next) => await keepGpc(storage, next),
  );
  /** What was carried out last in this life of the background; a copy, which spares asking the browser. */
  let carried: GpcPreference | null = null;
  const mustBeKnown = async (domain: Domain): Promise<void> => {
    if (typeof domain !== 'string' || !(await isOnRecord(domain))) throw new Error('That site is not on record');
  };
  return {
    read: kept.read,
    choose: async (domain, on) => {
      if (domain !== null) await mustBeKnown(domain);
      const next = await kept.change((preference) => chooseGpc(preference, domain, on));
      await refresh();
      return next;
    },
    forget: async (domain) => void (await kept.change((preference) => forgetGpc(preference, domain))),
    layer: async () => {
      const preference = await kept.read();
      if (preference === carried) return;
      await carryOut(preference, file);
      carried = preference;
    },
    lookUp: async (domain) => {
      await mustBeKnown(domain);
      return await lookUp(domain);
    },
  };
}
