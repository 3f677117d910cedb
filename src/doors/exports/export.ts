/** What an export is. */
import type { Context } from "../../graph/base/context.ts";
import type { FormatName } from "./format.ts";
import type { Ask } from "./operation.ts";
import type { Parameters, Values } from "../../exchange/export/parameters.ts";
import type { Row, Shape } from "../../exchange/export/table.ts";

/** How an export gets its data: through the graph, or by a verb with the context that the graph would have. */
export type Asker = { readonly ask: Ask; readonly context: () => Promise<Context> };

export type Content = {
  /** The columns, where every row has the same. */
  readonly columns: readonly Shape[];
  readonly pages: AsyncIterable<readonly Row[]>;
};

export type Export = {
  readonly name: string;
  readonly description: string;
  readonly formats: readonly FormatName[];
  readonly parameters: Parameters;
  /** The columns that are known before a request. */
  readonly columns: readonly Shape[];
  /** What it costs, where no operation of the graph says so. */
  readonly cost?: number;
  readonly open: (asker: Asker, values: Values) => Promise<Content>;
};
