/** HTML that is already safe to send. */
export interface Markup {
  readonly markup: string;
}

type Filling = string | number | Markup | readonly Markup[];

/** Text made safe for HTML content and for quoted attributes. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function fill(filling: Filling): string {
  if (typeof filling === 'string') return escapeHtml(filling);
  if (typeof filling === 'number') return String(filling);
  if ('markup' in filling) return filling.markup;
  return filling.map((part) => part.markup).join('');
}

/** HTML from a template: text is escaped, markup goes in as it is, lists are joined. */
export function html(strings: TemplateStringsArray, ...fillings: readonly Filling[]): Markup {
  return {
    markup: strings.map((text, index) => text + (index in fillings ? fill(fillings[index] ?? '') : '')).join(''),
  };
}

/** Nothing at all, for the other branch of a condition. */
export const NOTHING: Markup = { markup: '' };
