import type AutoConsent from '@duckduckgo/autoconsent';

/**
 * The engine looks again whenever the page has changed, and for banners of nobody's every second time only: one that comes
 * late, on a page that then stands still, would never be found. So every odd look is followed by an even one, whether or
 * not anything has changed meanwhile.
 */
export function lookTwice(engine: AutoConsent): void {
  const actions = engine.domActions;
  const waitForMutation = actions.waitForMutation.bind(actions);
  actions.waitForMutation = async (selector, timeout) => {
    const { lifecycle, findCmpAttempts } = engine.state;
    return lifecycle === 'started' && findCmpAttempts % 2 === 1 ? true : await waitForMutation(selector, timeout);
  };
}
