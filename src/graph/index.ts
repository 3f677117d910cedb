/** The table of contents of the graph. */
import { specifiedDirectives, type GraphQLSchema } from "graphql";
import { noteReads } from "./access/reads.ts";
import { builder } from "./base/builder.ts";
import { inheritClocks } from "./clocks/hand-down-clocks.ts";
import { failAlone } from "./fail-alone.ts";
import "./base/errors.ts";
import "./base/time-span.ts";
import "./pages/nodes.ts";
import "./records/source.ts";
import "./records/document.ts";
import "./records/facility.ts";
import "./records/custody-event.ts";
import "./custody/release.ts";
import "./records/detainee.ts";
import "./custody/detainee-custody.ts";
import "./custody/facility-custody.ts";
import "./custody/revolving-door.ts";
import "./records/claim.ts";
import "./records/count-claim.ts";
import "./records/event-claim.ts";
import "./records/remark.ts";
import "./records/correction.ts";
import "./situations/situation.ts";
import "./verification/claim-root.ts";
import "./verification/verification.ts";
import "./custody/custody-event-lists.ts";
import "./custody/detainee-lists.ts";
import "./situations/situation-lists.ts";
import "./verification/policy.ts";
import "./clocks/recorded-up-to.ts";
import "./reconciliation/reconciliation.ts";
import "./reconciliation/count-series.ts";
import "./reconciliation/count-sum.ts";
import "./reconciliation/series.ts";
import "./amending/record-version.ts";
import "./amending/claim-versions.ts";
import "./amending/amend-source.ts";
import "./amending/amend-document.ts";
import "./amending/amend-definition.ts";
import "./amending/amend-facility.ts";
import "./amending/amend-detainee.ts";
import "./amending/amend-event.ts";
import "./reconciliation/tally.ts";
import "./reconciliation/status-tally.ts";
import "./reconciliation/list-overlap.ts";
import "./merging/judgement.ts";
import "./merging/duplicate-events.ts";
import "./merging/suggestion.ts";
import "./merging/merged-records.ts";
import "./records/search.ts";
import "./feed/feed.ts";
import "./feed/change-feed.ts";
import "./access/api-key.ts";
import "./access/audit-entry.ts";
import "./access/set-visibility.ts";
import "./feed/webhook.ts";

let schema: GraphQLSchema | undefined;

/** The executable schema; built once, when first asked for. */
export function toSchema(): GraphQLSchema {
  schema ??= noteReads(failAlone(builder.toSchema({ directives: [...specifiedDirectives, inheritClocks] })));
  return schema;
}
