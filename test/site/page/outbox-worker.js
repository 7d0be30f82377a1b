// Sends what it is given, in the way it is told, and says when that is done.
async function send({ way, said, to }) {
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
  postMessage('sent');
}

addEventListener('message', ({ data }) => void send(data));
