/** Verification: the decisions on an event, and the mutations that decide. */
import type { Clocks } from "../../domain/history/known-at.ts";
import { decidedOnPublished } from "../../domain/history/published-records.ts";
import { eventTypeNames } from "../../domain/records/custody-event.ts";
import {
  contestEvent,
  contestRelease,
  refuteEvent,
  refuteRelease,
  retractVerification,
  verifyEvent,
  verifyRelease,
} from "../../domain/verification/decision.ts";
import type { RuleFailure as Failure } from "../../domain/verification/rule-failure.ts";
import { sourcesBehindShownClaims } from "../../domain/verification/shown-roots.ts";
import { shownDecisions } from "../../domain/verification/shown-decisions.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { EventClaim } from "../records/event-claim.ts";
import { CustodyEvent } from "../records/custody-event.ts";
import { VerificationState } from "../records/verification-state.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { loaderOf } from "../base/context.ts";
import { Source } from "../records/source.ts";
import { foundBy } from "../base/nodes.ts";
import { Release } from "../custody/release.ts";
import { RuleFailure } from "../base/policy-rule.ts";
import { recordFields } from "../words/record.ts";

/** The places of decisions among those that the viewer may see: a gap would tell of others. */
const ordinalLoader = loaderOf(async ({ prisma, viewer }, ids: readonly string[]) => {
  const sameEvents = { event: { verifications: { some: { id: { in: [...ids] } } } }, ...shownDecisions(viewer) };
  const shown = await prisma.verification.findMany({ where: sameEvents, select: { id: true, eventId: true }, orderBy: { ordinal: "asc" } });
  const places = new Map(
    Map.groupBy(shown, ({ eventId }) => eventId)
      .values()
      .flatMap((some) => some.map(({ id }, at) => [id, at + 1] as const)),
  );
  return ids.map((id) => places.get(id)!);
});
const rootLoader = loaderOf(({ prisma, viewer }, ids: readonly string[]) => sourcesBehindShownClaims(prisma, viewer, ids));

export const Verification = builder.prismaNode("Verification", {
  description:
    "One decision on one event. Decisions are appended: the latest is in force, the others are the history. Who decided is not public.",
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    event: t.relation("event", { type: CustodyEvent, description: "The event that was decided on." }),
    ordinal: t.int({
      description: "The place of this decision among those on the event that you may see: 1, 2, 3…",
      resolve: ({ id }, _args, context) => ordinalLoader(context).load(id),
    }),
    state: t.expose("state", { type: VerificationState, description: "The state of the event by this decision." }),
    policyVersion: t.exposeString("policyVersion", { description: "The version of the written policy that was followed." }),
    roots: t.field({
      type: [Source],
      description:
        "The independent origins that were counted among claims as visible as the event, without those that you may not see. A VERIFIED event may rest on more, which is not told.",
      select: (_args, { viewer }, nested) => ({
        id: true,
        roots: nested({ where: visibleWhere(viewer), orderBy: { sortName: "asc" } }) as { select: { id: true } },
      }),
      async resolve({ id, roots }, _args, context) {
        const behind = await rootLoader(context).load(id);
        return behind === null ? roots : roots.filter((root) => behind.has(root.id));
      },
    }),
    claims: t.relation("claims", {
      type: EventClaim,
      query: (_args, { viewer }) => ({ where: visibleWhere(viewer), orderBy: [{ recordedAt: "asc" }, { id: "asc" }] }),
      description: "The claims that the decision rests on, without those that you may not see.",
    }),
    failedRules: t.field({
      type: [RuleFailure],
      description: "Why not verified: what is missing, and what would satisfy each rule. Empty when VERIFIED.",
      select: { failedRules: true },
      resolve: ({ failedRules }) => failedRules as unknown as Failure[],
    }),
    acknowledged: t.exposeBoolean("acknowledged", { description: "Whether the state itself says so." }),
    decidedAt: t.expose("decidedAt", { type: "DateTime", description: "When it was decided." }),
    decidedBy: t.string({
      nullable: true,
      description: "Whose key decided, or the policy. Only for keys with the scope EDITOR.",
      select: { decidedBy: true },
      resolve: ({ decidedBy }, _args, { viewer }) => (viewer.scopes.has("EDITOR") ? decidedBy : null),
    }),
    publicNote: t.exposeString("publicNote", {
      nullable: true,
      description: "The reason, for readers. Always given when a person decided on CONTESTED or REFUTED; otherwise it may be null.",
    }),
  }),
});

