/** Keeps calls until the CMP is there, and answers `ping` meanwhile, as the Global Privacy Platform has it. */
const waiting = [];

Reflect.set(globalThis, '__gpp', (...call) => {
  if (call.length === 0) return waiting;
  const [command, callback] = call;
  if (command !== 'ping') waiting.push(call);
  else callback({ gppVersion: '1.1', cmpStatus: 'stub', cmpDisplayStatus: 'hidden', signalStatus: 'not ready' }, true);
  return undefined;
});
