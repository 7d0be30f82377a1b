// Sends one event to the partner in the way the page's address names, and says so in the title when that is done.
void (async () => {
  const PARTNER = 'https://events.inbox-partner.example';
  const { way } = document.documentElement.dataset;
  const VISITOR = 'b7f1c0de42aa9d13';
  const to = (path) => `${PARTNER}/${path}`;
  const said = (name = way) => ({ event: name, visitor_id: VISITOR, page_url: location.href });
  const json = () => JSON.stringify(said());
  const fields = () => new URLSearchParams(said());
  const bytes = () => new TextEncoder().encode(json());

  function form() {
    const data = new FormData();
    for (const [name, value] of Object.entries(said())) data.append(name, value);
    return data;
  }

  async function zipped() {
    const stream = new Blob([json()]).stream().pipeThrough(new CompressionStream('gzip'));
    return await new Response(stream).arrayBuffer();
  }

  const post = (body, more = {}) => fetch(to('fetch'), { method: 'POST', mode: 'no-cors', body, ...more });

  function xhr(body) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', to('xhr'));
      request.addEventListener('loadend', resolve);
      request.send(body);
    });
  }

  function loaded(what) {
    return new Promise((resolve) => {
      what.addEventListener('load', resolve);
      what.addEventListener('error', resolve);
      document.body.append(what);
    });
  }

  function element(name, fill) {
    return Object.assign(document.createElement(name), fill);
  }

  async function submit(enctype) {
    const frame = element('iframe', { name: 'answer' });
    const sheet = element('form', { method: 'post', enctype, action: to('form'), target: 'answer' });
    for (const [name, value] of Object.entries(said())) sheet.append(element('input', { name, value, type: 'hidden' }));
    document.body.append(sheet);
    const answered = loaded(frame);
    sheet.submit();
    await answered;
  }

  function worker(name) {
    const started = new Worker('/outbox-worker.js');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- it is a worker
    started.postMessage({ way: name, said: said(), to: to('worker') });
    return new Promise((resolve) => started.addEventListener('message', resolve));
  }

  /** As Google Analytics writes it, which is known by its form. */
  const hit = () =>
    new URLSearchParams({ v: '2', tid: 'G-OUTBOX01', cid: '1423778943.1795341600', en: way, dl: location.href });

  /** A body that is sent while it is made, and beside it an address that tells by itself. */
  function streamed() {
    const address = `https://streams.inbox-partner.example/g/collect?${hit()}`;
    const body = new Blob([json()]).stream();
    return fetch(address, { method: 'POST', duplex: 'half', mode: 'cors', body });
  }

  const ways = {
    'fetch-stream': streamed,
    'beacon-text': () => navigator.sendBeacon(to('beacon'), json()),
    'beacon-fields': () => navigator.sendBeacon(to('beacon'), fields()),
    'beacon-form': () => navigator.sendBeacon(to('beacon'), form()),
    'beacon-buffer': () => navigator.sendBeacon(to('beacon'), bytes()),
    'beacon-blob': () => navigator.sendBeacon(to('beacon'), new Blob([json()], { type: 'text/plain' })),
    'beacon-blob-of-blobs': () => {
      const text = json();
      const halves = [new Blob([text.slice(0, 9)]), new TextEncoder().encode(text.slice(9))];
      return navigator.sendBeacon(to('beacon'), new Blob(halves, { type: 'text/plain' }));
    },
    'beacon-gzip': async () => navigator.sendBeacon(to('beacon'), new Blob([await zipped()])),
    'beacon-read-blob': async () => navigator.sendBeacon(to('beacon'), await new Response(json()).blob()),
    'beacon-leaving': () => {
      addEventListener('pagehide', () =>
        navigator.sendBeacon(to('beacon'), new Blob([json()], { type: 'text/plain' })),
      );
    },
    'fetch-text': () => post(json()),
    'fetch-blob': () => post(new Blob([json()])),
    'fetch-buffer': () => post(bytes()),
    'fetch-gzip': async () => await post(await zipped()),
    'fetch-fields': () => post(fields()),
    'fetch-form': () => post(form()),
    'fetch-keepalive': () => post(json(), { keepalive: true }),
    'fetch-keepalive-blob': () => post(new Blob([json()]), { keepalive: true }),
    'fetch-request': () => fetch(new Request(to('fetch'), { method: 'POST', mode: 'no-cors', body: json() })),
    'fetch-request-blob': () =>
      fetch(new Request(to('fetch'), { method: 'POST', mode: 'no-cors', body: new Blob([json()]) })),
    'xhr-text': () => xhr(json()),
    'xhr-blob': () => xhr(new Blob([json()], { type: 'text/plain' })),
    'xhr-buffer': () => xhr(bytes()),
    'xhr-form': () => xhr(form()),
    'xhr-fields': () => xhr(fields()),
    image: () => loaded(element('img', { src: `${to('image')}?${hit()}` })),
    script: () => loaded(element('script', { src: `${to('script.js')}?${hit()}` })),
    frame: () => loaded(element('iframe', { src: `${to('frame')}?${hit()}` })),
    'event-source': () =>
      new Promise((resolve) => {
        const source = new EventSource(`${to('stream')}?${hit()}`);
        source.addEventListener('error', () => {
          source.close();
          resolve();
        });
      }),
    'form-fields': () => submit('application/x-www-form-urlencoded'),
    'form-multipart': () => submit('multipart/form-data'),
    'web-socket': () =>
      new Promise((resolve) => {
        const socket = new WebSocket(to('socket').replace('https', 'wss'));
        socket.addEventListener('open', () => socket.send(json()));
        socket.addEventListener('message', resolve);
      }),
    'web-socket-buffer': () =>
      new Promise((resolve) => {
        const socket = new WebSocket(to('socket').replace('https', 'wss'));
        socket.addEventListener('open', () => socket.send(bytes()));
        socket.addEventListener('message', resolve);
      }),
    'worker-text': () => worker('worker-text'),
    'worker-xhr': () => worker('worker-xhr'),
    'worker-blob': () => worker('worker-blob'),
    'shared-worker': () => {
      const started = new SharedWorker('/outbox-worker.js');
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- it is a worker
      started.port.postMessage({ way: 'shared-worker', said: said(), to: to('worker') });
      started.port.start();
      return new Promise((resolve) => started.port.addEventListener('message', resolve));
    },
    'service-worker': async () => {
      await navigator.serviceWorker.register('/outbox-worker.js');
      const { active } = await navigator.serviceWorker.ready;
      const heard = new Promise((resolve) => navigator.serviceWorker.addEventListener('message', resolve));
      navigator.serviceWorker.startMessages();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- it is a worker
      active.postMessage({ way: 'service-worker', said: said(), to: to('worker') });
      await heard;
    },
    'frame-blob': async () => {
      const frame = element('iframe', { srcdoc: '<p>Inside' });
      await loaded(frame);
      const { Blob: Theirs, navigator: there } = frame.contentWindow;
      there.sendBeacon(to('beacon'), new Theirs([json()], { type: 'text/plain' }));
    },
    refused: () => fetch('https://nowhere.inbox-partner.example/', { method: 'POST', body: json() }).catch(() => null),
    // What a page says of itself over the line to its watcher, and never sent.
    nothing: () => null,
  };
  await ways[way]?.();
  document.title = `Sent: ${way}`;
})();
