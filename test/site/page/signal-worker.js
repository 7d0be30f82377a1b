// Asks by itself, and tells what its own navigator says; `null` where it has no such property.
void (async () => {
  await fetch('/worker-fetch');
  postMessage(navigator.globalPrivacyControl ?? null);
})();
