import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import cookieParser from 'cookie-parser';
import { doubleCsrf } from 'csrf-csrf';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { setCookieLine } from '../cookie-header.ts';
import { html, type Markup } from '../html.ts';
import type { SessionLog, SignedRequest } from './session-log.ts';

/** The number that the site gives beside its login. */
export const NUMBER = 'svid';
const DAYS = 400;

/** How a library keeps who is signed in. */
export interface Keeping {
  readonly host: string;
  /** Whether its form has a field for a password, which any fills. */
  readonly asksPassword?: boolean;
  /** What the library puts before all else; empty where it needs nothing. */
  readonly before: readonly RequestHandler[];
  readonly who: (request: Request, response: Response) => Promise<string | null>;
  /** Signs somebody in; the library sets its cookie. */
  readonly remember: (request: Request, response: Response, name: string) => Promise<void>;
}

/** A site that runs on a web framework's own server, handed each request as it came. */
export interface SessionSite {
  readonly host: string;
  readonly listener: RequestListener;
  readonly sessions: SessionLog;
}

/** A field of a posted form; empty where there is none. */
function field(request: Request, name: string): string {
  const body: unknown = request.body;
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : '';
}

function page(heading: string, content: Markup): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${heading}</title>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <h1>${heading}</h1>
        ${content}
      </body>
    </html>`.markup;
}

/** A site with a login, a page that needs it and a form that needs a token, all kept by libraries in common use. */
export function createSessionSite({ host, asksPassword = false, before, who, remember }: Keeping): SessionSite {
  const requests: SignedRequest[] = [];
  const given: string[] = [];
  const notes: { readonly who: string; readonly text: string }[] = [];
  const names = new WeakMap<Request, string>();
  let refused = 0;

  const { doubleCsrfProtection, generateCsrfToken } = doubleCsrf({
    getSecret: () => 'the secret of a demo site',
    getSessionIdentifier: (request) => names.get(request) ?? '',
    getCsrfTokenFromRequest: (request) => field(request, 'token'),
  });

  const noted: RequestHandler = async (request, response, next) => {
    const name = await who(request, response);
    if (name !== null) names.set(request, name);
    const cookies = request.cookies as Readonly<Record<string, string>>;
    const number = cookies[NUMBER] ?? null;
    requests.push({ method: request.method, path: request.path, who: name, number });
    if (number === null) {
      const fresh = randomUUID();
      given.push(fresh);
      response.append('Set-Cookie', setCookieLine(NUMBER, fresh, { days: DAYS }));
    }
    response.set('Cache-Control', 'no-store');
    next();
  };

  const app = express();
  app.use(...before, cookieParser(), express.urlencoded({ extended: false }), noted, doubleCsrfProtection);
  app.get('/', (request, response) => {
    const token = generateCsrfToken(request, response);
    const form = html`<form id="sign-in" method="post" action="/sign-in">
      <input type="hidden" name="token" value="${token}" />
      <input name="name" />
      ${asksPassword ? html`<input name="password" type="password" />` : html``}
      <button>Sign in</button>
    </form>`;
    response.send(page('Sign in', form));
  });
  // oxlint-disable-next-line no-async-endpoint-handlers -- Express waits for it since version 5, and hears of its errors
  app.post('/sign-in', async (request, response) => {
    await remember(request, response, field(request, 'name'));
    response.redirect(303, '/account');
  });
  app.get('/account', (request, response) => {
    const name = names.get(request);
    if (name === undefined) {
      response.status(401).send(page('Please sign in', html`<a href="/">Sign in</a>`));
      return;
    }
    const token = generateCsrfToken(request, response);
    const form = html`<form id="note" method="post" action="/notes">
      <input type="hidden" name="token" value="${token}" />
      <input name="text" />
      <button>Keep</button>
    </form>`;
    response.send(page(`Hello, ${name}`, form));
  });
  app.post('/notes', (request, response) => {
    const name = names.get(request);
    if (name !== undefined) notes.push({ who: name, text: field(request, 'text') });
    response.redirect(303, '/account');
  });
  app.get('/__log', (_request, response) => {
    response.json({ site: host, requests, given, notes, refused });
  });
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EBADCSRFTOKEN') {
      next(error);
      return;
    }
    refused += 1;
    response.status(403).send(page('Refused', html`<p>The form's token is not ours.</p>`));
  });
  return { host, listener: app, sessions: { requests, given, notes, refused: () => refused } };
}
