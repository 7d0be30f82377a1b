import { tell } from '#messages/deliver.ts';

/** Whether this document stands in a frame of another origin's page. */
export function isCrossOriginFrame(): boolean {
  if (window === window.top) return false;
  try {
    return window.top?.location.origin !== location.origin;
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
