/** API keys. */
import { createApiKey, revokeApiKey, rotateKey, updateApiKey } from "../../domain/access/api-key.ts";
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
    revokedAt: t.expose("revokedAt", { type: "DateTime", nullable: true, description: "When the key was revoked; null when it was not." }),
    expiresAt: t.expose("expiresAt", {
      type: "DateTime",
      nullable: true,
      description: "From when on the key opens nothing any more; null when it does not expire.",
    }),
    lastUsedAt: t.expose("lastUsedAt", {
      type: "DateTime",
      nullable: true,
      description: "When the key was last used, late by some minutes at most; null when it never was, or not since hubs note it.",
    }),
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

const keyWords = {
  secret: "The key in clear text. Shown here, once; null when an idempotencyKey is used again.",
  key: "The id of the key.",
};
const changedKey = (query: object, { id }: { id: string }, _args: object, { prisma }: Context) =>
  prisma.apiKey.findUniqueOrThrow({ ...query, where: { id } });

mutation(createApiKey, {
  description: "Makes an API key. Nobody gives a scope that they lack: EDITOR may give PARTNER, and ADMIN may give AUDITOR.",
  references: {},
  input: (t) => ({
    name: t.string({ required: true, description: "What the key is for, or whose it is. 1 to 200 characters." }),
    holder: t.string({
      description:
        "Whose the key is, 1 to 200 characters, the same for all keys of one person: two keys of one holder are one where nobody may verify their own claims. Nobody else's when not given.",
    }),
    scopes: t.field({ type: [ApiScope], required: true, description: "What the key may do: at least one scope." }),
    expiresAt: t.field({ type: "DateTime", description: "When the key stops working, after now. It does not expire when not given." }),
  }),
  payload: (t) => ({
    key: t.prismaField({ type: ApiKey, description: "The key that was made.", resolve: changedKey }),
    secret: t.string({
      nullable: true,
      description: keyWords.secret,
      resolve: (answer) => answer.secret ?? null,
    }),
  }),
});

mutation(updateApiKey, {
  description:
    "Gives a key other scopes, none that the key in use lacks. Taking ADMIN from the last key that has it is a Conflict. Connections that were opened with more than it holds now are closed within seconds (WebSocket: 4403), to be opened anew.",
  references: { key: ["ApiKey"] },
  input: (t) => ({
    key: t.id({ required: true, description: keyWords.key }),
    scopes: t.field({ type: [ApiScope], required: true, description: "What the key may do from now on: at least one scope." }),
  }),
  payload: (t) => ({ key: t.prismaField({ type: ApiKey, description: "The key with its new scopes.", resolve: changedKey }) }),
});

mutation(rotateKey, {
  description:
    "Makes another key of the same holder and scopes in place of one, which works beside it for a while. Its webhooks go over to the new key. Rotating gives every scope of the key, none of which the key in use may lack.",
  references: { key: ["ApiKey"] },
  input: (t) => ({
    key: t.id({ required: true, description: "The id of the key to replace." }),
    oldValidUntil: t.field({
      type: "DateTime",
      description: "Until when the old key works: a day from now when not given, and no longer than it would have anyway.",
    }),
    expiresAt: t.field({
      type: "DateTime",
      description: "When the new key stops working, after now. When not given, it lives as long as the old one was made to.",
    }),
  }),
  payload: (t) => ({
    key: t.prismaField({ type: ApiKey, description: "The new key.", resolve: changedKey }),
    old: t.prismaField({
      type: ApiKey,
      description: "The key that it replaces, with the moment at which it ends.",
      resolve: (query, { old }, _args, { prisma }) => prisma.apiKey.findUniqueOrThrow({ ...query, where: { id: old } }),
    }),
    secret: t.string({ nullable: true, description: keyWords.secret, resolve: (answer) => answer.secret ?? null }),
  }),
});

mutation(revokeApiKey, {
  description:
    "Revokes an API key for good. Connections that were opened with it are closed within seconds (WebSocket: 4401). Revoking the last key with ADMIN is a Conflict.",
  references: { key: ["ApiKey"] },
  input: (t) => ({ key: t.id({ required: true, description: keyWords.key }) }),
  payload: (t) => ({ key: t.prismaField({ type: ApiKey, description: "The key that was revoked.", resolve: changedKey }) }),
});
