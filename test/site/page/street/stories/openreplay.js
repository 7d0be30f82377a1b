import Tracker from './sdk.js';

const tracker = new Tracker({
  projectKey: 'street',
  ...(street.relayed && { ingestPoint: `${street.collector}/ingest` }),
});
await tracker.start({ userID: 'customer-81' });
tracker.event('Newsletter joined', { place: 'footer' });
// Else it keeps what it recorded for as long as it likes.
setInterval(() => tracker.forceFlushBatch(), 500);
