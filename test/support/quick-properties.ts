import { configureGlobal } from 'fast-check';

// For `npm run check`: a property is tried for as long as this, however many times that is; `npm test` tries them all.
configureGlobal({ interruptAfterTimeLimit: 100, markInterruptAsFailure: false });
