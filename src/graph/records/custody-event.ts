/** Custody events: the steps on people's timelines. What they add up to is in custody/, and so are releases. */
import {
  CustodyEventType as eventTypeEnum,
  ReleaseCondition as conditions,
  ReleaseOutcome as outcomes,
  ReleaseStage as stages,
  SentenceKind as sentences,
  type VerificationState as State,
} from "../../db/generated/prisma/enums.ts";
import { spanOf } from "../../domain/time/span.ts";
import { coordinatesOf } from "../../domain/counting/coordinates.ts";
import { eventTypeNames, recordEvent } from "../../domain/records/custody-event.ts";
import { isNow } from "../../domain/history/known-at.ts";
import { decisionInForce } from "../../domain/history/published-records.ts";
import { canSee, visibleWhere } from "../../domain/viewer.ts";
import { saidAt } from "../base/as-known.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { connectionOf } from "../pages/connection.ts";
import { coordinateColumns, coordinatesInput } from "../counting/coordinates.ts";
import { Place } from "../counting/place.ts";
import { Facility } from "./facility.ts";
import { VerificationState } from "./verification-state.ts";
import { clockArgs, knownAtArgs } from "../clocks/clock-arguments.ts";
import { recordKnownAt } from "../clocks/reference-known-at.ts";
import { foundBy } from "../base/nodes.ts";
import { readSpan, spanSelection, TimeSpan, TimeSpanInput } from "../base/time-span.ts";
import { eventFields, eventTypes, releaseConditions, releaseOutcomes, releaseStages, sentenceKinds } from "../words/custody.ts";
import { recordFields, situationFields } from "../words/record.ts";

export const CustodyEventType = builder.enumType(eventTypeEnum, {
  name: "CustodyEventType",
  description: "The kinds of steps on a person's timeline, after the HURIDOCS micro-thesauri.",
  values: eventTypes,
});

export const ReleaseStage = builder.enumType(stages, {
  name: "ReleaseStage",
  description: "How far a release has gone. Only EFFECTED ones count.",
  values: releaseStages,
});
export const ReleaseOutcome = builder.enumType(outcomes, {
  name: "ReleaseOutcome",
  description: "On what terms a person was released.",
  values: releaseOutcomes,
});
export const ReleaseCondition = builder.enumType(conditions, {
  name: "ReleaseCondition",
  description: "What binds a person after the release, after the HURIDOCS micro-thesauri.",
  values: releaseConditions,
});

export const SentenceKind = builder.enumType(sentences, {
  name: "SentenceKind",
  description: "The kinds of sentences.",
  values: sentenceKinds,
});

export const CustodyEvent = builder.prismaInterface("CustodyEvent", {
  name: "CustodyEvent",
  description: "One step on a person's timeline.",
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true, type: true },
  resolveType: ({ type }) => eventTypeNames[type],
  fields: (t) => ({
    type: t.expose("type", { type: CustodyEventType, description: eventFields.type }),
    when: t.field({
      type: TimeSpan,
      description: eventFields.when,
      select: spanSelection("when"),
      resolve: (row) => readSpan("when", row),
    }),
    facility: t.field({
      type: Facility,
      nullable: true,
      description:
        "Where it happened; for a release, from where the person was released. Null when that is not known or you may not see it.",
      args: knownAtArgs,
      select: (_args, _context, nested) => ({ id: true, facility: nested({ select: { id: true, visibility: true } }) }),
      async resolve({ id, facility }, { knownAt }, context, info) {
        const said = knownAt == null ? null : await saidAt(context, "CustodyEvent", id, knownAt);
        if (said !== null && "statedFacilityId" in said)
          return recordKnownAt(context, info, "Facility", said["statedFacilityId"], knownAt!);
        return canSee(context.viewer, facility) ? facility : null;
      },
    }),
    place: t.exposeString("place", {
      nullable: true,
      description:
        "Where it happened, in words, if that is no facility on record: a town, a state, a country. Null otherwise. By its parts: `location`.",
    }),
    location: t.field({
      type: Place,
      nullable: true,
      description:
        "Where it happened, as far as the parts of the place are on record beside the facility; `text` is `place`. Null where none is.",
      select: { place: true, country: true, admin1: true, locality: true, ...coordinateColumns },
      // A row as it was known has some of its columns from its prototype: they are read by name.
      resolve(row) {
        const { place: text, country, admin1, locality } = row;
        const told = { country, admin1, locality, text, coordinates: coordinatesOf(row) };
        return Object.values(told).every((part) => part === null) ? null : told;
      },
    }),
    age: t.exposeInt("age", { nullable: true, description: eventFields.age }),
    charges: t.exposeStringList("charges", { description: eventFields.charges }),
    caseNumber: t.exposeString("caseNumber", { nullable: true, description: `${eventFields.caseNumber} Null when not stated.` }),
    state: t.field({
      type: VerificationState,
      description: "How far the event is verified.",
      args: clockArgs,
      select: (clocks, { viewer }) =>
        isNow(clocks) ? { state: true } : { verifications: { where: decisionInForce(viewer, clocks), select: { state: true } } },
      resolve: (row, clocks) => {
        const { state, verifications } = row as { state?: State; verifications?: { state: State }[] };
        // Before it was recorded or published an event has no decision; whoever asks all the same is told what it begins with.
        return (isNow(clocks) ? state : verifications?.[0]?.state) ?? "REPORTED";
      },
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: recordFields.recordedAt }),
  }),
});

