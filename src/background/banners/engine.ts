import {
  type AutoConsentCMPRule,
  type Config,
  evalSnippets,
  filterCompactRules,
  type RuleBundle,
} from '@duckduckgo/autoconsent';
import compactRules from '@duckduckgo/autoconsent/rules/compact-rules.json?url';
import { readPackaged } from '#browser/packaged.ts';
import type { BannerMode } from '#core/banner.ts';
import optInRules from './opt-in-rules.json?url';
import { OWN_RULES } from './own-rules.ts';

const CONFIG: Config = {
  enabled: true,
  autoAction: null,
  disabledCmps: [],
  enablePrehide: false,
  enableCosmeticRules: true,
  enableGeneratedRules: true,
  detectRetries: 20,
  isMainWorld: false,
  prehideTimeout: 2000,
  enableHeuristicDetection: false,
  enablePopupMutationObserver: false,
  visualTest: false,
  logs: {
    lifecycle: false,
    rulesteps: false,
    detectionsteps: false,
    evals: false,
    errors: false,
    messages: false,
    waits: false,
  },
  performanceLoggingEnabled: false,
  heuristicPopupSearchTimeout: 100,
  heuristicMode: 'off',
};

/**
 * How the engine is to behave: it looks, and answers only what it is told to. It hides nothing beforehand. Banners of
 * nobody's it looks for by their buttons only to refuse: never by pressing “OK”.
 */
export function configFor(mode: BannerMode): Config {
  return mode === 'refuse' ? { ...CONFIG, heuristicMode: 'reject' } : CONFIG;
}

type Compact = Parameters<typeof filterCompactRules>[0];

/** Packaged rules as they were read last: for as long as the background runs, they are read once. */
const read = new Map<string, Promise<unknown>>();

async function rulesIn(path: string): Promise<unknown> {
  const known = read.get(path) ?? readPackaged(path);
  read.set(path, known);
  try {
    return await known;
  } catch (error) {
    read.delete(path);
    throw error;
  }
}

function isFor({ runContext }: AutoConsentCMPRule, url: string, mainFrame: boolean): boolean {
  const { main = true, frame = false, urlPattern = '' } = runContext ?? {};
  return (mainFrame ? main : frame) && (urlPattern === '' || new RegExp(urlPattern, 'u').test(url));
}

/**
 * The rules for one frame: those for its address, and those for programs that any site may have. Read from our own package
 * when a frame needs them first. The compact ones leave out how a program is told yes: where that is wanted, others are read.
 */
export async function rulesFor(
  url: string,
  { mainFrame, mode }: { readonly mainFrame: boolean; readonly mode: BannerMode },
): Promise<RuleBundle> {
  if (mode === 'accept') {
    const { rules } = (await rulesIn(optInRules)) as { readonly rules: readonly AutoConsentCMPRule[] };
    return { autoconsent: [...OWN_RULES, ...rules].filter((rule) => isFor(rule, url, mainFrame)) };
  }
  const compact = (await rulesIn(compactRules)) as Compact;
  return { autoconsent: [...OWN_RULES], compact: filterCompactRules(compact, { url, mainFrame }) };
}

/** A function of the engine's own that a rule has run in the page; `undefined`: there is none of that name. */
export function snippetOf(id: string | undefined): (() => unknown) | undefined {
  return id !== undefined && Object.hasOwn(evalSnippets, id)
    ? (evalSnippets[id as keyof typeof evalSnippets] as () => unknown)
    : undefined;
}
