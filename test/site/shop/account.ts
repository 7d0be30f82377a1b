import { randomBytes } from 'node:crypto';
import { setCookieLine } from '../cookie-header.ts';
import { formBody, htmlReply, redirect, type Exchange, type Reply } from '../exchange.ts';
import { html } from '../html.ts';
import { recordSignIn, type VisitorRecord } from '../visitor-log.ts';
import { shopPage, type ShopView } from './layout.ts';

/** Who is signed in, by session. */
export type Sessions = Map<string, string>;

const SESSION = 'sid';

const CSRF = 'csrf';

function random(): string {
  return randomBytes(16).toString('hex');
}

/** The token that forms must send back: the one the browser has, or a new one. */
export function csrfOf(exchange: Exchange): string {
  const held = exchange.cookies.get(CSRF) ?? '';
  return /^[\da-f]{32}$/u.test(held) ? held : random();
}

/** Sets the token for the browser session. */
export function csrfLine(token: string): string {
  return setCookieLine(CSRF, token);
}

/** Whether a form came from a page of ours: its hidden field says what the cookie says. */
export function isOurForm(exchange: Exchange): boolean {
  const held = exchange.cookies.get(CSRF);
  return held !== undefined && formBody(exchange).get('csrf') === held;
}

export function signedIn(exchange: Exchange, sessions: Sessions): string | null {
  return sessions.get(exchange.cookies.get(SESSION) ?? '') ?? null;
}

/** `POST /your-account/sign-in`: any name will do, here. */
export function signIn(exchange: Exchange, sessions: Sessions, record: VisitorRecord | undefined): Reply {
  const name = (formBody(exchange).get('name') ?? '').trim().slice(0, 60);
  if (name === '') return redirect('/your-account');
  const session = random();
  sessions.set(session, name);
  if (record !== undefined) recordSignIn(record, exchange.at);
  return redirect('/your-account', [['Set-Cookie', setCookieLine(SESSION, session, { httpOnly: true })]]);
}

export function signOut(exchange: Exchange, sessions: Sessions): Reply {
  sessions.delete(exchange.cookies.get(SESSION) ?? '');
  return redirect('/your-account', [['Set-Cookie', setCookieLine(SESSION, '', { days: 0, httpOnly: true })]]);
}

export function accountPage(view: ShopView): Reply {
  const content =
    view.signedIn === null
      ? html`<h1>Sign in</h1>
          <form method="post" action="/your-account/sign-in" class="fields" id="sign-in">
            <input type="hidden" name="csrf" value="${view.csrf}" />
            <label>Name <input name="name" autocomplete="username" required maxlength="60" /></label>
            <label>Password <input name="password" type="password" autocomplete="current-password" required /></label>
            <p><button class="main">Sign in</button></p>
          </form>
          <p class="soft">This is a demonstration: any name and password will do.</p>`
      : html`<h1>Hello, ${view.signedIn}</h1>
          <p>Good to have you back. Everything is where you left it.</p>
          <form method="post" action="/your-account/sign-out" id="sign-out">
            <input type="hidden" name="csrf" value="${view.csrf}" />
            <button>Sign out</button>
          </form>`;
  return htmlReply(shopPage(view, 'Your account', content));
}
