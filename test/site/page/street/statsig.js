statsig.initialize('client-street', { userID: '' }).then(() => statsig.logEvent('page_view'));
