import { startSites } from './sites.ts';

// `npx tsx test/site/main.ts`: the demo sites by themselves, until they are stopped.
const sites = await startSites();
console.log(`The demo sites answer through the proxy 127.0.0.1:${sites.proxyPort}.`);
console.log(`Try: curl -kx 127.0.0.1:${sites.proxyPort} https://halden-audio.example/`);
