// A banner of the site's own making, that locks the page and forgets to let it go.
const root = document.documentElement;
const banner = document.createElement('div');
banner.className = 'choice';
banner.style = 'position: fixed; inset: auto 0 0; padding: 2em; background: white; z-index: 9';
const says = document.createElement('p');
says.textContent = 'We use cookies and similar technologies to show you advertisements. You may accept or reject them.';
banner.append(says);
for (const [name, value] of [
  ['Accept all', 'accepted'],
  ['Reject all', 'rejected'],
]) {
  const button = document.createElement('button');
  button.textContent = name;
  button.addEventListener('click', () => {
    document.cookie = `our_choice=${value}; Path=/; Max-Age=3600`;
    banner.remove();
  });
  banner.append(button);
}
if (!document.cookie.includes('our_choice=')) {
  document.body.append(banner);
  root.style.overflow = 'hidden';
}
