import type { TabReport } from '#core/report.ts';
import type { LedgerChanged, ViewRequestName, ViewRequests } from '#messages/protocol.ts';
import messages from '../../../_locales/en/messages.json';
import { NOW } from '../actors.ts';
import { ANSWERS } from './answers.ts';
import { OPTION_SCENES } from './option-scenes.ts';
import { SCENES } from './scenes.ts';

/** Stands in for `#messages/ask.ts` in the gallery: every answer is a fixture, named by `?scene=` in the address. */

/** The gallery's clock stands still, a minute after the fixtures' last event. */
Date.now = () => NOW;

const texts: Readonly<Record<string, { readonly message: string }>> = messages;

export function text(key: string, args: readonly string[] = []): string {
  return (texts[key]?.message ?? '').replaceAll(/\$(\d)/gu, (_, place: string) => args[Number(place) - 1] ?? '');
}

export function locale(): string {
  return new URLSearchParams(location.search).get('locale') ?? 'en-GB';
}

function scene(): TabReport | Error | null {
  return SCENES[new URLSearchParams(location.search).get('scene') ?? 'busy'] ?? null;
}

function otherAnswer(name: Exclude<ViewRequestName, 'tabReport'>): unknown {
  const inScene = OPTION_SCENES[new URLSearchParams(location.search).get('scene') ?? ''] ?? {};
  return name in inScene ? inScene[name] : ANSWERS[name];
}

export async function ask<Name extends ViewRequestName>(
  name: Name,
  _question: ViewRequests[Name]['ask'],
): Promise<ViewRequests[Name]['answer']> {
  if (name !== 'tabReport') return otherAnswer(name) as ViewRequests[Name]['answer'];
  const report = scene();
  if (report instanceof Error) throw report;
  if (report === null) return new Promise(() => undefined);
  return report;
}

export function onLedgerChanged(_tell: (changed: LedgerChanged) => void): void {}

export async function currentTabId(): Promise<number | null> {
  return Promise.resolve(1);
}

export async function requestAccess(): Promise<boolean> {
  return Promise.resolve(false);
}

export async function requestNotifications(): Promise<boolean> {
  return Promise.resolve(true);
}

export function openPage(path: string): void {
  location.assign(`/${path}`);
}

export function saveFile(): void {}
