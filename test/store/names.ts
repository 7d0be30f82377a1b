/** Lines that the sites of the tests answer with, and the numbers in them. */

export const HVID = '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44';
export const HVID_2 = '0c95d7e4-18b2-4a6f-8d3b-5e2a71c09f86';
export const UID = '5d1f0c7e9a3b4c288e6f2b7d90a1c4e3';
export const YEAR = 31_536_000;

/** The shop's own number, kept for a year. */
export function hvid(number = HVID, seconds = YEAR): string {
  return `hvid=${number}; Path=/; Max-Age=${seconds}; SameSite=Lax; HttpOnly`;
}

/** A third party's number. */
export function uid(number = UID): string {
  return `uid=${number}; Path=/; Domain=metrics.example; Max-Age=${YEAR}; SameSite=None; Secure`;
}
