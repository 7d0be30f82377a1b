import type { ViewRequestName } from '#messages/protocol.ts';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { NOW } from '../ui/actors.ts';
import { ANSWERS } from '../ui/gallery/answers.ts';
import { OPTION_SCENES } from '../ui/gallery/option-scenes.ts';

/** Stands in for `#messages/ask.ts`: the background's answers are fixtures, and what it is asked is noted. */

export const ask = vi.fn<(name: ViewRequestName, question: unknown) => Promise<unknown>>();
export const requestNotifications = vi.fn<() => Promise<boolean>>();
export const saveFile = vi.fn<() => void>();
export const onLedgerChanged = vi.fn<() => void>();

/** Answers as in a scene of the gallery, or with these answers besides the ordinary ones. */
export function answerAs(scene: string, more: Partial<Record<ViewRequestName, unknown>> = {}): void {
  const answers: Readonly<Record<string, unknown>> = { ...ANSWERS, ...OPTION_SCENES[scene], ...more };
  ask.mockReset().mockImplementation(async (name) => Promise.resolve(answers[name]));
}

/** As it is at the beginning of each test. */
export function beginAnew(): void {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  requestNotifications.mockReset().mockResolvedValue(true);
  saveFile.mockReset();
  answerAs('');
}

/** What was asked under a name, in order. */
export function asked(name: ViewRequestName): readonly unknown[] {
  return ask.mock.calls.filter(([asks]) => asks === name).map(([, question]) => question);
}

/** Lets every answer under way arrive and be shown, and what is asked for by what is shown then. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await act(async () => {
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    });
  }
}

/** Presses the button that is called so. */
export async function pressNamed(root: ParentNode, name: string): Promise<void> {
  const button = [...root.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent === name);
  if (button === undefined) throw new Error(`nothing is called ${name}`);
  await act(async () => {
    button.click();
    await Promise.resolve();
  });
  await settled();
}

/** Picks one of a list that opens. */
export async function pick(root: ParentNode, selector: string, value: string): Promise<void> {
  const field = root.querySelector<HTMLSelectElement>(selector);
  if (field === null) throw new Error(`not there: ${selector}`);
  await act(async () => {
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await Promise.resolve();
  });
  await settled();
}
