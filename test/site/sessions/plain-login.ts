import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import express, { type Request, type Response } from 'express';
import { parseCookieHeader, setCookieLine } from '../cookie-header.ts';
import { createSessionSite, type SessionSite } from './session-site.ts';

/** The cookie that keeps who is signed in: random, for a year, under a name that says nothing. */
export const LOGIN = 'xyz';
/** The number that answers to scripts' posts bring, under a name that says nothing either. */
export const BESIDE = 'qrs';
export const HOST = 'plain-login.example';
/** Where persons may sign in instead; whoever comes there is signed in already. */
export const PROVIDER = 'plain-provider.example';

const DAYS = 365;

/** A site that keeps its logins itself, and the one that signs its persons in with a redirect. */
export interface PlainLogin extends SessionSite {
  readonly provider: { readonly host: string; readonly listener: RequestListener };
}

function random(): string {
  return randomBytes(12).toString('hex');
}

/** Makes both. */
export function createPlainLogin(): PlainLogin {
  const names = new Map<string, string>();
  const signIn = (response: Response, name: string, httpOnly: boolean): void => {
    const key = random();
    names.set(key, name);
    response.append('Set-Cookie', setCookieLine(LOGIN, key, { days: DAYS, httpOnly }));
  };

  const ways = express.Router();
  ways.get('/callback', (_request, response) => {
    signIn(response, 'Ada', true);
    response.redirect(303, '/account');
  });
  ways.post('/api/sign-in', (_request, response) => {
    signIn(response, 'Ada', true);
    response.append('Set-Cookie', setCookieLine(BESIDE, random(), { days: DAYS }));
    response.json({});
  });

  const provider = express();
  provider.get('/authorize', (_request, response) => {
    response.redirect(302, `https://${HOST}/callback?code=${random()}&state=${random()}`);
  });

  return {
    ...createSessionSite({
      host: HOST,
      asksPassword: true,
      before: [ways],
      who: async (request: Request) =>
        names.get(parseCookieHeader(request.headers.cookie ?? '').get(LOGIN) ?? '') ?? null,
      remember: async (_request, response, name) => signIn(response, name, false),
    }),
    provider: { host: PROVIDER, listener: provider },
  };
}
