/** Every route of the page. */
import type { Route } from "../base/route.ts";
import { situation } from "./situation.ts";

export function readRoutes(): readonly Route[] {
  return [situation()];
}
