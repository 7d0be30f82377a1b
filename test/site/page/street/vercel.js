import { inject } from './sdk.js';

inject();
