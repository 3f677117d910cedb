/** The people on record by where their timelines have left them at a moment, as a table. */
import { asOfMoment } from "../../domain/history/known-at.ts";
import { mostRows } from "../../domain/tally/read-tally.ts";
import { statusTally, type StatusCell, type StatusTallyKey as Key } from "../../domain/tally/status-tally.ts";
import { builder } from "../base/builder.ts";
import { situationArgs, situationId } from "../base/filter.ts";
import { asOfArgs } from "../clocks/clock-arguments.ts";
import { statusTallied } from "../costs/work.ts";
import { DurationBounds } from "../custody/detention.ts";
import { countedPeople } from "./counted-people.ts";
import { DetaineeConnection } from "../records/detainee.ts";
import { Facility, facilityLoader } from "../records/facility.ts";
import { statusTallyKeyWords } from "../words/tally.ts";

const StatusTallyKey = builder.enumType("StatusTallyKey", {
  values: statusTallyKeyWords,
  description: "By what a table of the people on record is divided.",
});

type KeyValue = { readonly key: Key; readonly value: string | null };
type Row = StatusCell & { readonly keys: readonly KeyValue[] };

const StatusTallyKeyValue = builder.objectRef<KeyValue>("StatusTallyKeyValue").implement({
  description: "The value that a row has by one key.",
  fields: (t) => ({
    key: t.field({ type: StatusTallyKey, description: "By what the value divides the table.", resolve: ({ key }) => key }),
    value: t.string({
      nullable: true,
      description: "The value; null is not known, and of places also not held.",
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

const StatusTallyRow = builder.objectRef<Row>("StatusTallyRow").implement({
  description: "People who have in common what the keys say at the moment. Somebody with two nationalities is in two rows.",
  fields: (t) => ({
    keys: t.field({
      type: [StatusTallyKeyValue],
      description: "The values of this row, in the order of `groupBy`.",
      resolve: ({ keys }) => [...keys],
    }),
    lower: t.exposeInt("lower", { description: "Distinct people who certainly belong to this row." }),
    upper: t.exposeInt("upper", {
      description: "With everybody who may belong to it, because the times allow it or the attribute is not on record.",
    }),
    medianDaysHeld: t.field({
      type: DurationBounds,
      description:
        "Between which bounds the median of the days lies for which those who certainly are held, and belong to this row, have been (`Detention.days`). Null of both where nobody is; `upper` is null where of half of them nobody knows since when.",
      resolve: ({ median }) => median,
    }),
    people: t.connection(countedPeople("Everybody who is counted in this row or in its bounds, by name."), DetaineeConnection),
  }),
});

builder.queryField("statusTally", (t) =>
  t.field({
    type: [StatusTallyRow],
    nullable: true,
    complexity: statusTallied,
    description: `Who is held, free, disappeared or dead at a moment, by place and by what is known of them: everybody of whom an event is on record. At most ${mostRows} rows and 3 keys; more are refused with INVALID_INPUT. What is not known comes last.`,
    args: {
      groupBy: t.arg({ type: [StatusTallyKey], required: true, description: "By what the table is divided: 1 to 3 keys." }),
      ...situationArgs,
      ...asOfArgs,
    },
    resolve: async (_root, { groupBy, asOf, situation, knownAt, publishedUntil }, context) => {
      const clocks = { knownAt, publishedUntil };
      const cells = await statusTally(context.prisma, context.viewer, {
        ...{ groupBy, asOf: asOfMoment({ asOf, ...clocks }, context.now), ...clocks },
        situation: await situationId(context, situation),
      });
      const keys = [...new Set(groupBy)];
      return cells.map((cell) => ({ ...cell, keys: keys.map((key, at) => ({ key, value: cell.values[at]! })) }));
    },
  }),
);
