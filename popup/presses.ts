import type { SiteReport } from '#core/report.ts';
import { useState } from 'preact/hooks';
import type { Acts, SitePresses } from './acts.ts';

/**
 * A site's presses; whether one is being carried out; and what went wrong with the last one: our own fault, in its own
 * words, or `null`.
 */
export function usePresses(
  { domain, control }: SiteReport,
  acts: Acts,
): { readonly does: SitePresses; readonly fault: string | null; readonly busy: boolean } {
  const [fault, setFault] = useState<string | null>(null);
  const [underWay, count] = useState(0);

  async function attempt<Answer>(done: Promise<Answer>): Promise<Answer | null> {
    count((before) => before + 1);
    try {
      const answer = await done;
      setFault(null);
      return answer;
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      return null;
    } finally {
      count((before) => before - 1);
    }
  }

  const does: SitePresses = {
    choose: (choice) => void attempt(acts.choose(domain, choice)),
    chooseForThis: (identifier, choice) => void attempt(acts.chooseForThis({ domain, identifier, choice })),
    correct: (identifier, is) => void attempt(acts.correct({ domain, identifier, is })),
    tryWithoutCookies: async (identifier) => attempt(acts.tryWithoutCookies(identifier)),
    chooseGpc: (on) => void attempt(acts.chooseGpc(domain, on)),
    lookUpGpc: async () => attempt(acts.lookUpGpc(domain)),
    resetNow: () => void attempt(acts.resetNow(domain)),
    pause: ({ everywhere, minutes }) => void attempt(acts.pause(everywhere ? null : domain, minutes)),
    resume: () => void attempt(acts.resume(control.pause?.everywhere === true ? null : domain)),
    looksBroken: () => void attempt(acts.looksBroken(domain)),
    bringBack: async (key) => attempt(acts.bringBack(key)),
    undoBanner: async (receipt) => attempt(acts.undoBanner(domain, receipt)),
  };
  return { does, fault, busy: underWay > 0 };
}
