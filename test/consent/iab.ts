import { GVL, PurposeRestriction, RestrictionType, TCModel, TCString, type VendorList } from '@iabtechlabtcf/core';

/** A vendor list on which each vendor has declared every purpose, so that the encoder takes out nothing. */
export function vendorList(vendors: number): GVL {
  const purposes = Array.from({ length: 11 }, (_, index) => index + 1);
  const named = (id: number) => ({ id, name: `${id}`, description: '', illustrations: [] });
  const byId = <T>(ids: readonly number[], of: (id: number) => T) => Object.fromEntries(ids.map((id) => [id, of(id)]));
  return new GVL({
    gvlSpecificationVersion: 3,
    vendorListVersion: 48,
    tcfPolicyVersion: 5,
    lastUpdated: '2026-01-01T00:00:00Z',
    purposes: byId(purposes, named),
    specialPurposes: byId([1, 2, 3], named),
    features: byId([1, 2, 3], named),
    specialFeatures: byId([1, 2], named),
    stacks: {},
    dataCategories: {},
    vendors: byId(
      Array.from({ length: vendors }, (_, index) => index + 1),
      (id) => ({
        id,
        name: `${id}`,
        purposes,
        legIntPurposes: purposes.filter((purpose) => ![1, 3, 4, 5, 6].includes(purpose)),
        flexiblePurposes: purposes.filter((purpose) => ![1, 3, 4, 5, 6].includes(purpose)),
        specialPurposes: [],
        features: [],
        specialFeatures: [],
      }),
    ),
  } as unknown as VendorList);
}

export const VENDORS = 400;
const LIST = vendorList(VENDORS);

/** A choice, as a CMP has it before it is encoded. */
export interface Choice {
  readonly consents: readonly number[];
  readonly interests: readonly number[];
  readonly features: readonly number[];
  readonly vendors: readonly number[];
  readonly interested: readonly number[];
  readonly disclosed: readonly number[];
  readonly custom: readonly number[];
  readonly restricted: readonly (readonly [purpose: number, vendor: number])[];
  /** In ms, whole days as the framework demands. */
  readonly created: number;
  readonly cmpId: number;
  readonly country: string;
}

/** Encodes a choice by the IAB's own encoder. */
export function encode(choice: Choice): string {
  const model = new TCModel(LIST);
  model.cmpId = choice.cmpId;
  model.cmpVersion = 7;
  model.isServiceSpecific = true;
  model.publisherCountryCode = choice.country;
  model.numCustomPurposes = 5;
  model.purposeConsents.set([...choice.consents]);
  model.purposeLegitimateInterests.set([...choice.interests]);
  model.specialFeatureOptins.set([...choice.features]);
  model.vendorConsents.set([...choice.vendors]);
  model.vendorLegitimateInterests.set([...choice.interested]);
  model.vendorsDisclosed.set([...choice.disclosed]);
  model.publisherCustomConsents.set([...choice.custom]);
  for (const [purpose, vendor] of choice.restricted) {
    model.publisherRestrictions.add(vendor, new PurposeRestriction(purpose, RestrictionType.REQUIRE_CONSENT));
  }
  // Setting anything else renews the times.
  model.created = new Date(choice.created);
  model.lastUpdated = new Date(choice.created);
  return TCString.encode(model);
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A number in so many bits. */
export function bits(value: number, length: number): string {
  return value.toString(2).padStart(length, '0');
}

/** Bits as base64url. */
export function base64url(all: string): string {
  const pieces = all.padEnd(Math.ceil(all.length / 6) * 6, '0').match(/.{6}/gu) ?? [];
  return pieces.map((piece) => SIGNS.charAt(Number.parseInt(piece, 2))).join('');
}

/** The first segment's fields up to the vendors, with nothing chosen. */
export function coreBits({
  cmpId = 10,
  at = 1_700_000_000_000,
  updated = 1_700_000_000_000,
}: { readonly cmpId?: number; readonly at?: number; readonly updated?: number } = {}): string {
  return (
    bits(2, 6) +
    bits(at / 100, 36) +
    bits(updated / 100, 36) +
    bits(cmpId, 12) +
    bits(1, 12) +
    bits(1, 6) +
    bits(0, 12) +
    bits(48, 12) +
    bits(5, 6) +
    '10' +
    bits(0, 12 + 24 + 24) +
    '0' +
    bits(0, 12)
  );
}
