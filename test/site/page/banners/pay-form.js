// Accept, or pay: in a form that hides what is asked of it behind its fields.
const wall = document.createElement('form');
wall.style = 'position: fixed; inset: 20% 10%; padding: 2em; background: white';
const names =
  'body matches querySelector querySelectorAll textContent parentNode parentElement getAttribute getBoundingClientRect';
wall.innerHTML = `${names
  .split(' ')
  .map((name) => `<input type="hidden" name="${name}">`)
  .join(
    '',
  )}<p>Mit Werbung weiterlesen, mit Tracking durch uns und unsere Partner. Oder im Abo.</p><button type="button" id="accept">Akzeptieren und weiter</button><a href="/pay" id="pay">Jetzt abonnieren</a>`;
document.body.append(wall);
globalThis.pressed = 0;
document.addEventListener('click', (event) => {
  event.preventDefault();
  globalThis.pressed += 1;
});
