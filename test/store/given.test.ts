import { describe, expect, it } from 'vitest';
import type { GivenHow, GivenKind } from '#core/given.ts';
import type { Domain } from '#core/site.ts';
import { type Story, story } from '../support/fakes/story.ts';
import { hvid } from './names.ts';
import { told } from './reading.ts';

let ids = 0;

function gives(tale: Story, how: GivenHow, kinds: readonly GivenKind[], target: Domain | null = null): Story {
  ids += 1;
  const id = `given ${ids}`;
  return tale.happens((here) => ({ ...here, id, type: 'given', how, kinds, target }));
}

function given(tale: Story): Promise<readonly string[]> {
  return tale.report().then((report) => told(report).filter((line) => !/^(?:visit|hvid)/u.test(line)));
}

describe('what a person gives a site', () => {
  it('is a line with the number it was given under, and is summed up', async () => {
    const tale = gives(story().setCookie(hvid()).visits('https://shop.example/'), 'submitted', [
      'name',
      'email',
      'card',
    ]);
    const { given: sums, events } = await tale.report();
    expect(events.find(({ type }) => type === 'given')?.numbers).toEqual(['shop.example#1']);
    expect(await given(tale)).toEqual(['submitted: name, email, card']);
    expect(sums).toEqual(
      ['name', 'email', 'card'].map((kind) => ({ kind, first: tale.now(), last: tale.now(), sent: true })),
    );
  });

  it('says where a form goes to another site', async () => {
    const tale = gives(story().visits('https://shop.example/'), 'submitted', ['email'], 'letters.example' as Domain);
    expect(await given(tale)).toEqual(['submitted: email to letters.example']);
  });

  it('is one line for fields that are left one after the other, and gives way to the form that is submitted', async () => {
    const tale = gives(gives(story().visits('https://shop.example/'), 'left', ['email']).later(1), 'left', ['name']);
    expect(await given(tale)).toEqual(['left: name, email']);
    expect((await tale.report()).given.map(({ kind, sent }) => [kind, sent])).toEqual([
      ['name', false],
      ['email', false],
    ]);
    gives(tale, 'submitted', ['name', 'email', 'phone']);
    expect(await given(tale)).toEqual(['submitted: name, email, phone']);
    expect((await tale.report()).given.every(({ sent }) => sent)).toBe(true);
  });

  it('that was left stays told where another form is submitted, or much later', async () => {
    const tale = gives(gives(story().visits('https://shop.example/'), 'left', ['phone']), 'submitted', ['email']);
    expect(await given(tale)).toEqual(['left: phone', 'submitted: email']);
    const other = gives(gives(story().visits('https://shop.example/'), 'left', ['phone']).later(20), 'left', ['phone']);
    expect(await given(other)).toEqual(['left: phone', 'left: phone']);
  });

  it('that was left stays told as far as no form took it along', async () => {
    const tale = gives(story().visits('https://shop.example/'), 'left', ['email']);
    gives(gives(tale, 'left', ['address', 'card']), 'submitted', ['address', 'card']);
    expect(await given(tale)).toEqual(['left: email', 'submitted: address, card']);
    expect(await given(gives(tale, 'submitted', ['email']))).toEqual(['submitted: address, card', 'submitted: email']);
  });

  it('of a user name is part of the sign-in that took it along', async () => {
    const tale = gives(gives(story().visits('https://shop.example/'), 'left', ['username', 'sign-in']), 'submitted', [
      'sign-in',
    ]);
    expect(await given(tale)).toEqual(['submitted: sign-in']);
    expect((await tale.report()).given.map(({ kind, sent }) => [kind, sent])).toEqual([['sign-in', true]]);
  });

  it('is counted from when it was submitted, not from when it stood in a field', async () => {
    const tale = gives(story().visits('https://shop.example/'), 'left', ['email']).later(30);
    const [sum] = (await gives(tale, 'pressed', ['email']).report()).given;
    expect(sum).toEqual({ kind: 'email', first: tale.now(), last: tale.now(), sent: true });
  });

  it('is told once, however often the page tells it', async () => {
    const tale = gives(story().visits('https://shop.example/'), 'submitted', ['email']);
    ids -= 1;
    expect(await given(gives(tale, 'submitted', ['email']))).toEqual(['submitted: email']);
  });
});
