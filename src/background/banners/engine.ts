import { type Config, evalSnippets, filterCompactRules, type RuleBundle } from '@duckduckgo/autoconsent';
import compactRules from '@duckduckgo/autoconsent/rules/compact-rules.json' with { type: 'json' };

import { OWN_RULES } from './own-rules.ts';

/**
 * How the engine is to behave: it looks, and answers only what it is told to. It hides nothing beforehand, and looks for
 * banners of nobody's by their buttons only to refuse: never by pressing “OK”.
 */
export const ENGINE_CONFIG: Config = {
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
  heuristicMode: 'reject',
};

type Compact = Parameters<typeof filterCompactRules>[0];

/** The rules for one frame: those for its address, and those for programs that any site may have. */
export function rulesFor(url: string, mainFrame: boolean): RuleBundle {
  return {
    autoconsent: [...OWN_RULES],
    compact: filterCompactRules(compactRules as unknown as Compact, { url, mainFrame }),
  };
}

/** A function of the engine's own that a rule has run in the page; `undefined`: there is none of that name. */
export function snippetOf(id: string | undefined): (() => unknown) | undefined {
  return id !== undefined && Object.hasOwn(evalSnippets, id)
    ? (evalSnippets[id as keyof typeof evalSnippets] as () => unknown)
    : undefined;
}
