import type { ViewRequestName } from '#messages/protocol.ts';
import { cookie, DAY, MINUTE, NOW, stored } from '../actors.ts';
import { BLOCK, chose, control, EVERY_VISIT, fortyActs, numberOf, sums, taken } from '../control.ts';
import { notJoined, onOneSite, partlyJoined } from '../company-reports.ts';
import { site } from '../reports.ts';
import { ANSWERS } from './answers.ts';

type Answers = Partial<Record<ViewRequestName, unknown>>;

/** A blocked site keeps no number; what it had can be brought back. */
const blocked = site({
  numbers: [],
  control: chose(BLOCK, {
    sums: sums({ prevented: 38, removed: 2, longestMs: 9 }),
    acts: fortyActs().slice(0, 10),
    taken: [
      taken(),
      taken({ key: 't2', number: numberOf(7), identifier: stored('hv_copy', 'https://halden-audio.example') }),
      taken({ key: 't3', number: numberOf(8), backAt: NOW - DAY }),
    ],
  }),
});

/** What the options are shown with in the gallery, by `?scene=`, besides the ordinary answers. */
export const OPTION_SCENES: Readonly<Record<string, Answers>> = {
  blocked: { siteReport: blocked },
  resetting: {
    siteReport: site({
      control: chose(EVERY_VISIT, {
        sums: sums({ pages: 14, given: 3, prevented: 0, removed: 3, longestMs: 12, cameBack: 1 }),
      }),
    }),
  },
  asking: {
    siteReport: site({
      numbers: [],
      control: control({
        mode: 'ask',
        held: [taken({ why: 'hold', identifier: cookie('hvid', 'halden-audio.example'), at: NOW - MINUTE })],
      }),
    }),
    sites: ANSWERS.sites.map((each) => ({ ...each, mode: each.chosen ? each.mode : 'ask' })),
    policy: {
      undecided: { first: 'ask', third: 'block' },
      pause: { at: NOW - MINUTE, until: NOW + 59 * MINUTE, why: 'paused' },
      notice: { by: 'card', aDay: 3 },
    },
  },
  paused: {
    siteReport: site({
      control: chose(BLOCK, { pause: { at: NOW, until: NOW + 40 * MINUTE, why: 'paused', everywhere: true } }),
    }),
    policy: {
      undecided: { first: 'ask', third: 'ask' },
      pause: { at: NOW - MINUTE, until: null, why: 'paused' },
      notice: { by: 'badge', aDay: 3 },
    },
  },
  nothing: { activity: { lines: [], next: null }, sites: [], companies: [], company: null },
  partly: { company: partlyJoined() },
  apart: { company: notJoined() },
  'one-site': { company: onOneSite() },
};
