import { domainOf } from '#core/site.ts';
console.debug(domainOf('https://a.example'));
