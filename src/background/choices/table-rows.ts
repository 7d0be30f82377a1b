/**
 * The cells of the tables in a page, as they read, where banners and policies say how long they keep what. Runs in the
 * page's top frame, in our own world: it is sent as its text.
 */
export function tableRows(mostRows: number, mostCells: number): readonly (readonly string[])[] {
  return [...document.querySelectorAll('table tr')]
    .slice(0, mostRows)
    .map((row) =>
      [...row.querySelectorAll('th, td')].slice(0, mostCells).map((cell) => (cell.textContent ?? '').slice(0, 100)),
    );
}
