import { tell } from '#messages/deliver.ts';

/** Whether this document stands in a frame of another origin's page. */
export function isCrossOriginFrame(): boolean {
  if (window === window.top) return false;
  try {
    // An empty frame (`about:blank`) has no origin in its address, but that of the page it belongs to.
    return window.top?.origin !== window.origin;
  } catch (error) {
    if (error instanceof DOMException) return true;
    throw error;
  }
}

/** A frame of another site can ask whether its unpartitioned cookies reach it: so we learn what the browser does. */
export async function tellCrossSiteCookies(): Promise<void> {
  if (!isCrossOriginFrame() || !isSecureContext) return;
  tell({ type: 'cross-site-cookies', allowed: await document.hasStorageAccess() });
}
