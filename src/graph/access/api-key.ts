/** API keys. */
import { createApiKey, revokeApiKey, updateApiKey } from "../../domain/access/api-key.ts";
import { requireScope, scopes, type Scope } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import type { Context } from "../base/context.ts";
import { foundBy } from "../base/nodes.ts";

const ApiScope = builder.enumType("ApiScope", {
  values: scopes,
  description: "RECORDER records, VERIFIER decides, EDITOR sees RESTRICTED rows, PARTNER sees PARTNER rows, ADMIN makes keys.",
});

const ApiKey = builder.prismaNode("ApiKey", {
  description: "A key, without its secret.",
  id: { field: "id" },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString("name"),
    scopes: t.field({ type: [ApiScope], select: { scopes: true }, resolve: (key) => key.scopes as Scope[] }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    revokedAt: t.expose("revokedAt", { type: "DateTime", nullable: true }),
  }),
});

foundBy("ApiKey", async ({ prisma, viewer }, ids) =>
  viewer.scopes.has("ADMIN") ? prisma.apiKey.findMany({ where: { id: { in: ids } }, select: { id: true } }) : [],
);

builder.queryField("apiKeys", (t) =>
  t.prismaField({
    type: [ApiKey],
    description: "All keys, without their secrets, oldest first, those that are revoked among them. Needs the scope ADMIN.",
    resolve: (query, _root, _args, { prisma, viewer }) => {
      requireScope(viewer, "ADMIN");
      return prisma.apiKey.findMany({ ...query, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
    },
  }),
);

const changedKey = (query: object, { id }: { id: string }, _args: object, { prisma }: Context) =>
  prisma.apiKey.findUniqueOrThrow({ ...query, where: { id } });

mutation(createApiKey, {
  description: "Makes a key.",
  references: {},
  input: (t) => ({ name: t.string({ required: true }), scopes: t.field({ type: [ApiScope], required: true }) }),
  payload: (t) => ({
    key: t.prismaField({ type: ApiKey, resolve: changedKey }),
    secret: t.string({
      nullable: true,
      description: "The key in clear text. Shown here, once; null when an idempotencyKey is used again.",
      resolve: (answer) => answer.secret ?? null,
    }),
  }),
});

mutation(updateApiKey, {
  description:
    "Gives a key other scopes. Connections that were opened with more than it holds now are closed within seconds (WebSocket: 4403), to be opened anew.",
  references: { key: ["ApiKey"] },
  input: (t) => ({ key: t.id({ required: true }), scopes: t.field({ type: [ApiScope], required: true }) }),
  payload: (t) => ({ key: t.prismaField({ type: ApiKey, resolve: changedKey }) }),
});

mutation(revokeApiKey, {
  description: "Ends a key. Connections that were opened with it are closed within seconds (WebSocket: 4401).",
  references: { key: ["ApiKey"] },
  input: (t) => ({ key: t.id({ required: true }) }),
  payload: (t) => ({ key: t.prismaField({ type: ApiKey, resolve: changedKey }) }),
});
