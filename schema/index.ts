/** The table of contents of the graph. */
import type { GraphQLSchema } from "graphql";
import { builder } from "./builder.ts";
import "./errors.ts";
import "./timespan.ts";
import "./source.ts";
import "./document.ts";
import "./facility.ts";
import "./custody.ts";
import "./release.ts";
import "./detainee.ts";
import "./claim.ts";
import "./count-claim.ts";
import "./event-claim.ts";
import "./correction.ts";
import "./verification.ts";
import "./events.ts";
import "./policy.ts";
import "./reconciliation.ts";
import "./series.ts";
import "./judgement.ts";
import "./merged-records.ts";
import "./search.ts";
import "./feed.ts";
import "./access.ts";
import "./visibility.ts";
import "./webhook.ts";

let schema: GraphQLSchema | undefined;

/** The executable schema; built once, when first asked for. */
export function toSchema(): GraphQLSchema {
  schema ??= builder.toSchema();
  return schema;
}