export const CustodyEventConnection = connectionOf("CustodyEvent", CustodyEvent);

function eventNode<Type extends Exclude<keyof typeof eventTypeNames, "RELEASE">>(type: Type, description: string) {
  foundBy(eventTypeNames[type], ({ prisma, viewer }, ids) =>
    prisma.custodyEvent.findMany({ where: { id: { in: ids }, type, ...visibleWhere(viewer) }, select: { id: true } }),
  );
  return builder.prismaNode("CustodyEvent", {
    variant: eventTypeNames[type],
    description,
    interfaces: [CustodyEvent],
    id: { field: "id", description: recordFields.id },
    findUnique: (id) => ({ id }),
    nullable: true,
    select: { id: true, type: true },
  });
}

export const Arrest = eventNode("ARREST", "A person is taken into custody.");
eventNode("DISAPPEARANCE", "From here on, where the person is held is denied or not known.");
eventNode("LOCATED", "A person who had disappeared is found in custody.");
eventNode("CHARGE", "A person is charged.");
builder.prismaObjectFields(eventNode("SENTENCE", "A person is sentenced."), (t) => ({
  sentence: t.expose("sentence", { type: SentenceKind, nullable: true, description: `${eventFields.sentence} Null when not stated.` }),
  sentenceLength: t.exposeString("sentenceLength", { nullable: true, description: `${eventFields.sentenceLength} Null when not stated.` }),
  sentenceEnds: t.field({
    type: TimeSpan,
    nullable: true,
    description: `${eventFields.sentenceEnds} Null when not stated.`,
    select: spanSelection("sentenceEnds"),
    resolve: (row) => spanOf("sentenceEnds", row),
  }),
}));
eventNode("TRANSFER", "A person is moved to another place of custody.");
eventNode("CUSTODY_CHANGE", "The kind of custody changes, as to house arrest.");
eventNode("DEATH", "A person dies in custody. The cause is what claims say: see `EventClaim.cause`.");

type InputBuilder = Parameters<Parameters<typeof mutation>[1]["input"]>[0];

/** Where an event happened, in words and by the parts of the place. */
export const placeInput = (t: InputBuilder) => ({
  place: t.string({ description: eventFields.place }),
  country: t.field({ type: "CountryCode", description: eventFields.country }),
  admin1: t.string({ description: eventFields.admin1 }),
  locality: t.string({ description: eventFields.locality }),
  ...coordinatesInput(t),
});

/** What sources tell of an event besides its time and place. */
export const detailInput = (t: InputBuilder) => ({
  age: t.int({ description: `${eventFields.age} Under 18 only of a person who is recorded as a MINOR.` }),
  charges: t.stringList({ description: eventFields.charges }),
  caseNumber: t.string({ description: eventFields.caseNumber }),
  sentence: t.field({ type: SentenceKind, description: `${eventFields.sentence} Sentences only.` }),
  sentenceLength: t.string({ description: `${eventFields.sentenceLength} Sentences only.` }),
  sentenceEnds: t.field({ type: TimeSpanInput, description: `${eventFields.sentenceEnds} Sentences only.` }),
});

mutation(recordEvent, {
  description:
    "Records a step on a person's timeline. It is REPORTED until claims support it. The same event recorded twice is recorded once, also when it was corrected between; what may be the same as another says so in `event { mayBeSameAs }`.",
  references: { detainee: ["Detainee"], facility: ["Facility"], situation: ["Situation"] },
  input: (t) => ({
    detainee: t.id({ required: true, description: "The id of the person." }),
    type: t.field({ type: CustodyEventType, required: true, description: eventFields.type }),
    when: t.field({ type: TimeSpanInput, required: true, description: eventFields.when }),
    facility: t.id({ description: eventFields.facility }),
    ...placeInput(t),
    stage: t.field({ type: ReleaseStage, description: `${eventFields.stage} Releases only, and required there.` }),
    outcome: t.field({ type: ReleaseOutcome, description: `${eventFields.outcome} Releases only; UNKNOWN when not given.` }),
    conditions: t.field({ type: [ReleaseCondition], description: `${eventFields.conditions} Releases only.` }),
    ...detailInput(t),
    situation: t.id({ description: situationFields.situation }),
  }),
  payload: (t) => ({
    event: t.prismaField({
      type: CustodyEvent,
      description: "The event that was recorded.",
      resolve: (query, { id }, _args, { prisma }) => prisma.custodyEvent.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
