import { expect, it } from 'vitest';
import { followNothing } from '#observe/following.ts';
import { followEverywhere } from '../../src/background/follow-everywhere.ts';
import { story } from '../support/fakes/story.ts';
import { HVID, HVID_2, hvid } from '../store/names.ts';

it('a number that is at work on any site is looked for everywhere, and one that ended is not', async () => {
  const tale = story().setCookie(hvid(HVID)).visits('https://shop.example/').setCookie(hvid(HVID_2));
  const { tables } = await tale.told();
  const following = followNothing();
  await followEverywhere(tables, following, tale.now());
  const found = following.find({ url: `https://ads.example/?now=${HVID_2}&before=${HVID}` });
  expect(found.map(({ what, name }) => [name, [...what.domains]])).toEqual([['now', ['shop.example']]]);
});
