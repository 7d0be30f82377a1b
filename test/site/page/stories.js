// Shows one story after another without loading a page: each is a page to the reader and to the shop.
(() => {
  const list = document.title;

  function show() {
    const id = location.pathname.split('/')[2] ?? '';
    let title = id === '' ? 'Stories · Halden Audio' : list;
    for (const article of document.querySelectorAll('article')) {
      article.hidden = article.id !== `story-${id}`;
      if (!article.hidden) title = article.dataset.title;
    }
    document.title = title;
  }

  /** The path last told to the shop: a mere change of the hash is no new page. */
  let told = location.pathname;
  function turned() {
    show();
    if (location.pathname === told) return;
    told = location.pathname;
    dispatchEvent(new CustomEvent('site:page', { detail: told }));
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-story]');
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    turned();
  });
  addEventListener('popstate', turned);
})();
