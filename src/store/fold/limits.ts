/** Stored values kept in mind for one site. A page can make up any number of them. */
export const MAX_STORED = 400;
/** Numbers kept for one site, those no longer at work included. */
export const MAX_NUMBERS = 400;
/** Lines kept for one site. */
export const MAX_EVENTS = 20_000;
