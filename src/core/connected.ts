/**
 * What is connected, directly or by way of others: gives for each item one that stands for all it is connected with (for
 * an item of no pair, itself).
 * @see https://en.wikipedia.org/wiki/Disjoint-set_data_structure
 */
export function connected<Item>(pairs: Iterable<readonly [Item, Item]>): (item: Item) => Item {
  const above = new Map<Item, Item>();
  const top = (item: Item): Item => {
    let at = item;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) {
      // Each is hung one higher on the way, so that the next look is short.
      above.set(at, above.get(next) ?? next);
      at = next;
    }
    return at;
  };
  for (const [one, other] of pairs) {
    const [left, right] = [top(one), top(other)];
    if (left !== right) above.set(left, right);
  }
  return top;
}
