import type { TestBrowser } from './browser.ts';

/** Asks the background as a view does. */
export async function askView<Answer>(browser: TestBrowser, name: string, ask: unknown): Promise<Answer> {
  const said = await browser.inExtension(
    async (question) =>
      await chrome.runtime.sendMessage<unknown, { ok: boolean; answer: unknown; error?: string }>(question),
    { from: 'view', name, ask },
  );
  if (!said.ok) throw new Error(said.error);
  return said.answer as Answer;
}
