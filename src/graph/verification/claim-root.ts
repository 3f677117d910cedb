/** Roots: which origin a claim goes back to, explained. */
import { rootsOf } from "../../domain/verification/evidence.ts";
import { nameOfOrigin } from "../../domain/origins/origin-name.ts";
import type { Root } from "../../domain/origins/roots.ts";
import { visibleGroups } from "../../domain/origins/visible-groups.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { loaderOf } from "../base/context.ts";
import { EventClaim } from "../records/event-claim.ts";
import { Document } from "../records/document.ts";
import { inOrder } from "../base/filter.ts";
import { rowLoader } from "../pages/row-loader.ts";
import { Source } from "../records/source.ts";
import { rootReasons } from "../words/custody.ts";
import { rootsInSpanish } from "../words/spanish.ts";
import { languageArgs } from "../base/language.ts";

const RootReason = builder.enumType("RootReason", {
  values: rootReasons,
  description: "Why a claim goes back to its origin.",
});

/** The roots of claims, in one reading for all of a request. */
const rootLoader = loaderOf(({ prisma, viewer }, ids: readonly string[]) => rootsOf(prisma, viewer, ids));
const documentLoader = loaderOf(({ prisma, viewer }, ids: readonly string[]) =>
  inOrder(ids, prisma.document.findMany({ where: { id: { in: [...ids] }, ...visibleWhere(viewer) } })),
);
const sourceLoader = loaderOf(({ prisma, viewer }, ids: readonly string[]) =>
  inOrder(ids, prisma.source.findMany({ where: { id: { in: [...ids] }, ...visibleWhere(viewer) } })),
);
const sourceRows = rowLoader(({ prisma, viewer }, query) =>
  prisma.source.findMany({ ...query, where: { ...query.where, ...visibleWhere(viewer) } }),
);
/** The group of an origin, if the viewer sees a source of it. */
const groupLoader = loaderOf(async ({ prisma, viewer }, groups: readonly string[]) => {
  const seen = await visibleGroups(prisma, viewer, groups);
  return groups.map((group) => (seen.has(group) ? group : null));
});

const ClaimRoot = builder.objectRef<Root>("ClaimRoot").implement({
  description:
    "The origin of a claim: the first asserter, found by following who asserts and what the page repeats, then collapsed by independence group.",
  fields: (t) => ({
    origin: t.string({
      description:
        "The nearest origin; claims with the same one are one witness, and so may others be that share one of `origins`. Opaque, and told by this hub alone: another has another.",
      resolve: ({ origin }, _args, { feed }) => nameOfOrigin(feed.hub, origin),
    }),
    origins: t.stringList({
      description:
        "All origins from which the claim may stem: a page that repeats two others may stem from either. An event has as many independent origins as are needed at least to explain all of its claims. Opaque, as `origin` is.",
      resolve: ({ origins }, _args, { feed }) => origins.map(({ key }) => nameOfOrigin(feed.hub, key)),
    }),
    source: t.field({
      type: Source,
      nullable: true,
      description: "The source that stands for the nearest origin; null when you may not see it.",
      resolve: ({ sourceId }, _args, context, info) => sourceRows(context, info).load(sourceId),
    }),
    isRoot: t.exposeBoolean("isRoot", { description: "Whether the asserter is certainly the origin itself." }),
    reason: t.field({ type: RootReason, description: "Why the claim goes back to this origin.", resolve: ({ reason }) => reason }),
    independenceGroup: t.string({
      nullable: true,
      description:
        "The group whose members are one witness; null when the origin stands alone, or when you may see no source of the group.",
      resolve: ({ group }, _args, context) => (group === null ? null : groupLoader(context).load(group)),
    }),
    path: t.field({
      type: [Document],
      description: "The pages from the claim's own back to the first one, without those that you may not see.",
      resolve: async ({ path }, _args, context) =>
        (await Promise.all(path.map((id) => documentLoader(context).load(id)))).filter((document) => document !== null),
    }),
    explanation: t.string({
      description: "The reason as a sentence.",
      args: languageArgs,
      resolve: async ({ reason, sourceId, group, path }, { language }, context) => {
        const seen = (await sourceLoader(context).load(sourceId))?.name ?? null;
        const pages = await Promise.all(path.map((id) => documentLoader(context).load(id)));
        const told = group === null ? null : await groupLoader(context).load(group);
        // How many pages there are is told by the hidden ones too.
        if (language === "ES") {
          const repeated = pages.includes(null) ? "otras" : path.length === 2 ? "otra" : `otras, en ${path.length - 1} pasos`;
          const sentence = rootsInSpanish[reason](seen, repeated);
          return told === null ? sentence : `${sentence} Todas las fuentes del grupo ${told} son un solo testigo.`;
        }
        const name = seen ?? "A source that is not public";
        const others = pages.includes(null) ? "others" : path.length === 2 ? "another" : `others, over ${path.length - 1} steps`;
        const why = {
          OWN_PAGE: `${name} says so on a page of its own, which repeats no other page on record.`,
          FIRST_ASSERTER: `${name} is the first asserter on record; the page passes its words on.`,
          REPEATED: `The page repeats ${others}; the nearest first page was published by ${name}.`,
          UNSIGNED: "It goes back to a page of which nobody knows who published it; that page is the origin.",
          CIRCULAR: `The pages repeat one another; any of them may be the first, such as that of ${name}.`,
        }[reason];
        return told === null ? why : `${why} All sources of the group ${told} are one witness.`;
      },
    }),
  }),
});

builder.prismaObjectFields(EventClaim, (t) => ({
  isRoot: t.boolean({
    description: "Whether the asserter is an origin; false where the page only repeats another document.",
    resolve: async ({ id }, _args, context) => (await rootLoader(context).load(id)).isRoot,
  }),
  root: t.field({
    type: ClaimRoot,
    description: "The origin that this claim collapses into, and why: claims with one origin are one witness.",
    resolve: ({ id }, _args, context) => rootLoader(context).load(id),
  }),
}));
