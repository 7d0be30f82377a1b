import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What Firefox makes anew for every new profile, at more than half of what its start costs, and what holds nothing of any
 * visit: its compiled scripts, empty databases of certificates, and the list of search engines.
 */
const MADE_ONCE = ['startupCache', 'compatibility.ini', 'cert9.db', 'key4.db', 'pkcs11.txt', 'search.json.mozlz4'];

/** Says where the template is; what runs in workers inherits it. */
export const TEMPLATE = 'KNOWN_AS_PROFILE_TEMPLATE';

/** Says that behaviours are listed, and not run. */
export const LISTING = 'KNOWN_AS_LISTING';

/** Begins a new profile with what is the same in every one, where a template was made. */
export function fillFromTemplate(profileDir: string): void {
  const template = process.env[TEMPLATE];
  if (template === undefined) return;
  for (const name of MADE_ONCE) {
    if (existsSync(join(template, name))) cpSync(join(template, name), join(profileDir, name), { recursive: true });
  }
}
