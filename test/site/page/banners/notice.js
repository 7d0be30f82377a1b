// A notice that offers nothing to refuse, and locks the page.
const notice = document.createElement('div');
notice.className = 'cc_banner-wrapper';
notice.innerHTML =
  '<div class="cc_banner" style="position: fixed; inset: auto 0 0; padding: 2em; background: white"><p>This site uses cookies.</p><button>Accept</button></div>';
document.body.append(notice);
document.body.style = 'position: fixed; top: -40px; width: 100%';
