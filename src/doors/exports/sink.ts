/** A file in the making, page by page. */
import type { Row, Shape } from "../../exchange/export/table.ts";

export type Writing = {
  readonly columns: readonly Shape[];
  /** With a byte order mark, without which spreadsheets misread UTF-8. */
  readonly spreadsheet: boolean;
  /** Text as it is on record, also what a spreadsheet would run. */
  readonly raw: boolean;
};

/** A file in the making. What is not written yet at a page is written later, at the end at the latest. */
export type Sink = { readonly page: (rows: readonly Row[]) => string | Uint8Array; readonly end: () => string | Uint8Array };
