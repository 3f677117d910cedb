/** Which custody events: the filter of their lists, as a `where`. */
import type { Clocks } from "../../domain/history/known-at.ts";
import { decisionInForce, knownEvent } from "../../domain/history/published-records.ts";
import { insideWhere } from "../../domain/time/inside-where.ts";
import { shownDecisions } from "../../domain/verification/shown-decisions.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import type { Context } from "../base/context.ts";
import {
  among,
  anyOf,
  given,
  idsOfNamed,
  inSituation,
  includePartsField,
  naming,
  personId,
  situationField,
  unmerged,
  when,
} from "../base/filter.ts";
import { PolicyRule } from "../base/policy-rule.ts";
import { CustodyEventType, ReleaseCondition, ReleaseOutcome, ReleaseStage, SentenceKind } from "../records/custody-event.ts";
import { AgeGroup, CivilMilitary, Sex } from "../records/detainee.ts";
import { VerificationState } from "../records/verification-state.ts";
import { eventDetails } from "../words/custody.ts";
import { inArea, inAreas, inState, saidByState, sortedBy } from "./release.ts";

/** What each detail is when nothing of it is on record. */
const absent = {
  AGE: { age: null },
  CASE_NUMBER: { caseNumber: null },
  CHARGES: { charges: { isEmpty: true } },
  PLACE: { facilityId: null, place: null, country: null, admin1: null, locality: null },
  TIME: { whenEarliest: null, whenLatest: null },
} as const;

const EventDetail = builder.enumType("EventDetail", {
  description: "What may be on record of a custody event, or not.",
  values: eventDetails,
});

export const CustodyEventFilter = builder.inputType("CustodyEventFilter", {
  description:
    "Which custody events. All of the given conditions hold. With `type: RELEASE` it takes more conditions than `ReleaseFilter`.",
  fields: (t) => ({
    type: t.field({ type: [CustodyEventType], description: "Events of one of these types." }),
    situation: situationField(t),
    state: t.field({ type: [VerificationState], description: "Events in one of these states." }),
    detainee: t.idList({ description: "Events of one of these people, by id or slug." }),
    nationality: t.field({
      type: ["CountryCode"],
      description: "Events of people with one of these nationalities, among others (ISO 3166-1 alpha-2).",
    }),
    sex: t.field({ type: [Sex], description: "Events of people of one of these sexes, as recorded." }),
    ageGroup: t.field({ type: [AgeGroup], description: "Events of people of one of these age groups at the arrest." }),
    civilMilitary: t.field({ type: [CivilMilitary], description: "Events of people who were one of these at the arrest." }),
    occupation: t.stringList({ description: "Events of people with one of these occupations, named as in `Detainee.occupations`." }),
    ethnicity: t.stringList({ description: "Events of people with one of these, named as in `Detainee.ethnicities`." }),
    facility: t.idList({ description: "Events at one of these facilities or at a part of it, by id or slug." }),
    includeParts: includePartsField(t),
    country: t.field({
      type: ["CountryCode"],
      description: "Events in one of these countries: that of the facility, or, where none is on record, of the place (`location`).",
    }),
    admin1: t.stringList({ description: inAreas }),
    locality: t.stringList({ description: "Events in one of these towns, named as in `Place.locality`." }),
    since: t.field({ type: "DateTime", description: "Events that certainly happened after this moment." }),
    until: t.field({ type: "DateTime", description: "Events that had certainly happened by this moment." }),
    includePossible: t.boolean({
      description:
        "Also what may have happened after `since` or by `until`, and may not; false when not given. Of the sentence's end likewise.",
    }),
    recordedSince: t.field({ type: "DateTime", description: "Events that the hub recorded after this moment." }),
    recordedUntil: t.field({ type: "DateTime", description: "Events that the hub recorded by this moment." }),
    charge: t.stringList({ description: "Events that tell of one of these charges, among others, named as in `charges`." }),
    caseNumber: t.stringList({ description: "Events with one of these case numbers." }),
    sentence: t.field({ type: [SentenceKind], description: "Sentences of one of these kinds." }),
    sentenceEndsSince: t.field({ type: "DateTime", description: "Sentences that certainly end after this moment." }),
    sentenceEndsUntil: t.field({ type: "DateTime", description: "Sentences that have certainly ended by this moment." }),
    stage: t.field({ type: [ReleaseStage], description: "Releases at one of these stages." }),
    outcome: t.field({ type: [ReleaseOutcome], description: "Releases with one of these outcomes." }),
    condition: t.field({ type: [ReleaseCondition], description: "Releases under one of these conditions, among others." }),
    acknowledged: t.boolean({ description: "Events that the state itself says, or those that it does not." }),
    failing: t.field({
      type: [PolicyRule],
      description:
        "Events that one of these rules keeps from being verified, by the decision in force: with INDEPENDENCE those of which a single independent origin tells, or none.",
    }),
    lacks: t.field({ type: [EventDetail], description: "Events of which one of these is not on record." }),
  }),
});
export type EventsAsked = typeof CustodyEventFilter.$inferInput | null | undefined;

