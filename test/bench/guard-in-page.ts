/** What a page writes: something harmless, or a number; every time another value under the same name. */
const WRITES = {
  'cookie, harmless': { count: 50, write: (place: number) => setCookie('bench-size', `${place}px`) },
  'cookie, number': { count: 50, write: (place: number) => setCookie('bench-uid', numbers[place] ?? '') },
  'storage, harmless': { count: 500, write: (place: number) => localStorage.setItem('bench-width', `${place}px`) },
  'storage, number': { count: 500, write: (place: number) => localStorage.setItem('bench-id', numbers[place] ?? '') },
} as const satisfies Record<string, { readonly count: number; readonly write: (place: number) => void }>;

export type WriteName = keyof typeof WRITES;

/** Made before the clock runs. */
let numbers: readonly string[] = [];

function setCookie(name: string, value: string): void {
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000`;
}

/** µs per write: so many writes in a row that a coarse clock does no harm. */
function write(name: WriteName): number {
  const { count, write: once } = WRITES[name];
  numbers = Array.from({ length: count }, () => crypto.randomUUID());
  const begin = performance.now();
  for (let place = 0; place < count; place += 1) once(place);
  return ((performance.now() - begin) / count) * 1000;
}

/** Ms from putting a frame into the page until the first script in it runs. Nothing comes over the network. */
async function frame(): Promise<number> {
  const element = document.createElement('iframe');
  element.srcdoc = '<!doctype html><script>parent.guardBench.came()</script>';
  const came = new Promise<number>((resolve) => {
    guardBench.came = () => resolve(performance.now());
  });
  const begin = performance.now();
  document.body.append(element);
  const end = await came;
  element.remove();
  return end - begin;
}

/** Frames in which a file is run for one figure: each by itself is shorter than the steps of Chromium's clock. */
const FRAMES = 10;

/** Ms that files of ours take, one after the other, in a window where nothing ran yet. */
function run(files: readonly string[]): number {
  let sum = 0;
  for (let count = 0; count < FRAMES; count += 1) {
    const element = document.createElement('iframe');
    document.body.append(element);
    const { eval: evaluate } = element.contentWindow as Window & typeof globalThis;
    const begin = performance.now();
    for (const file of files) evaluate(file);
    sum += performance.now() - begin;
    element.remove();
  }
  return sum / FRAMES;
}

/** What the page can be asked. */
export interface GuardBench {
  readonly write: typeof write;
  readonly frame: typeof frame;
  readonly run: typeof run;
  /** Called by the first script of a frame. */
  came: () => void;
}

const guardBench: GuardBench = { write, frame, run, came: () => undefined };

Object.assign(globalThis, { guardBench });