foundBy("Verification", ({ prisma, viewer }, ids) =>
  prisma.verification.findMany({ where: { id: { in: ids }, ...shownDecisions(viewer) }, select: { id: true } }),
);

const decidedBefore = (viewer: Viewer, clocks: Clocks) => ({
  ...(clocks.knownAt == null ? {} : { decidedAt: { lte: clocks.knownAt } }),
  ...decidedOnPublished(viewer, clocks),
});

builder.prismaInterfaceFields(CustodyEvent, (t) => ({
  verification: t.field({
    type: Verification,
    nullable: true,
    description:
      "The decision in force; null before the first. Decisions of the policy that rest on a claim that you may not see are not shown.",
    args: clockArgs,
    select: (clocks, { viewer }, nested) => ({
      verifications: {
        where: { ...decidedBefore(viewer, clocks), ...shownDecisions(viewer) },
        orderBy: { ordinal: "desc" },
        take: 1,
        ...(nested() as object),
      },
    }),
    resolve: (row) => (row as { verifications?: { id: string }[] }).verifications?.[0] ?? null,
  }),
  verifications: t.relation("verifications", {
    type: Verification,
    args: clockArgs,
    query: (clocks, { viewer }) => ({
      where: { ...decidedBefore(viewer, clocks), ...shownDecisions(viewer) },
      orderBy: { ordinal: "asc" },
    }),
    description: "All decisions, oldest first, without those of the policy that rest on a claim that you may not see.",
  }),
}));

const ownClaims =
  "Whoever holds the key must not be needed as a recorder: the rules hold without the claims that any key of the same holder recorded.";
const takesBack = "Takes a person's decision back: the event is again what the policy says of it.";
const onAnyEvent = [
  {
    verb: verifyEvent,
    noted: false,
    description: `Makes a CORROBORATED event of any type VERIFIED; the feed tells of releases. ${ownClaims}`,
  },
  { verb: contestEvent, noted: true, description: "Makes an event of any type CONTESTED: something speaks against it." },
  { verb: refuteEvent, noted: true, description: "Makes an event of any type REFUTED: it did not happen." },
  { verb: retractVerification, noted: true, description: takesBack },
];
const onReleases = [
  { verb: verifyRelease, noted: false, description: `Makes a CORROBORATED release VERIFIED and publishes it to the feed. ${ownClaims}` },
  { verb: contestRelease, noted: true, description: "Makes a release CONTESTED: something speaks against it." },
  { verb: refuteRelease, noted: true, description: "Makes a release REFUTED: it did not happen." },
];

type InputBuilder = Parameters<Parameters<typeof mutation>[1]["input"]>[0];
const basis = (t: InputBuilder, noted: boolean) => ({
  basedOn: t.id({ description: "The verification that you saw. If another has come since, the decision is a Conflict." }),
  publicNote: t.string({ required: noted, description: "The reason, for readers. 1 to 1,000 characters." }),
});
const typesOfEvents = Object.values(eventTypeNames);

for (const { verb, noted, description } of onReleases) {
  mutation(verb, {
    description,
    references: { release: ["Release"], basedOn: ["Verification"] },
    input: (t) => ({ release: t.id({ required: true, description: "The id of the release." }), ...basis(t, noted) }),
    payload: (t) => ({
      release: t.prismaField({
        type: Release,
        description: "The release in its new state.",
        resolve: (query, { id }, _args, { prisma }) => prisma.custodyEvent.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });
}
for (const { verb, noted, description } of onAnyEvent) {
  const before = verb === retractVerification;
  mutation(verb, {
    description,
    references: { event: typesOfEvents, release: ["Release"], basedOn: ["Verification"] },
    input: (t) => ({
      event: t.id({ required: !before, description: "The id of the event, of any type." }),
      ...(before
        ? { release: t.id({ description: "The id of the release.", deprecationReason: "Use event, which takes any type." }) }
        : {}),
      ...basis(t, noted),
    }),
    payload: (t) => ({
      event: t.prismaField({
        type: CustodyEvent,
        description: "The event in its new state.",
        resolve: (query, { id }, _args, { prisma }) => prisma.custodyEvent.findUniqueOrThrow({ ...query, where: { id } }),
      }),
      ...(before
        ? {
            release: t.prismaField({
              type: Release,
              nullable: true,
              description: "The release in its new state; null where the event is of another type.",
              deprecationReason: "Use event, which is there for any type.",
              resolve: (query, { id }, _args, { prisma }) => prisma.custodyEvent.findFirst({ ...query, where: { id, type: "RELEASE" } }),
            }),
          }
        : {}),
    }),
  });
}
