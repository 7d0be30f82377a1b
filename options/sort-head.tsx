import { Icon } from '#ui/icon.tsx';
import type { Order } from './order.ts';

/** The head of a column by which rows can be sorted. */
export function SortHead<Column extends string>({
  by,
  name,
  order,
  press,
  kind,
}: {
  readonly by: Column;
  readonly name: string;
  readonly order: Order<Column>;
  readonly press: (by: Column) => void;
  readonly kind?: string;
}) {
  const sorted = order.by === by;
  return (
    <th scope="col" aria-sort={sorted ? order.way : 'none'} class={kind}>
      <button type="button" class="sort" onClick={() => press(by)}>
        {name}
        {sorted && <Icon name={order.way === 'ascending' ? 'rising' : 'falling'} />}
      </button>
    </th>
  );
}
