import { natives } from '../natives.ts';

/** The address that a page's script gave, as the browser takes it; `null` for what is none. */
export function toUrl(address: unknown): URL | null {
  if (typeof address !== 'string' && !(address instanceof natives.URL)) return null;
  try {
    return new natives.URL(address, document.baseURI);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
