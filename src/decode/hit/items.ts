import type { Item } from '#core/hit.ts';
import { isList, isObject, type Json, type JsonObject, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import { find, type Layers } from './layers.ts';
import { asNumber, asText } from './take.ts';
import type { ItemsAt } from './vendor.ts';

/** Of an order so many are kept. */
const MOST = 100;
/** A name is cut off here. */
const LENGTH = 200;

/** How vendors call the fields of an item. */
const FIELDS = {
  id: ['id', 'item_id', 'product_id', 'productId', 'content_id', 'sku', 'SKU', 'variant_id'],
  name: ['name', 'item_name', 'product_name', 'productName', 'content_name', 'title'],
  price: ['price', 'item_price', 'itemPrice', 'unit_price', 'unitPrice', 'priceTotal'],
  quantity: ['quantity', 'qty', 'num_items', 'count', 'product_quantity'],
} as const;

function fieldOf(item: JsonObject, ways: readonly string[]): Json {
  for (const way of ways) {
    const value = own(item, way);
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return null;
}

function itemOf(value: Json, at: ItemsAt): Item | null {
  if (!isObject(value)) {
    const id = asText(value);
    return id === undefined ? null : { id: id.slice(0, LENGTH), name: null, price: null, quantity: null };
  }
  const field = (name: keyof typeof FIELDS): Json => fieldOf(value, at[name] === undefined ? FIELDS[name] : [at[name]]);
  const item = {
    id: asText(field('id'))?.slice(0, LENGTH) ?? null,
    name: asText(field('name'))?.slice(0, LENGTH) ?? null,
    price: asNumber(field('price')) ?? null,
    quantity: asNumber(field('quantity')) ?? null,
  };
  return item.id === null && item.name === null ? null : item;
}

/** What was bought or looked at; of the first list that has any. */
export function itemsOf(layers: Layers, ats: readonly ItemsAt[] = []): readonly Item[] {
  for (const at of ats) {
    const found = find(layers, at.at)?.value;
    if (found === undefined) continue;
    const list = typeof found === 'string' ? (openText(found) ?? found) : found;
    const items =
      at.take?.(list) ??
      (isList(list) ? list : [list])
        .slice(0, MOST)
        .map((item) => itemOf(item, at))
        .filter((item) => item !== null);
    if (items.length > 0) return items.slice(0, MOST);
  }
  return [];
}
