// On every page of the zoo and of its partner: writes the number the page holds in the way it names, then tells the
// server what a script can read here. `data-told` says that the server has heard.
void (async () => {
  const { page, way, name, value } = document.documentElement.dataset;
  const seconds = 400 * 86400;
  const line = `${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax`;

  function freshFrame() {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return frame;
  }

  function loaded(frame) {
    return new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  }

  const scriptOf = (text) => `<script>document.cookie = ${JSON.stringify(text)};</script>`;

  const ways = {
    script: () => {
      document.cookie = line;
    },
    'object-value': () => {
      document.cookie = { toString: () => line };
    },
    'cookie-store': () =>
      cookieStore.set({ name, value, path: '/', sameSite: 'lax', expires: Date.now() + seconds * 1000 }),
    'fresh-setter': () => {
      const { prototype } = freshFrame().contentWindow.Document;
      Object.getOwnPropertyDescriptor(prototype, 'cookie').set.call(document, line);
    },
    'about-blank': () => {
      freshFrame().contentDocument.cookie = line;
    },
    srcdoc: () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = scriptOf(line);
      document.body.append(frame);
      return loaded(frame);
    },
    // A blob's document has no cookies of its own: it writes its parent's.
    blob: () => {
      const frame = document.createElement('iframe');
      const text = `<script>parent.document.cookie = ${JSON.stringify(line)};</script>`;
      frame.src = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
      document.body.append(frame);
      return loaded(frame);
    },
    'local-storage': () => localStorage.setItem(name, value),
    'local-named': () => {
      localStorage[name] = value;
    },
    'tab-storage': () => sessionStorage.setItem(name, value),
    'third-storage': () => localStorage.setItem(name, value),
    fetch: () => fetch('/set/fetch', { cache: 'no-store' }),
  };

  await ways[way]?.();

  const cookies = document.cookie
    .split('; ')
    .filter((pair) => pair.includes('='))
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  const seen = { page, cookies, local: Object.entries(localStorage), session: Object.entries(sessionStorage) };
  await fetch('/seen', { method: 'POST', body: JSON.stringify(seen) });
  document.documentElement.dataset.told = '';
})();
