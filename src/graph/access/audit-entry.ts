/** The audit trail, for whoever administers or audits. */
import { keyIdOf, requireScope, subjectOf, type Viewer } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { connectionOf } from "../pages/connection.ts";
import { loaderOf } from "../base/context.ts";
import { given } from "../base/filter.ts";
import { foundBy } from "../base/nodes.ts";
import { listPage } from "../pages/list.ts";
import { recordFields } from "../words/record.ts";

const holders = loaderOf(async ({ prisma }, keyIds: readonly string[]) => {
  const keys = await prisma.apiKey.findMany({ where: { id: { in: [...keyIds] } }, select: { id: true, holder: true } });
  const byId = new Map(keys.map(({ id, holder }) => [id, holder]));
  return keyIds.map((id) => byId.get(id) ?? null);
});

const AuditEntry = builder.prismaNode("AuditEntry", {
  description:
    "An entry of the audit trail: a change, the use of a powerful key, a read of restricted records, a key that opened nothing. Entries are never changed, and each is chained to the one before it.",
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id: BigInt(id) }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    number: t.string({
      description: "Its place in the trail: the numbers have no gaps. A whole number, as text.",
      select: { seq: true },
      resolve: ({ seq }) => String(seq),
    }),
    hash: t.string({
      description: "SHA-256 over the entry and the hash of the one before it, in hexadecimal. `paradero audit verify` computes it again.",
      select: { hash: true },
      resolve: ({ hash }) => Buffer.from(hash ?? []).toString("hex"),
    }),
    at: t.expose("at", { type: "DateTime", description: "When it was." }),
    actor: t.exposeString("actor", {
      description:
        "Who did it: `key:` and an API key, `token:` and the subject of a token, `operator` at the command line, `import:` and a data set, `policy`, or `anonymous`.",
    }),
    holder: t.string({
      nullable: true,
      description: "Whose the key is, or whom the token is of; null when it was neither.",
      select: { actor: true },
      resolve: ({ actor }, _args, context) => {
        const key = keyIdOf(actor);
        return key === null ? subjectOf(actor) : holders(context).load(key);
      },
    }),
    action: t.exposeString("action", {
      description:
        "The mutation, or `import`, `use` (of a key, the first in an hour), `read` (of restricted records), `refuse` (of keys that opened nothing).",
    }),
    entity: t.exposeString("entity", { description: "What sort of record it was about." }),
    entityId: t.exposeString("entityId", {
      description: "Which one: the part of a record's id that stands behind the colon. Empty when there is none.",
    }),
    outcome: t.exposeString("outcome", { description: "DONE, UNCHANGED when all was so already, or the code of the error." }),
    detail: t.string({
      description: "What else is known, as JSON: ids and settings, never what a record says.",
      select: { detail: true },
      resolve: ({ detail }) => JSON.stringify(detail),
    }),
  }),
});

foundBy("AuditEntry", async ({ prisma, viewer }, ids) => {
  if (!mayRead(viewer)) return [];
  const found = await prisma.auditEntry.findMany({ where: { id: { in: ids.map(BigInt) } }, select: { id: true } });
  return found.map(({ id }) => ({ id: String(id) }));
});

const AuditFilter = builder.inputType("AuditFilter", {
  description: "Which entries. All of the given conditions hold.",
  fields: (t) => ({
    actor: t.string({ description: "What this actor did, such as `operator`, or `key:` and the id of an API key as in the trail." }),
    action: t.string({ description: "Entries of this action." }),
    outcome: t.string({ description: "Entries with this outcome, such as FORBIDDEN." }),
    entityId: t.string({ description: "What was done to the record with this id, written as in the trail." }),
    since: t.field({ type: "DateTime", description: "From this moment on." }),
    until: t.field({ type: "DateTime", description: "Before this moment." }),
  }),
});

function auditWhere({ since, until, ...said }: Partial<typeof AuditFilter.$inferInput>) {
  return { ...given(said), at: given({ gte: since, lt: until }) };
}

const mayRead = ({ scopes }: Viewer) => scopes.has("ADMIN") || scopes.has("AUDITOR");

const AuditEntryConnection = connectionOf("AuditEntry", AuditEntry);

builder.queryField("auditEntries", (t) =>
  t.connection(
    {
      type: AuditEntry,
      description: "The audit trail, newest first. Needs the scope ADMIN or AUDITOR.",
      args: { filter: t.arg({ type: AuditFilter, description: "Which entries. All of them when not given." }) },
      resolve: (_root, args, context, info) => {
        if (!mayRead(context.viewer)) requireScope(context.viewer, "AUDITOR");
        const { prisma } = context;
        return listPage(
          { context, info, args },
          { where: auditWhere(args.filter ?? {}), order: [{ seq: "desc" as const }], columns: ["id"] },
          (query) => prisma.auditEntry.findMany(query) as never,
          (query) => prisma.auditEntry.count(query),
        ) as never;
      },
    },
    AuditEntryConnection,
  ),
);
