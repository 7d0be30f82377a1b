import type { ConsentPurpose } from '#core/consent.ts';
import type { BannerWish } from '#core/receipt.ts';

/** Whether a wish says yes or no to anything. */
export function isAnswer(wish: BannerWish | null): wish is Exclude<BannerWish, { is: 'leave' | 'tell' }> {
  return wish !== null && wish.is !== 'leave' && wish.is !== 'tell';
}

/**
 * Whether a wish lets a site do something for a purpose. What the site needs is never refused; who chooses a purpose
 * lets it store what goes with it (purpose 1 of the framework).
 */
export function allows(wish: BannerWish, purpose: ConsentPurpose): boolean {
  if (purpose === 'necessary' || wish.is === 'accept') return true;
  if (wish.is !== 'some') return false;
  return wish.purposes.includes(purpose) || (purpose === 'storage' && wish.purposes.length > 0);
}
