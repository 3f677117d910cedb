/** The hub's own count as tables: over time, and by day, place or what is known of people. */
import { countOverTime, type HubCountPoint as Point } from "../../domain/tally/count-over-time.ts";
import { mostRows, tally, type TallyKey as Key } from "../../domain/tally/read-tally.ts";
import { peopleThere } from "../../domain/counting/place.ts";
import type { Cell } from "../../domain/tally/tally.ts";
import { builder } from "../base/builder.ts";
import { includePartsArgs, situationArgs, situationId, when } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { hubCountSeries, tallied } from "../costs/work.ts";
import { countedPeople } from "./counted-people.ts";
import { BreakdownInput, readBreakdown } from "../counting/breakdown.ts";
import { CountMetric } from "../counting/claim-enums.ts";
import { PlaceInput, readPlace } from "../counting/place.ts";
import { CustodyEventType } from "../records/custody-event.ts";
import { DetaineeConnection } from "../records/detainee.ts";
import { Facility, facilityLoader } from "../records/facility.ts";
import { VerificationState } from "../records/verification-state.ts";
import { intervalWords, tallyKeyWords } from "../words/tally.ts";
import { HubCount } from "./reconciliation.ts";

const Interval = builder.enumType("Interval", { values: intervalWords, description: "An interval of the calendar." });
const TallyKey = builder.enumType("TallyKey", { values: tallyKeyWords, description: "By what a table of people is divided." });

const HubCountPoint = builder.objectRef<Point>("HubCountPoint").implement({
  description: "The hub's own count at a moment.",
  fields: (t) => ({
    at: t.field({
      type: "DateTime",
      description: "The end of a day, week or month; of the last one, the end of the time that was asked about if that comes first.",
      resolve: ({ at }) => at,
    }),
    hub: t.field({
      type: HubCount,
      description: "The hub's count up to this moment; of people held, at this moment.",
      resolve: ({ hub }) => hub,
    }),
  }),
});

const breakdownArgs = builder.args((t) => ({
  breakdown: t.field({
    type: [BreakdownInput],
    description:
      "Only people who are of these; of whom it is not on record is in `upper` alone. What the hub does not tell of people finds nobody.",
  }),
  place: t.field({
    type: PlaceInput,
    description:
      "Only people all of whose places on record are in this country, area or town; who may have been there is in `upper` alone. A place in words finds nobody.",
  }),
}));

type Whom = {
  readonly breakdown?: (typeof BreakdownInput.$inferInput)[] | null | undefined;
  readonly place?: typeof PlaceInput.$inferInput | null | undefined;
};
const whomOf = ({ breakdown, place }: Whom) => [...readBreakdown(breakdown, "breakdown"), ...peopleThere(readPlace(place, "place"))];

const zoneArg = {
  timeZone: "The IANA time zone whose days are meant. When not given, that of the situation, or that in which most of the events are told.",
  facility: "One facility with its parts, by its id. Everywhere when not given.",
} as const;

builder.queryField("hubCountSeries", (t) =>
  t.field({
    type: [HubCountPoint],
    nullable: true,
    complexity: hubCountSeries,
    description:
      "The hub's own count at the end of each day, week or month: how many could be named by then. At most 1,000 points; more are refused with INVALID_INPUT.",
    args: {
      metric: t.arg({ type: CountMetric, required: true, description: "What is counted." }),
      ...situationArgs,
      facility: t.arg.id({ description: zoneArg.facility }),
      ...includePartsArgs,
      ...breakdownArgs,
      every: t.arg({ type: Interval, defaultValue: "DAY", description: "How far apart the points are." }),
      since: t.arg({
        type: "DateTime",
        description:
          "Counts what adds up from this moment, and begins with it. When not given: counts from the beginning, and begins with the first event.",
      }),
      until: t.arg({
        type: "DateTime",
        description: "The last point. When not given: the earlier of `knownAt` and `publishedUntil`, or the latest recording.",
      }),
      timeZone: t.arg.string({ description: zoneArg.timeZone }),
      lastChanges: t.arg.int({
        description: "Only the points at which the count is another than at the one before: at most so many (1 to 1,000), the newest.",
      }),
      ...clockArgs,
    },
    resolve: async (
      _root,
      { metric, situation, facility, includeParts, every, since, until, timeZone, lastChanges, breakdown, place, ...clocks },
      context,
    ) =>
      countOverTime(
        context.prisma,
        context.viewer,
        {
          ...{
            metric,
            situation: await situationId(context, situation),
            facility: when(facility, (id) => idOf(id, "Facility")),
            every: every ?? "DAY",
            breakdown: whomOf({ breakdown, place }),
          },
          ...{ timeZone: timeZone ?? null, since: since ?? null, until: until ?? null, ...clocks, includeParts },
          lastChanges: lastChanges ?? null,
        },
        context.now,
      ),
  }),
);

