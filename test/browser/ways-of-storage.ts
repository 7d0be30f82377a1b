/* oxlint-disable typescript/unbound-method, no-extend-native, no-unsafe-optional-chaining -- written as a page would */
import type { Way } from './ways-to-write.ts';

/** Ways to write to web storage. */
export const STORAGE_WAYS: readonly Way[] = [
  {
    way: 'localStorage.setItem',
    area: 'local-storage',
    write: (name, value) => {
      localStorage.setItem(name, value);
      return localStorage.getItem(name);
    },
  },
  {
    way: 'a property of localStorage',
    area: 'local-storage',
    write: (name, value) => {
      localStorage[name] = value;
      return localStorage[name] as string;
    },
  },
  {
    way: 'a property of localStorage that is defined',
    area: 'local-storage',
    write: (name, value) => {
      Object.defineProperty(localStorage, name, { value });
      return Object.entries(localStorage).find(([key]) => key === name)?.[1] as string;
    },
  },
  {
    way: 'the inherited function, called on localStorage',
    area: 'local-storage',
    write: (name, value) => {
      Storage.prototype.setItem.call(localStorage, name, value);
      return Storage.prototype.getItem.call(localStorage, name);
    },
  },
  {
    way: 'the function of a frame, called on localStorage',
    area: 'local-storage',
    write: (name, value) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const { Storage: Theirs } = frame.contentWindow as unknown as typeof globalThis;
      Theirs.prototype.setItem.call(localStorage, name, value);
      return localStorage.getItem(name);
    },
  },
  {
    way: 'a frame’s localStorage',
    area: 'local-storage',
    write: (name, value) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const theirs = (frame.contentWindow as Window).localStorage;
      theirs[name] = value;
      return theirs.getItem(name);
    },
  },
  {
    way: 'the localStorage of a frame whose page is still to come',
    area: 'local-storage',
    write: (name, value) => {
      const frame = document.createElement('iframe');
      frame.src = '/plain';
      document.body.append(frame);
      const theirs = (frame.contentWindow as Window).localStorage;
      theirs[name] = value;
      return theirs[name] as string;
    },
  },
  {
    way: 'localStorage as a frame’s window would give it',
    area: 'local-storage',
    write: (name, value) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const descriptor = Object.getOwnPropertyDescriptor(frame.contentWindow, 'localStorage');
      const theirs = descriptor?.get?.call(window) as Storage;
      theirs[name] = value;
      return theirs[name] as string;
    },
  },
  {
    way: 'the area that a storage event tells of',
    area: 'local-storage',
    write: async (name, value) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const told = new Promise<Storage | null>((resolve) => {
        addEventListener('storage', (event) => resolve(event.storageArea), { once: true });
      });
      (frame.contentWindow as Window).localStorage.setItem('theme', `dark-${name}`);
      const theirs = (await told) as Storage;
      theirs[name] = value;
      return theirs[name] as string;
    },
  },
  {
    way: 'sessionStorage.setItem',
    area: 'session-storage',
    write: (name, value) => {
      sessionStorage.setItem(name, value);
      return sessionStorage.getItem(name);
    },
  },
  {
    way: 'a property of sessionStorage',
    area: 'session-storage',
    write: (name, value) => {
      sessionStorage[name] = value;
      return sessionStorage[name] as string;
    },
  },
];
