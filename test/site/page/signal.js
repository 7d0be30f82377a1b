// Asks in every way a page has, here and at the partner, and notes what each place tells of Global Privacy Control.
void (async () => {
  const { partner } = document.currentScript.dataset;
  const there = `https://${partner}`;

  function loaded(name, fill) {
    return new Promise((resolve) => {
      const what = Object.assign(document.createElement(name), fill);
      what.addEventListener('load', () => resolve(what));
      what.addEventListener('error', () => resolve(what));
      document.body.append(what);
    });
  }

  function opened(socket) {
    return new Promise((resolve) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', resolve);
    });
  }

  function told(worker) {
    return new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data)));
  }

  const empty = await loaded('iframe', { src: 'about:blank', name: 'empty' });
  await loaded('img', { src: '/image' });
  await loaded('img', { src: `${there}/image` });
  await fetch('/fetch');
  await fetch(`${there}/fetch`);
  navigator.sendBeacon('/beacon', 'x');
  await loaded('iframe', { src: `${there}/frame`, name: 'partner' });
  await opened(new WebSocket(`wss://${partner}/socket`));
  const worker = await told(new Worker('/signal-worker.js'));
  globalThis.toldElsewhere = { empty: empty.contentWindow.navigator.globalPrivacyControl, worker };
  document.title = 'Asked';
})();
