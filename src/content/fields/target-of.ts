import { attributeOf, baseOf } from './taken.ts';

/** Where a form goes that the person submits by a button, or by none. */
function actionOf(form: HTMLFormElement, by: Element | null): string {
  return (by === null ? '' : attributeOf(by, 'formaction')) || attributeOf(form, 'action');
}

/** The origin that a submitted form goes to; `null` where that is no web address, and for a form that only closes. */
export function targetOf(form: HTMLFormElement, by: Element | null): string | null {
  const method = (by === null ? '' : attributeOf(by, 'formmethod')) || attributeOf(form, 'method');
  if (method.toLowerCase() === 'dialog') return null;
  const action = actionOf(form, by);
  const base = action === '' ? location.href : baseOf(form);
  if (!URL.canParse(action, base)) return null;
  const { protocol, origin } = new URL(action, base);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
