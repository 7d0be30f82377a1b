// Sends what it is given, in the way it is told, and says when that is done.
async function send({ way, said, to }, answer) {
  const json = JSON.stringify(said);
  if (way === 'worker-xhr') {
    await new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', to);
      request.addEventListener('loadend', resolve);
      request.send(json);
    });
  } else {
    const body = way === 'worker-blob' ? new Blob([json]) : json;
    await fetch(to, { method: 'POST', mode: 'no-cors', body });
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- it is the worker's own answer
  answer.postMessage('sent');
}

addEventListener('message', ({ data, source }) => void send(data, source ?? globalThis));
// A shared worker is spoken to through a port.
addEventListener('connect', ({ ports: [port] }) => {
  port.addEventListener('message', ({ data }) => void send(data, port));
  port.start();
});
