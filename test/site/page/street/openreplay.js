import Tracker from './sdk.js';

const tracker = new Tracker({ projectKey: 'street' });
tracker.start();
