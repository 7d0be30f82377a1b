console.debug('guard');
