/** The shop's address, which a journey's paths belong to. */
export const SHOP = 'https://halden-audio.example';

/** A page of the shop that stores nothing by itself. */
export const PLAIN = `${SHOP}/plain`;

/** Hosts with pages for people, which a journey may visit. */
export const JOURNEY_HOSTS: readonly string[] = [
  'halden-audio.example',
  'northwind-news.example',
  'copperkettle.example',
  'riverside-library.example',
  'weather-today.example',
];
