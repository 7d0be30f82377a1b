import { inMemory, onDisk } from '#browser/storage.ts';
import type { Sender } from '#browser/messaging.ts';
import type { BannerSettings } from '#core/banner.ts';
import type { Domain } from '#core/site.ts';
import type { BannerMessage } from '#messages/banner.ts';
import { forgetBannerModes, readBannerSettings } from '#store/banners.ts';
import type { Deciding } from '../control/decisions.ts';
import { answerBanners } from './banners.ts';
import { followRefusals } from '../choices/block-refused.ts';
import { type BannersMet, rememberBanners } from './met.ts';
import { type OwnChoices, watchOwnChoices } from '../choices/own-choices.ts';
import { registerBanners } from './registered.ts';

/** Consent: banners answered as the person wants, what they choose themselves, and what follows from either. */
export interface Banners {
  readonly met: BannersMet;
  readonly own: OwnChoices;
  readonly answer: (told: BannerMessage, sender: Sender) => Promise<unknown> | undefined;
  /** Something changed on these sites. */
  readonly changed: (domains: readonly Domain[]) => Promise<void>;
  /** Has the banner script run where it is wanted. */
  readonly register: () => Promise<void>;
  /** Forgets a site, or all (`null`). */
  readonly forget: (domain: Domain | null) => Promise<void>;
}

/** What it needs of the rest. */
export interface BannersGround {
  readonly deciding: Deciding;
  readonly isGpcOn: (domain: Domain) => Promise<boolean>;
  readonly failed: (error: unknown) => void;
}

async function settingsNow(): Promise<BannerSettings> {
  return await readBannerSettings(onDisk);
}

/** Opens all that has to do with consent. */
export function openBanners({ deciding, isGpcOn, failed }: BannersGround): Banners {
  const { take, now, newId } = deciding.control;
  const ground = { inMemory, take, now, newId };
  const met = rememberBanners(inMemory, now);
  const own = watchOwnChoices({
    ...ground,
    answeredAt: met.answeredAt,
    isGpcOn,
    later: (ms, run) => void setTimeout(run, ms),
    failed,
  });
  return {
    met,
    own,
    answer: answerBanners({ ...ground, met }),
    changed: followRefusals({ deciding, settings: settingsNow }),
    register: async () => await registerBanners(await settingsNow()),
    forget: async (domain) => {
      await own.forget(domain);
      await forgetBannerModes(onDisk, domain);
      await registerBanners(await settingsNow());
    },
  };
}
