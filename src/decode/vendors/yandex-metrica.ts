import type { Vendor } from '../hit/vendor.ts';

/** Yandex Metrica. */
export const YANDEX_METRICA: Vendor = { id: 'yandex-metrica', name: 'Yandex Metrica', hosts: [], hits: [] };
