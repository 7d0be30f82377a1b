import { startTcf } from './tcf-cmp.js';

const { rejecting } = document.documentElement.dataset;
await startTcf({ rejecting });
document.documentElement.dataset.ready = 'yes';
