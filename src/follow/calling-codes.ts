/** Country codes of one and two digits: no longer one begins as they do. */
const SHORT =
  '1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  );

/** What begins codes of three digits that are of countries; the others are of no place, or not given out. */
const LONG = '21 22 23 24 25 26 29 35 37 38 42 50 59 67 68 69 85 88 96 97 99'.split(' ');

/**
 * Country calling codes, and some of three digits that are not given out.
 * @see https://www.itu.int/rec/T-REC-E.164
 */
export const CALLING_CODES: readonly string[] = [
  ...SHORT,
  ...LONG.flatMap((start) => Array.from({ length: 10 }, (_, last) => `${start}${last}`)),
];
