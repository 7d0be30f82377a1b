console.debug('watcher');
