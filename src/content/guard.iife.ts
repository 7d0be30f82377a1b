import { watchAsks } from './hooks/asks.ts';
import { watchMoves } from './hooks/moves.ts';
import { watchBlobs, watchSockets } from './hooks/sends.ts';
import { watchWrites } from './hooks/writes.ts';
import { openLine } from './tell.ts';

/** In the page's own world, before any script of the page: sees who writes what. It changes nothing. */
const tell = openLine();
watchWrites(tell);
watchMoves(tell);
watchAsks(tell);
watchSockets(tell);
// Firefox shows bodies of every form itself.
if (!navigator.userAgent.includes('Gecko/')) watchBlobs(tell);
