/* oxlint-disable no-console -- it is there to say what was read */
// Reads two requests as they left a browser: npm run build, then node docs/examples/decode.mjs
import { readHit } from 'known-as/decode';

const requests = [
  {
    // Google Analytics, through the shop's own host.
    url: 'https://shop.example/metrics/g/collect?v=2&tid=G-SHOP0001&cid=1423778943.1795341600&dl=https%3A%2F%2Fshop.example%2Fsearch',
    method: 'POST',
    body: 'en=view_search_results&ep.search_term=car%20mp3%20player&_et=5200',
  },
  {
    // Nobody's that is known.
    url: 'https://events.partner.example/in',
    method: 'POST',
    body: JSON.stringify({ event: 'wish_list', visitor_id: 'b7f1c0de42aa9d13', email: 'ada@shop.example' }),
  },
];

for (const request of requests) {
  const reading = readHit(request);
  console.log(reading.type === 'hit' ? `${reading.vendor.name}, known by its ${reading.by}` : reading.type);
  for (const { name, deed, facts, personal } of reading.events ?? []) {
    console.log(`  ${name} (${deed})`);
    for (const [role, { value, place, basis }] of Object.entries(facts)) {
      console.log(`    ${role}: ${value}, ${basis} in the ${place.part} under ${place.name}`);
    }
    for (const { what, form, place } of personal) console.log(`    ${what}, ${form}, under ${place.name}`);
  }
}
