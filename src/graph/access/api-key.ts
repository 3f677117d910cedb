/** API keys. */
import { createApiKey, revokeApiKey, updateApiKey } from "../../domain/access/api-key.ts";
import { requireScope, type Scope } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import type { Context } from "../base/context.ts";
import { foundBy } from "../base/nodes.ts";
import { apiScopes } from "../words/feed.ts";
import { recordFields } from "../words/record.ts";

const ApiScope = builder.enumType("ApiScope", {
  values: apiScopes,
  description: "What an API key may do. A key may have several scopes.",
});

const ApiKey = builder.prismaNode("ApiKey", {
  description: "An API key, without its secret. Only keys with the scope ADMIN can read it.",
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString("name", { description: "What the key is for, or whose it is." }),
    holder: t.exposeString("holder", {
      description:
        "Whose the key is: two keys of one holder are one where nobody may verify their own claims. The key's own id when nobody said whose.",
    }),
    scopes: t.field({
      type: [ApiScope],
      description: "What the key may do.",
      select: { scopes: true },
      resolve: (key) => key.scopes as Scope[],
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When the key was made." }),
    revokedAt: t.expose("revokedAt", { type: "DateTime", nullable: true, description: "When the key was revoked; null while it works." }),
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
  description: "Makes an API key.",
  references: {},
  input: (t) => ({
    name: t.string({ required: true, description: "What the key is for, or whose it is. 1 to 200 characters." }),
    holder: t.string({
      description:
        "Whose the key is, 1 to 200 characters, the same for all keys of one person: two keys of one holder are one where nobody may verify their own claims. Nobody else's when not given.",
    }),
    scopes: t.field({ type: [ApiScope], required: true, description: "What the key may do: at least one scope." }),
  }),
  payload: (t) => ({
    key: t.prismaField({ type: ApiKey, description: "The key that was made.", resolve: changedKey }),
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
  input: (t) => ({
    key: t.id({ required: true, description: "The id of the key." }),
    scopes: t.field({ type: [ApiScope], required: true, description: "What the key may do from now on: at least one scope." }),
  }),
  payload: (t) => ({ key: t.prismaField({ type: ApiKey, description: "The key with its new scopes.", resolve: changedKey }) }),
});

mutation(revokeApiKey, {
  description: "Revokes an API key for good. Connections that were opened with it are closed within seconds (WebSocket: 4401).",
  references: { key: ["ApiKey"] },
  input: (t) => ({ key: t.id({ required: true, description: "The id of the key." }) }),
  payload: (t) => ({ key: t.prismaField({ type: ApiKey, description: "The key that was revoked.", resolve: changedKey }) }),
});
