import type { Tables } from '#store/tables.ts';

/** Tables that count what is asked of them: how many questions, and how many rows the answers hold. */
export function counting(tables: Tables): { readonly tables: Tables; readonly cost: { reads: number; rows: number } } {
  const cost = { reads: 0, rows: 0 };
  const counted = <Answer>(answer: Answer): Answer => {
    cost.reads += 1;
    cost.rows += Array.isArray(answer) ? answer.filter((row) => row !== undefined).length : 1;
    return answer;
  };
  return {
    cost,
    tables: {
      ...tables,
      get: async (...of) => counted(await tables.get(...of)),
      getMany: async (...of) => counted(await tables.getMany(...of)),
      all: async (...of) => counted(await tables.all(...of)),
      ofDomain: async (...of) => counted(await tables.ofDomain(...of)),
      ofNumber: async (...of) => counted(await tables.ofNumber(...of)),
      ofIdentifier: async (...of) => counted(await tables.ofIdentifier(...of)),
      lines: async (...of) => counted(await tables.lines(...of)),
      slice: async (...of) => counted(await tables.slice(...of)),
    },
  };
}
