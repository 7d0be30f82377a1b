amplitude.init('5d1f0c7e9a3b4c288e6f2b7d90a1c4e3', { autocapture: true });
