/** How long a site may take to answer, in ms. */
const PATIENCE = 10_000;

/** Characters that are read of an answer; what a site states is shorter by far. */
const LONGEST = 16_384;

/** What came of asking for a file: its text, that there is none, that it is elsewhere, or that nothing came. */
export type Asked = { readonly text: string } | 'missing' | 'elsewhere' | 'unanswered' | 'too-long';

/** Reads an answer as far as it is of use. */
async function textOf(body: ReadableStream<Uint8Array> | null): Promise<Asked> {
  if (body === null) return { text: '' };
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode() };
    text += decoder.decode(value, { stream: true });
    if (text.length > LONGEST) {
      await reader.cancel();
      return 'too-long';
    }
  }
}

/**
 * Asks an address for a file, with no cookie and no referrer, and follows it nowhere. One of two places that make a
 * network request of our own: for what the person pressed, and nothing else.
 */
export async function askForFile(url: string): Promise<Asked> {
  try {
    const answer = await fetch(url, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.type === 'opaqueredirect') return 'elsewhere';
    if (answer.ok) return await textOf(answer.body);
    await answer.body?.cancel();
    return 'missing';
  } catch {
    return 'unanswered';
  }
}
