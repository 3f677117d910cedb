/** The Pothos builder: plugins, scalars and defaults for the whole graph. */
import SchemaBuilder from "@pothos/core";
import ComplexityPlugin from "@pothos/plugin-complexity";
import ErrorsPlugin from "@pothos/plugin-errors";
import PrismaPlugin from "@pothos/plugin-prisma";
import RelayPlugin from "@pothos/plugin-relay";
import { JSONObjectResolver, URLResolver } from "graphql-scalars";
import type PrismaTypes from "../../db/generated/pothos.ts";
import { getDatamodel } from "../../db/generated/pothos.ts";
import { asKnownPlugin } from "./as-known.ts";
import type { Context } from "./context.ts";
import { listSize, pageSize } from "../costs/page-size.ts";
import { entryWork, rootWork } from "../costs/work.ts";
import { CountryCode } from "../scalars/country-code.ts";
import { DateTime } from "../scalars/date-time.ts";
import { decodeId, encodeId } from "./ids.ts";
import { recordFields } from "../words/record.ts";

export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Scalars: {
    DateTime: { Input: Date; Output: Date };
    URL: { Input: URL; Output: string };
    CountryCode: { Input: string; Output: string };
    JSONObject: { Input: object; Output: object };
  };
}>({
  plugins: [ErrorsPlugin, ComplexityPlugin, RelayPlugin, PrismaPlugin, asKnownPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: ({ prisma }) => prisma,
    dmmf: getDatamodel(),
    onUnusedQuery: "error",
    defaultConnectionSize: pageSize.default,
    maxConnectionSize: pageSize.max,
  },
  relay: {
    nodeTypeOptions: { description: "Anything that has an id of its own and can be read by it." },
    idFieldOptions: { description: recordFields.id },
    beforeArgOptions: { description: "A cursor: the page ends before it. Goes with `last`." },
    afterArgOptions: { description: "A cursor: the page begins after it. Goes with `first`." },
    firstArgOptions: { description: `How many entries from the beginning: at most ${pageSize.max}, ${pageSize.default} when not given.` },
    lastArgOptions: { description: `How many entries from the end: at most ${pageSize.max}.` },
    pageInfoTypeOptions: { description: "Where a page of a list begins and ends, and whether there is more (Relay cursor connections)." },
    hasNextPageFieldOptions: { description: "Whether more entries follow after this page." },
    hasPreviousPageFieldOptions: { description: "Whether entries come before this page." },
    startCursorFieldOptions: { description: "The cursor of the first entry; null on an empty page." },
    endCursorFieldOptions: {
      description: "The cursor of the last entry: give it as `after` for the next page. Null on an empty page, but never in `feed`.",
    },
    pageInfoFieldOptions: { description: "Where this page begins and ends, and whether there is more." },
    cursorFieldOptions: { description: "Where this entry stands in the list. Opaque; give it as `after` or `before`." },
    // Both are in src/graph/pages/nodes.ts: of the plugin's own the one fails as a whole for one id that is malformed, and the other takes all of the operation with it, whose cost is reckoned with ids that are read.
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    encodeGlobalID: encodeId,
    decodeGlobalID: decodeId,
    cursorType: "String",
    edgesFieldOptions: {
      description: "The entries of this page, in order, each with its cursor.",
      nullable: { list: false, items: false },
    },
    nodeFieldOptions: { description: "The entry itself.", nullable: false },
  },
  errors: {
    directResult: true,
    defaultUnionOptions: {
      description: "What a mutation answers: its payload, or one of the failures that a caller can expect.",
      name: ({ fieldName }) => `${fieldName[0]!.toUpperCase()}${fieldName.slice(1)}Result`,
    },
  },
  complexity: {
    // The doors measure every operation before it runs, on every transport alike (src/doors/limits/cost.ts).
    disabled: true,
    // A page costs as many times its fields as it may have entries, and so do the ids of `nodes`; the edges of a connection are those of its page.
    fieldComplexity: ({ first, last, ids, ...args }, _context, { name, type, parentType }) => {
      const entries = Array.isArray(ids) ? ids.length : (first ?? last);
      const named = String(type);
      const isConnection = named.includes("Connection");
      const usual = isConnection ? pageSize.default : named.startsWith("[") && !named.includes("Edge!") ? listSize : 1;
      const owner = parentType?.name ?? "";
      const field = owner === "Query" ? rootWork(args, name, isConnection) : entryWork(args, owner, isConnection);
      return { field, multiplier: Number(entries ?? usual) };
    },
  },
});

builder.addScalarType("DateTime", DateTime);
builder.addScalarType("URL", URLResolver);
builder.addScalarType("CountryCode", CountryCode);
builder.addScalarType("JSONObject", JSONObjectResolver);

builder.queryType({
  description: "Everything that can be read. What you may not see is absent: not found, not listed, not counted.",
});
builder.mutationType({
  description:
    "Every mutation takes one `input` with an optional `idempotencyKey` and needs a key (`Authorization: Bearer …`). Expected failures are members of the result.",
});
builder.subscriptionType({
  description: "The live feed, by WebSocket (graphql-transport-ws) or Server-Sent Events, with cursors to go on from after a break.",
});
