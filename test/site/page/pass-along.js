// Makes the requests that the page lists, some at once, and says in the title when all are made.
void (async () => {
  const planned = JSON.parse(document.querySelector('#plan').textContent);
  const intoSocket = (url, text) =>
    new Promise((resolve) => {
      const socket = new WebSocket(url);
      socket.addEventListener('open', () => socket.send(text));
      socket.addEventListener('message', resolve);
    });
  const send = ({ url, body, by }) => {
    if (url.startsWith('wss:')) return intoSocket(url, body);
    return fetch(by ?? url, body === undefined ? { mode: 'no-cors' } : { method: 'POST', mode: 'no-cors', body });
  };
  const work = async () => {
    for (let next = planned.shift(); next !== undefined; next = planned.shift()) await send(next);
  };
  await Promise.all(Array.from({ length: 6 }, work));
  document.title = `${document.title}: passed`;
})();
