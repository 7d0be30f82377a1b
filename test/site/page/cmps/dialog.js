/** Makes an element with attributes, and with texts and elements in it. */
function element(tag, attributes, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

function button(press, text) {
  return element('button', { type: 'button', 'data-press': press }, text);
}

/** One thing that is asked, with a toggle for each ground that it may stand on. */
function row({ id, name, grounds }) {
  const toggles = grounds.map(({ ground, label }) =>
    element('label', {}, element('input', { type: 'checkbox', 'data-ground': ground, value: id }), ` ${label}`),
  );
  return element('fieldset', {}, element('legend', {}, name), ...toggles);
}

/** A table of what is kept, and for how long. */
function table(declared) {
  const cells = (texts, kind) => element('tr', {}, ...texts.map((text) => element(kind, {}, text)));
  const lines = declared.map((texts) => cells(texts, 'td'));
  return element('table', {}, cells(['Name', 'Provider', 'Expiry'], 'th'), ...lines);
}

/**
 * A banner with “Accept all”, “Reject all” and “Choose”, and behind that a toggle for each thing. `pressed` hears which of
 * them, and which toggles were on. It opens with toggles as they were chosen last.
 */
export function makeDialog({ heading, text, rows, declared = [], pressed }) {
  const first = element(
    'div',
    { class: 'cmp-first' },
    element('p', {}, text),
    button('accept', 'Accept all'),
    button('reject', 'Reject all'),
    button('choose', 'Choose'),
  );
  const choose = element(
    'div',
    { class: 'cmp-choose' },
    ...rows.map(row),
    ...(declared.length > 0 ? [table(declared)] : []),
    button('save', 'Save choices'),
  );
  const dialog = element('div', { id: 'cmp', role: 'dialog', 'aria-label': heading }, element('h2', {}, heading));
  dialog.append(first, choose);
  dialog.hidden = true;
  document.body.append(dialog);

  const toggles = () => [...dialog.querySelectorAll('input')];
  const chosen = () => {
    const on = toggles().filter(({ checked }) => checked);
    return on.map((toggle) => ({ ground: toggle.dataset.ground, id: Number(toggle.value) }));
  };
  dialog.addEventListener('click', ({ target }) => {
    const press = target instanceof Element ? target.closest('[data-press]')?.dataset.press : undefined;
    if (press === undefined) return;
    if (press === 'choose') {
      first.hidden = true;
      choose.hidden = false;
      return;
    }
    dialog.hidden = true;
    pressed(press, chosen());
  });
  return {
    open: (isOn) => {
      for (const toggle of toggles()) toggle.checked = isOn(toggle.dataset.ground, Number(toggle.value));
      first.hidden = false;
      choose.hidden = true;
      dialog.hidden = false;
    },
  };
}

/** The value of a cookie; empty where there is none. */
export function cookieNamed(name) {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`));
  return cookie === undefined ? '' : cookie.slice(name.length + 1);
}

/** Stores a text for a year, for the whole site. */
export function storeCookie(name, value) {
  document.cookie = `${name}=${value}; Max-Age=31536000; Path=/; SameSite=Lax; Secure`;
}
