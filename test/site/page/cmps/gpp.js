import { startGpp } from './gpp-cmp.js';

startGpp();
document.documentElement.dataset.ready = 'yes';
