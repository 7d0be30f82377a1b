/** In which order rows stand: by which column, and which way round. */
export interface Order<Column extends string> {
  readonly by: Column;
  readonly way: 'ascending' | 'descending';
}

/** The order after a press on a column's head: turned round, or by that column, the way it begins with. */
export function turned<Column extends string>(
  order: Order<Column>,
  by: Column,
  begins: Order<Column>['way'],
): Order<Column> {
  if (order.by === by) return { by, way: order.way === 'ascending' ? 'descending' : 'ascending' };
  return { by, way: begins };
}