/** Events that the viewer may see and that pass the filter, as they were known and had been published. */
export async function eventWhere(context: Context, filter: EventsAsked, clocks: Clocks) {
  const { viewer } = context;
  const { type, situation, state, detainee, facility, includeParts, since, until, includePossible, ...asked } = filter ?? {};
  const people = detainee == null ? null : await Promise.all(detainee.map((each) => personId(context, each)));
  const named = [
    await naming(context, "detaineeId", people, clocks),
    await naming(context, "facilityId", idsOfNamed(facility, "Facility"), { ...clocks, includeParts }),
  ];
  const { sentenceEndsSince, sentenceEndsUntil, recordedSince, recordedUntil } = asked;
  const ends = { since: sentenceEndsSince, until: sentenceEndsUntil, includePossible };
  const told = given({
    ...{ type: among(type), situation: inSituation(situation), locality: among(asked.locality), whenSortAt: sortedBy(until) },
    ...{ charges: anyOf(asked.charge), caseNumber: among(asked.caseNumber), sentence: among(asked.sentence) },
    ...{ stage: among(asked.stage), outcome: among(asked.outcome), conditions: anyOf(asked.condition) },
    OR: when(asked.lacks, (details) => details.map((each) => absent[each])),
  });
  const all = [
    ...(insideWhere("when", { since, until, includePossible }) ?? []),
    ...sentencesEnding(ends),
    ...[recordedSince == null ? {} : { recordedAt: { gt: recordedSince } }],
    ...[recordedUntil == null ? {} : { recordedAt: { lte: recordedUntil } }],
    ...[inArea(viewer, asked.admin1), inCountry(viewer, asked.country)].flatMap((there) => (there === null ? [] : [{ OR: there }])),
    ...ofPeople(asked),
    inState(viewer, state, clocks),
    saidByState(viewer, asked.acknowledged, clocks),
    ...failingRules(viewer, asked.failing, clocks),
  ];
  return { AND: [visibleWhere(viewer), unmerged, knownEvent(viewer, clocks), ...named, told, ...all] };
}

const inCountry = (viewer: Viewer, country: readonly string[] | null | undefined) =>
  when(among(country), (named) => [{ facility: { country: named, ...visibleWhere(viewer) } }, { facilityId: null, country: named }]);

/** A span that is not on record is open on both sides, and no sentence's end: it lies nowhere. */
function sentencesEnding(window: Parameters<typeof insideWhere>[1]) {
  const inside = insideWhere("sentenceEnds", window);
  return inside === undefined ? [] : [{ sentenceEndsPrecision: { not: null } }, ...inside];
}

type OfPeople = Pick<NonNullable<EventsAsked>, "nationality" | "sex" | "ageGroup" | "civilMilitary" | "occupation" | "ethnicity">;
function ofPeople({ nationality, sex, ageGroup, civilMilitary, occupation, ethnicity }: OfPeople) {
  const person = given({
    ...{ nationalities: anyOf(nationality), occupations: anyOf(occupation), ethnicities: anyOf(ethnicity) },
    ...{ sex: among(sex), ageGroup: among(ageGroup), civilMilitary: among(civilMilitary) },
  });
  return Object.keys(person).length === 0 ? [] : [{ detainee: person }];
}

/** Decisions that are not shown say nothing here either. */
const failingRules = (viewer: Viewer, rules: readonly (typeof PolicyRule.$inferType)[] | null | undefined, clocks: Clocks) =>
  rules == null
    ? []
    : [
        {
          verifications: {
            some: {
              AND: [
                decisionInForce(viewer, clocks),
                shownDecisions(viewer),
                { OR: rules.map((rule) => ({ failedRules: { array_contains: [{ rule }] } })) },
              ],
            },
          },
        },
      ];
