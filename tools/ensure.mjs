// Sets a machine up that has nothing but Node and git. Runs on bare Node: only `node:` imports here.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

export const ROOT = join(import.meta.dirname, '..');

const PROGRAMS = {
  chromium: {
    env: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    packages: ['chromium', 'fonts-liberation', 'fonts-dejavu-core'],
    called: 'Chromium',
  },
  firefox: {
    env: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    packages: ['firefox-esr', 'fonts-liberation', 'fonts-dejavu-core'],
    called: 'Firefox (140 or later)',
  },
};

/** Prints a sentence for a person and ends the program. */
function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch (error) {
    if (error.code === undefined) throw error;
    return false;
  }
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(canRun);
}

/** Runs a command in plain sight; returns whether it went well. */
function run(command, args, env = {}) {
  console.log(`> ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** Installs what the lock file names, where that was not done since the lock file changed. */
export function ensurePackages() {
  const done = join(ROOT, 'node_modules', '.package-lock.json');
  const lock = join(ROOT, 'package-lock.json');
  if (!existsSync(done) || statSync(done).mtimeMs < statSync(lock).mtimeMs) {
    if (!run('npm', ['ci', '--no-audit', '--no-fund'])) giveUp('npm ci failed: see above.');
  }
  // Installing makes them, but for those who let no package run scripts.
  const made = [
    'src/identify/cookie-database.json',
    'src/core/companies.json',
    'src/background/banners/opt-in-rules.json',
  ];
  if (made.every((file) => existsSync(join(ROOT, file)))) return;
  if (!run(process.execPath, [join('tools', 'reference-data.mjs')])) giveUp('The reference data cannot be made.');
}

let aptUpdated = false;

/** Installs Debian packages as root or through sudo; returns whether that was possible. */
function installFromDebian(packages) {
  if (onPath('apt-get') === undefined) return false;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && onPath('sudo') === undefined) return false;
  const apt = (...args) => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    return isRoot ? run('apt-get', args, env) : run('sudo', ['-n', 'apt-get', ...args], env);
  };
  aptUpdated ||= apt('-q', 'update');
  return apt('-q', 'install', '-y', '--no-install-recommends', ...packages);
}

function findBrowser({ env, names, places }) {
  const said = process.env[env];
  if (said !== undefined && said !== '') {
    return canRun(said) ? said : giveUp(`${env} says ${said}, which is no program.`);
  }
  return names.map(onPath).find((path) => path !== undefined) ?? places.find(canRun);
}

/** Finds the browsers, or installs them, and leaves word of where they are in the environment. */
export function ensureBrowsers(wanted) {
  for (const name of wanted) {
    const program = PROGRAMS[name];
    let found = findBrowser(program);
    if (found === undefined && installFromDebian(program.packages)) found = findBrowser(program);
    if (found === undefined) {
      giveUp(`${program.called} is missing. Install it, or set ${program.env} to where it is, and try again.`);
    }
    process.env[program.env] = found;
  }
}

/** The tests that need another day than today use datefudge, a package of Debian's. */
export function ensureChangedClock() {
  const there = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').some((folder) => existsSync(`/usr/lib/${folder}/datefudge/datefudge.so`))
    : false;
  if (there || installFromDebian(['datefudge'])) return;
  console.error(
    'datefudge is missing: the tests that change the clock will fail. It is a package of Debian and Ubuntu.',
  );
}

/** Hands over to a TypeScript program of ours, with the arguments of this one; ends as it ends. */
export function handOver(file) {
  const loader = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const args = [loader, join(ROOT, 'tools', file), ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  // Ctrl-C reaches both; the program tidies up, and this one waits for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** Which browsers the arguments ask for; anything but a known name is left to the program to refuse. */
export function askedBrowsers(otherwise, args = process.argv.slice(2)) {
  const at = args.findIndex((arg) => arg === '--browser' || arg.startsWith('--browser='));
  if (at === -1) return otherwise;
  const name = args[at].startsWith('--browser=') ? args[at].slice('--browser='.length) : args[at + 1];
  return name in PROGRAMS ? [name] : [];
}
