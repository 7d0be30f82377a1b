import browser from 'webextension-polyfill';

/** Neutral, as a count is; the design's petrol. */
const GROUND = '#0c5a68';
const INK = '#ffffff';

/** Shows a count on the toolbar button of one tab (empty: none), and its explanation. Tabs that are gone are no error. */
export async function showBadge(
  tabId: number,
  badge: { readonly text: string; readonly title: string },
): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: badge.text }),
      browser.action.setTitle({ tabId, title: badge.title }),
      browser.action.setBadgeBackgroundColor({ tabId, color: GROUND }),
      setInk(tabId),
    ]);
  } catch (error) {
    if (!(error instanceof Error && /tab/iu.test(error.message))) throw error;
  }
}

/** Not on Firefox for Android, which shows no badge. */
async function setInk(tabId: number): Promise<void> {
  await browser.action.setBadgeTextColor?.({ tabId, color: INK });
}
