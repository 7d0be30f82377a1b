import { hasOrigin } from './hold/here.ts';
import { openHoldLine } from './hold/tell.ts';

/** In the page's world of a site whose reset is due: asks for the numbers in web storage to be taken out, and no more. */
if (hasOrigin) {
  openHoldLine({
    ready: (tell) => void tell({ __proto__: null, says: 'forget' }),
    drop: () => undefined,
  });
}
