import type { Giving } from '#core/given.ts';
import { givenBy } from './filled.ts';
import { besideButton, besideEnter } from './pressed.ts';
import { targetOf } from './target-of.ts';
import { type Field, findIn, formOf, isConnected, isField, isWithin, rootOf, valueOf } from './taken.ts';

/** Fields of a document that are kept in mind, the last ones filled; and fields that one telling is of. */
const MOST_KEPT = 200;
const MOST_TOLD = 50;

/** What was told of a field since it last changed. */
interface Told {
  readonly left: boolean;
  readonly pressed: boolean;
}

/** Whether a field holds what a person is told again by. */
function holdsContact(field: Field): boolean {
  const { emails, phones } = givenBy([field], [field]);
  return emails.length + phones.length > 0;
}

interface Telling {
  /** The fields that were filled along with those told of. */
  readonly among?: readonly Field[];
  readonly target?: string | null;
}

/** What the person did last may still be acted on; a page that sends a form by itself has no such moment. */
function personActs(): boolean {
  return navigator.userActivation?.isActive ?? false;
}

/** The password in a form that the person submits, whoever filled it in. */
function managedPassword(form: HTMLFormElement): readonly Field[] {
  const password = personActs() ? findIn(form, 'input[type="password"]') : null;
  return isField(password) && valueOf(password) !== '' ? [password] : [];
}

/**
 * Tells what a person gives the site in the fields of this document: as they submit a form, press a button or Enter where
 * there is no form, and go on from a field, once for each until it is changed. What a script fills is not theirs, but for
 * a password in a form they submit: password managers fill it in like that. Only listeners, most of them from the first
 * field on that is filled; closed shadow trees are not seen. Clear addresses and numbers are in what is told, and kept
 * nowhere. Listens until the signal, if any.
 */
export function createGivings(
  page: Document,
  report: (giving: Giving) => void,
  { signal }: { readonly signal?: AbortSignal } = {},
): void {
  const filled = new Map<Field, Told>();
  const heard = new WeakSet<Node>();
  const top: EventTarget = page.defaultView ?? page;
  const listen = (to: EventTarget, type: string, listener: (event: Event) => void): void =>
    to.addEventListener(type, listener, signal === undefined ? { capture: true } : { capture: true, signal });

  /** The fields that are filled and still there, the last ones filled at the end. */
  const there = (): readonly Field[] => {
    for (const field of filled.keys()) if (!isConnected(field)) filled.delete(field);
    return [...filled.keys()];
  };
  const tell = (
    how: Giving['how'],
    fields: readonly Field[],
    { among = fields, target = null }: Telling = {},
  ): void => {
    for (const field of fields) filled.set(field, { left: true, pressed: how !== 'left' });
    const given = givenBy(fields.slice(-MOST_TOLD), among.slice(-MOST_TOLD));
    if (given.kinds.length > 0) report({ how, target, ...given });
  };

  const left = (event: Event): void => {
    const [field] = event.composedPath();
    if (!event.isTrusted || !isField(field) || filled.get(field)?.left !== false) return;
    tell('left', [field], { among: there().filter((other) => formOf(other) === formOf(field)) });
  };
  const submitted = (event: Event): void => {
    const [form] = event.composedPath();
    if (!event.isTrusted || !(form instanceof HTMLFormElement)) return;
    const theirs = there().filter((field) => formOf(field) === form || isWithin(field, form));
    const fields = [...new Set([...theirs, ...managedPassword(form)])];
    const by = event instanceof SubmitEvent ? event.submitter : null;
    if (fields.length > 0) tell('submitted', fields, { target: targetOf(form, by) });
  };
  const pressed = (beside: typeof besideButton) => {
    return (event: Event): void => {
      if (!event.isTrusted) return;
      const fresh = there().filter((field) => filled.get(field)?.pressed === false);
      tell('pressed', beside(event, fresh));
    };
  };

  /** Not all events of a shadow tree leave it, so that they are heard in there. */
  const hearIn = (root: Node): void => {
    if (heard.has(root)) return;
    heard.add(root);
    listen(root === page ? top : root, 'blur', left);
    if (root === page) {
      listen(top, 'click', pressed(besideButton));
      listen(top, 'keydown', pressed(besideEnter));
    } else {
      listen(root, 'change', changed);
      listen(root, 'submit', submitted);
    }
  };
  const changed = (event: Event): void => {
    const [field] = event.composedPath();
    if (!event.isTrusted || !isField(field)) return;
    filled.delete(field);
    if (valueOf(field) === '') return;
    filled.set(field, { left: false, pressed: false });
    for (const [oldest] of filled) if (filled.size > MOST_KEPT) filled.delete(oldest);
    hearIn(page);
    hearIn(rootOf(field));
    // A page's own listeners may send it off at once: what is told again by it is told before.
    if (event.type === 'change' && holdsContact(field)) left(event);
  };
  listen(top, 'input', changed);
  listen(top, 'change', changed);
  listen(top, 'submit', submitted);
}
