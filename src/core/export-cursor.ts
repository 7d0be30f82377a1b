/** Where an export has come to. */
export interface ExportCursor {
  readonly table: number;
  readonly after: string | null;
}
