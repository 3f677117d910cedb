/** What is on record of one situation: the lists of the root, with nothing but its filter. Those of the root take others besides. */
import { builder } from "../base/builder.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { eventsList } from "../custody/custody-event-lists.ts";
import { detaineesList } from "../custody/detainee-lists.ts";
import { ReleaseConnection, Release, newestFirst as latestFirst, releaseWhereKnown } from "../custody/release.ts";
import { listPage } from "../pages/list.ts";
import { claimWhereKnown, inOrder } from "../records/claim-filter.ts";
import { Claim, ClaimConnection } from "../records/claim.ts";
import { CustodyEvent, CustodyEventConnection } from "../records/custody-event.ts";
import { Detainee, DetaineeConnection } from "../records/detainee.ts";
import { Document, DocumentConnection, documentsList } from "../records/document.ts";
import { facilitiesList, Facility, FacilityConnection } from "../records/facility.ts";
import { Source, SourceConnection, sourcesList } from "../records/source.ts";
import { Situation } from "./situation.ts";

const select = { id: true, slug: true } as const;

builder.prismaObjectFields(Situation, (t) => ({
  sources: t.connection(
    {
      type: Source,
      description: "Who speaks of it, by name.",
      args: clockArgs,
      select,
      resolve: ({ id, slug }, args, context, info) =>
        listPage(
          { context, info, args, owner: id },
          sourcesList(context.viewer, { situation: [slug] }, args),
          (query) => context.prisma.source.findMany(query),
          (query) => context.prisma.source.count(query),
        ),
    },
    SourceConnection,
  ),
  documents: t.connection(
    {
      type: Document,
      description: "What was published on it, newest first.",
      args: clockArgs,
      select,
      resolve: async ({ id, slug }, args, context, info) =>
        listPage(
          { context, info, args, owner: id },
          await documentsList(context, { situation: [slug] }, args),
          (query) => context.prisma.document.findMany(query),
          (query) => context.prisma.document.count(query),
        ),
    },
    DocumentConnection,
  ),
  facilities: t.connection(
    {
      type: Facility,
      description: "The places of custody in it, by name.",
      args: clockArgs,
      select,
      resolve: async ({ id, slug }, args, context, info) =>
        listPage(
          { context, info, args, owner: id },
          await facilitiesList(context, { situation: [slug] }, args),
          (query) => context.prisma.facility.findMany(query),
          (query) => context.prisma.facility.count(query),
        ),
    },
    FacilityConnection,
  ),
  detainees: t.connection(
    {
      type: Detainee,
      description: "The people of it, by name.",
      args: clockArgs,
      select,
      resolve: async ({ id, slug }, args, context, info) =>
        listPage(
          { context, info, args, owner: id },
          await detaineesList(context, { situation: [slug] }, args),
          (query) => context.prisma.detainee.findMany(query),
          (query) => context.prisma.detainee.count(query),
        ),
    },
    DetaineeConnection,
  ),
  custodyEvents: t.connection(
    {
      type: CustodyEvent,
      description: "The steps on people's timelines in it, newest first.",
      args: clockArgs,
      select,
      resolve: async ({ id, slug }, args, context, info) =>
        listPage(
          { context, info, args, owner: id },
          await eventsList(context, { situation: [slug] }, args),
          (query) => context.prisma.custodyEvent.findMany(query),
          (query) => context.prisma.custodyEvent.count(query),
        ),
    },
    CustodyEventConnection,
  ),
  releases: t.connection(
    {
      type: Release,
      description: "The releases in it, newest first.",
      args: clockArgs,
      select,
      resolve: async ({ id, slug }, args, context, info) =>
        listPage(
          { context, info, args, owner: id },
          {
            of: "CustodyEvent" as const,
            where: await releaseWhereKnown(context, { situation: [slug] }, args),
            order: latestFirst("desc"),
          },
          (query) => context.prisma.custodyEvent.findMany(query),
          (query) => context.prisma.custodyEvent.count(query),
        ),
    },
    ReleaseConnection,
  ),
  claims: t.connection(
    {
      type: Claim,
      description: "What is said of it, newest first.",
      args: clockArgs,
      select,
      resolve: async ({ id, slug }, args, context, info) =>
        listPage(
          { context, info, args, owner: id },
          { of: "Claim" as const, where: await claimWhereKnown(context, { situation: [slug] }, args), order: inOrder({}) },
          (query) => context.prisma.claim.findMany(query),
          (query) => context.prisma.claim.count(query),
        ),
    },
    ClaimConnection,
  ),
}));
