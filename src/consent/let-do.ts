import type { ConsentPurpose, ConsentRecord, PurposeSaid } from '#core/consent.ts';
import type { PurposeStored, VendorsStored } from '#core/receipt.ts';

/** Purposes whose names do not say what they are for: they may be what the site needs. */
function isClear({ purpose, is }: PurposeSaid): boolean {
  return purpose !== 'other' && is !== 'unknown';
}

/** By what something said lets a site do anything; `null`: by nothing. */
function leaveOf({ is, legitimateInterest }: PurposeSaid): PurposeStored['is'] | null {
  if (is === 'granted' || is === 'not-objected' || is === 'legitimate-interest') return is;
  return legitimateInterest === true ? 'legitimate-interest' : null;
}

/** The same once, though it stands in a cookie and in local storage. */
function each<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** What records let a site do beyond what it needs, each once. */
export function letDo(records: readonly ConsentRecord[]): readonly PurposeStored[] {
  return each(
    records.flatMap(({ form, purposes }) =>
      purposes.flatMap((said): readonly PurposeStored[] => {
        const { purpose, name } = said;
        const is = leaveOf(said);
        if (purpose === 'necessary' || is === null || !isClear(said)) return [];
        // Consent, and legitimate interest beside it, are two permissions.
        const beside = said.legitimateInterest === true && is !== 'legitimate-interest';
        const also: readonly PurposeStored[] = beside ? [{ form, purpose, name, is: 'legitimate-interest' }] : [];
        return [{ form, purpose, name, is }, ...also];
      }),
    ),
  );
}

/** Names of what is let do something that cannot be told from what the site needs. */
export function unclearIn(records: readonly ConsentRecord[]): readonly string[] {
  return each(
    records.flatMap(({ purposes }) =>
      purposes.flatMap((said) =>
        said.purpose !== 'necessary' && !isClear(said) && (leaveOf(said) !== null || said.is === 'unknown')
          ? [said.name]
          : [],
      ),
    ),
  );
}

/**
 * Purposes that any record says no to, beyond what the site needs. A form that lists what was accepted alone says no to
 * all where it lists nothing else.
 */
export function refusedIn(records: readonly ConsentRecord[]): readonly ConsentPurpose[] {
  return each(
    records.flatMap(({ purposes, unlisted, problem }): readonly ConsentPurpose[] => {
      const asked = purposes.filter(({ purpose }) => purpose !== 'necessary');
      if (asked.length === 0) return unlisted === 'refused' && problem === null ? ['all'] : [];
      return asked.flatMap(({ purpose, is }) => (is === 'refused' || is === 'objected' ? [purpose] : []));
    }),
  );
}

function most(one: number | null, other: number | null): number | null {
  return one === null || (other !== null && other > one) ? other : one;
}

/**
 * How many vendors records let do something, for each form the most that any of its records says: the same string in two
 * places names the same vendors. In the framework a vendor may do nothing without a purpose, so its vendors count only
 * beside purposes that are let do something.
 */
export function vendorsLet(records: readonly ConsentRecord[]): readonly VendorsStored[] {
  const byForm = new Map<VendorsStored['form'], VendorsStored>();
  for (const { form, vendors, purposes } of records) {
    const by = (is: PurposeStored['is']): boolean =>
      purposes.length === 0 ||
      purposes.some((said) => leaveOf(said) === is || (is === 'legitimate-interest' && said.legitimateInterest));
    const before = byForm.get(form);
    byForm.set(form, {
      form,
      granted: most(before?.granted ?? null, by('granted') ? (vendors.granted?.count ?? null) : null),
      legitimateInterest: most(
        before?.legitimateInterest ?? null,
        by('legitimate-interest') ? (vendors.legitimateInterest?.count ?? null) : null,
      ),
    });
  }
  return [...byForm.values()].filter(
    ({ granted, legitimateInterest }) => (granted ?? 0) > 0 || (legitimateInterest ?? 0) > 0,
  );
}
