// Something on the page changes all the time, as on most pages: whoever looks for banners looks again then.
const clock = document.querySelector('#clock');
setInterval(() => {
  clock.textContent = new Date().toLocaleTimeString('en');
}, 250);
