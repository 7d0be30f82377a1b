import type { Markup } from '../html.ts';

/** Line drawings of the products, in the colours of the page. */
const STROKES: Readonly<Record<string, string>> = {
  'model-1':
    '<rect x="20" y="30" width="160" height="84" rx="6"/><circle cx="86" cy="72" r="34"/><circle cx="86" cy="72" r="12"/><circle cx="86" cy="72" r="1.5"/><path d="M158 44 150 84l-22 12"/><circle cx="158" cy="44" r="6"/>',
  'model-2':
    '<rect x="20" y="40" width="160" height="68" rx="6"/><circle cx="136" cy="74" r="22"/><path d="M136 74V56"/><circle cx="44" cy="74" r="5"/><circle cx="64" cy="74" r="5"/><circle cx="84" cy="74" r="5"/><path d="M32 108v8M168 108v8"/>',
  'model-3':
    '<rect x="38" y="18" width="52" height="104" rx="5"/><rect x="110" y="18" width="52" height="104" rx="5"/><circle cx="64" cy="84" r="18"/><circle cx="136" cy="84" r="18"/><circle cx="64" cy="42" r="9"/><circle cx="136" cy="42" r="9"/>',
  'model-4':
    '<path d="M56 92V76a44 44 0 0 1 88 0v16"/><rect x="46" y="84" width="22" height="36" rx="9"/><rect x="132" y="84" width="22" height="36" rx="9"/>',
  'model-5':
    '<rect x="24" y="46" width="152" height="52" rx="8"/><circle cx="50" cy="72" r="13"/><circle cx="150" cy="72" r="13"/><rect x="76" y="58" width="48" height="18" rx="3"/><path d="M80 86h8M96 86h8M112 86h8"/>',
};

/** The drawing of a product; decorative, so without a text of its own. */
export function drawing(id: string): Markup {
  return {
    markup: `<svg class="drawing" viewBox="0 0 200 140" aria-hidden="true">${STROKES[id] ?? ''}</svg>`,
  };
}