type KeyValue = { readonly key: Key; readonly value: string | null };
type Row = Cell & { readonly keys: readonly KeyValue[] };

const TallyKeyValue = builder.objectRef<KeyValue>("TallyKeyValue").implement({
  description: "The value that a row has by one key.",
  fields: (t) => ({
    key: t.field({ type: TallyKey, description: "By what the value divides the table.", resolve: ({ key }) => key }),
    value: t.string({
      nullable: true,
      description: "The value; null is not known.",
      resolve: async ({ key, value }, _args, context) =>
        key === "FACILITY" && value !== null ? (await facilityLoader(context).load(value))!.slug : value,
    }),
    facility: t.field({
      type: Facility,
      nullable: true,
      description: "The facility, of the key FACILITY; null of others.",
      resolve: ({ key, value }, _args, context) => (key === "FACILITY" && value !== null ? facilityLoader(context).load(value) : null),
    }),
  }),
});

const parts = {
  verified: "Distinct people with a VERIFIED event that certainly belongs to this row.",
  corroborated: "Further people with a CORROBORATED event that certainly does.",
  reported: "Further people with a REPORTED event that certainly does.",
  contested: "Further people with a CONTESTED event that certainly does.",
  lower: "The same as `verified`.",
  upper:
    "With everybody of a VERIFIED event that may belong to this row, because its time is not known so exactly or the attribute is not on record.",
} as const;

const TallyRow = builder.objectRef<Row>("TallyRow").implement({
  description: "People who have in common what the keys say: a documented minimum, with bounds. A person may be in several rows.",
  fields: (t) => ({
    keys: t.field({
      type: [TallyKeyValue],
      description: "The values of this row, in the order of `groupBy`.",
      resolve: ({ keys }) => [...keys],
    }),
    ...Object.fromEntries(
      Object.entries(parts).map(([part, description]) => [
        part,
        t.int({ description, resolve: ({ count }) => count[part as keyof typeof parts] }),
      ]),
    ),
    people: t.connection(countedPeople("Everybody who is counted in this row or in its bounds, by name."), DetaineeConnection),
  }),
});

builder.queryField("tally", (t) =>
  t.field({
    type: [TallyRow],
    nullable: true,
    complexity: tallied,
    description: `How many people events of a kind happened to, by day, place or what is known of them. Of releases only those that were effected; refuted events are left out. At most ${mostRows} rows and 3 keys; more are refused with INVALID_INPUT. What is not known comes last.`,
    args: {
      of: t.arg({
        type: [CustodyEventType],
        required: true,
        description: "The kinds of events. Of several a row counts people to whom any of them happened; the key TYPE divides them.",
      }),
      groupBy: t.arg({ type: [TallyKey], required: true, description: "By what the table is divided: 1 to 3 keys." }),
      ...situationArgs,
      facility: t.arg.id({ description: zoneArg.facility }),
      ...includePartsArgs,
      ...breakdownArgs,
      since: t.arg({ type: "DateTime", description: "Only events that certainly came after this moment." }),
      until: t.arg({ type: "DateTime", description: "Only events that had certainly happened by this moment." }),
      includePossible: t.arg.boolean({
        defaultValue: false,
        description: "Also events that may lie between `since` and `until`: in the bounds, not in the numbers.",
      }),
      states: t.arg({ type: [VerificationState], description: "Only events in one of these states. All when not given." }),
      timeZone: t.arg.string({ description: zoneArg.timeZone }),
      ...clockArgs,
    },
    resolve: async (_root, args, context) => {
      const { prisma, viewer } = context;
      const { of, groupBy, facility, since, until, includePossible, states, timeZone, knownAt, publishedUntil } = args;
      const cells = await tally(prisma, viewer, {
        ...{
          of,
          groupBy,
          breakdown: whomOf(args),
          situation: await situationId(context, args.situation),
          facility: when(facility, (id) => idOf(id, "Facility")),
          since: since ?? null,
          until: until ?? null,
        },
        ...{ includePossible: includePossible === true, states: states ?? null, timeZone: timeZone ?? null, knownAt, publishedUntil },
        includeParts: args.includeParts,
      });
      const keys = [...new Set(groupBy)];
      return cells.map((cell) => ({ ...cell, keys: keys.map((key, at) => ({ key, value: cell.values[at]! })) }));
    },
  }),
);
