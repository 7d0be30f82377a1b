/** Parses a URL; `undefined` for what is no URL. Pages hand us anything. Apart from sites, whose list no page need load. */
export function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
