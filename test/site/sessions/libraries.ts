import cookieSession from 'cookie-session';
import type { Request } from 'express';
import session from 'express-session';
import { getIronSession } from 'iron-session';
import { createSessionSite, type SessionSite } from './session-site.ts';

const SECRET = 'a secret of a demo site, of at least thirty-two characters';
const FORTNIGHT = 14 * 86_400_000;

/** What each of the sites keeps of a visitor who signed in. */
interface Kept {
  name?: string;
}

/** Both libraries that put a session into the request type it as their own. */
function kept(request: Request): Kept {
  return request.session as unknown as Kept;
}

/** express-session: a signed key in `connect.sid`, the rest on the server. */
function createExpressSession(): SessionSite {
  const cookie = { httpOnly: true, secure: true, sameSite: 'lax', maxAge: FORTNIGHT } as const;
  return createSessionSite({
    host: 'express-session.example',
    before: [session({ secret: SECRET, resave: false, saveUninitialized: false, cookie })],
    who: async (request) => kept(request).name ?? null,
    remember: async (request, _response, name) => {
      await new Promise<void>((resolve, reject) => {
        request.session.regenerate((error?: Error | null) => (error ? reject(error) : resolve()));
      });
      kept(request).name = name;
    },
  });
}

/** cookie-session: the session itself in a cookie, its signature in another. */
function createCookieSession(): SessionSite {
  return createSessionSite({
    host: 'cookie-session.example',
    before: [cookieSession({ keys: [SECRET], maxAge: FORTNIGHT, secure: true, sameSite: 'lax' })],
    who: async (request) => kept(request).name ?? null,
    remember: async (request, _response, name) => {
      kept(request).name = name;
    },
  });
}

/** iron-session: the session sealed in a cookie, under whatever name the site gives it. */
function createIronSession(): SessionSite {
  const options = { cookieName: 'nordlicht', password: SECRET };
  return createSessionSite({
    host: 'iron-session.example',
    before: [],
    who: async (request, response) => (await getIronSession<Kept>(request, response, options)).name ?? null,
    remember: async (request, response, name) => {
      const sealed = await getIronSession<Kept>(request, response, options);
      sealed.name = name;
      await sealed.save();
    },
  });
}

/** The libraries that keep logins on the demo sites. */
export type SessionLibrary = 'express-session' | 'cookie-session' | 'iron-session';

/** The sites with logins, by the library that keeps them. */
export function createSessionSites(): Readonly<Record<SessionLibrary, SessionSite>> {
  return {
    'express-session': createExpressSession(),
    'cookie-session': createCookieSession(),
    'iron-session': createIronSession(),
  };
}
