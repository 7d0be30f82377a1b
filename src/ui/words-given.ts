import { filled, plain, rich } from './say.ts';

/** The texts of what a person gave a site in forms. */
export const givenWords = {
  kind: {
    name: plain('givenName'),
    email: plain('givenEmail'),
    phone: plain('givenPhone'),
    address: plain('givenAddress'),
    birth: plain('givenBirth'),
    age: plain('givenAge'),
    gender: plain('givenGender'),
    company: plain('givenCompany'),
    'official-id': plain('givenOfficial'),
    bank: plain('givenBank'),
    card: plain('givenCard'),
    username: plain('givenUsername'),
    'sign-in': plain('givenPassword'),
    'sign-up': plain('givenNewPassword'),
  },
  gave: rich('saysGave', 'what'),
  gaveTo: rich('saysGaveTo', 'who', 'what'),
  left: rich('saysLeft', 'what'),
  byFields: plain('givenByFields'),
  head: plain('factTold'),
  onDay: filled('givenOn', 'what', 'day'),
  leftOnDay: filled('givenLeftOn', 'what', 'day'),
  fromThen: plain('givenFromThen'),
  target: plain('givenTarget'),
  what: plain('givenWhat'),
} as const;
