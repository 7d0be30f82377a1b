/** Gets the identifying part out of a decoded value; `undefined` where the value is not of the format. */
export type Take = (text: string) => string | undefined;

/** The first group of a pattern, or all it matched. Patterns are anchored or literal at their start, never nested. */
export function fit(pattern: RegExp): Take {
  return (text) => {
    const match = pattern.exec(text);
    return match === null ? undefined : (match[1] ?? match[0]);
  };
}

/** What the first of these finds that finds anything. */
export function either(...takes: readonly Take[]): Take {
  return (text) => {
    for (const take of takes) {
      const found = take(text);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** The first of these JSON fields that holds text or a number. Reads no more of the JSON, which may be cut short. */
export function field(...names: readonly string[]): Take {
  return (text) => {
    for (const name of names) {
      const at = text.indexOf(`"${name}"`);
      const match =
        at === -1 ? null : /^\s*:\s*(?:"([^"\\]{4,200})"|(\d{4,40}))/u.exec(text.slice(at + name.length + 2));
      if (match !== null) return match[1] ?? match[2];
    }
    return undefined;
  };
}

/** Decodes base64 or base64url into one character a byte; `undefined` where the text is none. */
export function decodeBase64(text: string): string | undefined {
  const standard = text.replace(/-/gu, '+').replace(/_/gu, '/').replace(/=+$/u, '');
  if (standard.length % 4 === 1 || !/^[A-Za-z\d+/]*$/u.test(standard)) return undefined;
  return atob(standard);
}

/** A part of what base64 decodes to. */
export function inBase64(take: Take): Take {
  return (text) => {
    const decoded = decodeBase64(text);
    return decoded === undefined ? undefined : take(decoded);
  };
}

/** The whole value, where it is one word of at least eight characters. */
export const whole: Take = fit(/^[\w!$%&'()*+,./:;<=>?@[\]^`{|}~#-]{8,2000}$/u);
export const uuid: Take = fit(/[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}/iu);
export const hex32: Take = fit(/^[\da-f]{32}(?![\da-f])/iu);
export const digits: Take = fit(/^\d{8,}$/u);
/** What stands before the first separator. */
export const first: Take = fit(/^[\w-]{6,64}/u);

/** Pinterest's: `uid=` and a UUID in base64 (all of it in base64 once more, which was undone before). */
export const pinterestId: Take = (text) => {
  const inner = /^uid=([\w+/]{48})$/u.exec(text)?.[1];
  return inner !== undefined && uuid(decodeBase64(inner) ?? '') !== undefined ? inner : undefined;
};
