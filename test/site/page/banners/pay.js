// Accept, or pay.
const wall = document.createElement('div');
wall.setAttribute('role', 'dialog');
wall.style = 'position: fixed; inset: 20% 10%; padding: 2em; background: white';
wall.innerHTML =
  '<p>We and our partners use cookies for advertising. Read on with advertising, or without for 3.99 a month.</p><button id="accept">Accept all</button><a href="/pay" id="pay">Subscribe now</a>';
document.body.append(wall);
globalThis.pressed = 0;
wall.addEventListener('click', (event) => {
  event.preventDefault();
  globalThis.pressed += 1;
});
