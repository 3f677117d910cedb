/** People as lists: who is or was held, by what is known of them, by what happened to them, and by where that has left them. */
import { statusWhere } from "../../domain/custody/people-by-status.ts";
import { asOfMoment, isNow, type Clocks } from "../../domain/history/known-at.ts";
import { placesOf } from "../../domain/history/place.ts";
import { knownEvent, knownPerson } from "../../domain/history/published-records.ts";
import { ageWhere, mostYears } from "../../domain/records/age-where.ts";
import { personOfSituation } from "../../domain/situations/of-situation.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { InvalidInput } from "../../errors.ts";
import { builder } from "../base/builder.ts";
import type { Context } from "../base/context.ts";
import { CustodyStatus } from "../base/custody-status.ts";
import {
  among,
  anyOf,
  containing,
  given,
  idsOfNamed,
  inSituation,
  includePartsField,
  naming,
  situationField,
  unmerged,
  when,
} from "../base/filter.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { listPage } from "../pages/list.ts";
import { byName, NameOrder } from "../pages/order.ts";
import { AgeGroup, CivilMilitary, Detainee, DetaineeConnection, Sex } from "../records/detainee.ts";
import { personDetails } from "../words/person.ts";
import { CustodyEventFilter, eventWhere } from "./event-filter.ts";

/** What each detail is when nothing of it is on record. */
const absent = {
  AGE_GROUP: { ageGroup: "UNKNOWN" },
  BIRTH: { birthPrecision: null },
  CIVIL_MILITARY: { civilMilitary: "UNKNOWN" },
  ETHNICITIES: { ethnicities: { isEmpty: true } },
  EXTERNAL_IDS: { externalIds: { isEmpty: true } },
  NAME: { named: false },
  NATIONALITIES: { nationalities: { isEmpty: true } },
  OCCUPATIONS: { occupations: { isEmpty: true } },
  SEX: { sex: "UNKNOWN" },
} as const;

const PersonDetail = builder.enumType("PersonDetail", { description: "What may be on record of a person, or not.", values: personDetails });

const DetaineeFilter = builder.inputType("DetaineeFilter", {
  description: "Which people. All of the given conditions hold.",
  fields: (t) => ({
    situation: situationField(t),
    nationality: t.field({
      type: ["CountryCode"],
      description: "People with one of these nationalities, among others (ISO 3166-1 alpha-2).",
    }),
    ageGroup: t.field({ type: [AgeGroup], description: "People of one of these age groups at the arrest." }),
    civilMilitary: t.field({ type: [CivilMilitary], description: "People who were one of these at the arrest." }),
    occupation: t.stringList({ description: "People with one of these occupations, among others, named as in `Detainee.occupations`." }),
    ethnicity: t.stringList({ description: "People with one of these, among others, named as in `Detainee.ethnicities`." }),
    named: t.boolean({ description: "Only people whose name is known, or only those whose name is not." }),
    facility: t.idList({ description: "People whose timeline passes through one of these facilities or a part of it, by id or slug." }),
    includeParts: includePartsField(t),
    sex: t.field({ type: [Sex], description: "People of one of these sexes, as recorded." }),
    minAge: t.int({
      description: `People who are certainly at least so many years old at \`asOf\`, by their birth or by the age that an event tells: 0 to ${mostYears}.`,
    }),
    maxAge: t.int({
      description: `People who are certainly at most so many years old at \`asOf\`, by their birth or by the age that an event tells: 0 to ${mostYears}.`,
    }),
    lacks: t.field({ type: [PersonDetail], description: "People of whom one of these is not on record." }),
    withEvent: t.field({ type: CustodyEventFilter, description: "People to whom an event happened that passes this filter." }),
    withoutEvent: t.field({ type: CustodyEventFilter, description: "People to whom no event happened that passes this filter." }),
    status: t.field({
      type: [CustodyStatus],
      description:
        "People whose status at `asOf` is one of these. At most 10,000 people can be asked for so, and by the other conditions on custody; of more the filter is refused with INVALID_INPUT, and `statusTally` counts.",
    }),
    heldIn: t.idList({
      description: "People who are certainly held in one of these facilities, or in a part of it, at `asOf`, by id or slug.",
    }),
    placeKnown: t.boolean({
      description:
        "true: people who are certainly held at `asOf`, and of whom a facility, a town, an area or words say where. false: those in custody of whom nothing says where, and those who have disappeared.",
    }),
    minDaysHeld: t.int({
      description: "People who are certainly held at `asOf`, in a detention that has lasted at least so many days (`Detention.days`).",
    }),
    charged: t.boolean({
      description:
        "People who are certainly held at `asOf`, and have been charged or sentenced in this detention, or, with false, certainly have not by what is on record.",
    }),
    sentenceOver: t.boolean({
      description:
        "true: people who are certainly held at `asOf`, though all sentences of this detention had certainly ended. false: the others who are certainly held.",
    }),
    rearrested: t.boolean({
      description:
        "true: people who were certainly taken again after a release by `asOf`. false: those who were certainly let go, and not taken again.",
    }),
    asOf: t.field({
      type: "DateTime",
      description:
        "The moment of the age, and of all that is asked of custody: `status`, `heldIn`, `minDaysHeld` and so on. Now, when not given.",
    }),
    nameContains: t.string({ description: "Part of the primary name; accents and case do not matter. For spellings use `search`." }),
  }),
});

type Asked = Partial<typeof DetaineeFilter.$inferInput>;

builder.queryFields((t) => ({
  detainees: t.connection(
    {
      type: Detainee,
      description: "People who are or were held, by name. Merged records are shown once.",
      args: {
        filter: t.arg({ type: DetaineeFilter, description: "Which people. All of them when not given." }),
        order: t.arg({ type: NameOrder, defaultValue: "asc", description: "By the primary name." }),
        ...clockArgs,
      },
      resolve: async (_root, args, context, info) => {
        const { prisma } = context;
        return listPage(
          { context, info, args },
          await detaineesList(context, args.filter ?? {}, args, args.order),
          (query) => prisma.detainee.findMany(query),
          (query) => prisma.detainee.count(query),
        );
      },
    },
    DetaineeConnection,
  ),
}));

/** The people whom the filter finds, as a list. */
export const detaineesList = async (context: Context, filter: Asked, clocks: Clocks, order?: Parameters<typeof byName>[0]) => ({
  of: "Detainee" as const,
  where: { AND: [visibleWhere(context.viewer), await detaineeWhere(context, filter, clocks)] },
  order: byName(order),
});

async function detaineeWhere(context: Context, filter: Asked, { knownAt, publishedUntil }: Clocks) {
  const { prisma, viewer, now } = context;
  const clocks = { knownAt, publishedUntil };
  const { situation, nationality, ageGroup, civilMilitary, occupation, ethnicity, named, facility, includeParts, nameContains, sex } =
    filter;
  const { asOf, lacks, withEvent, withoutEvent } = filter;
  const place =
    facility == null ? null : await naming(context, "facilityId", idsOfNamed(facility, "Facility"), { ...clocks, includeParts });
  const conditions = given({
    AND: when(inSituation(situation), (named) => personOfSituation(viewer, named, clocks)),
    nationalities: anyOf(nationality),
    occupations: anyOf(occupation),
    ethnicities: anyOf(ethnicity),
    ...{ ageGroup: among(ageGroup), civilMilitary: among(civilMilitary), sex: among(sex) },
    events: when(place, (here) => ({ some: isNow(clocks) ? here : { AND: [here, knownEvent(viewer, clocks)] } })),
    sortName: when(nameContains, containing),
    // A label is no name.
    named: nameContains == null ? (named ?? undefined) : true,
  });
  const age = { minAge: filter.minAge ?? null, maxAge: filter.maxAge ?? null };
  for (const [path, years] of Object.entries(age))
    if (years !== null && (years < 0 || years > mostYears))
      throw new InvalidInput([{ path: `filter.${path}`, expected: `0 to ${mostYears}`, received: String(years) }]);
  const aged = age.minAge === null && age.maxAge === null ? [] : ageWhere(viewer, age, asOfMoment({ asOf, ...clocks }, now), clocks);
  const happened = [
    ...(withEvent == null ? [] : [{ events: { some: await eventWhere(context, withEvent, clocks) } }]),
    ...(withoutEvent == null ? [] : [{ events: { none: await eventWhere(context, withoutEvent, clocks) } }]),
  ];
  const lacking = lacks == null ? [] : [{ OR: lacks.map((each) => absent[each]) }];
  const standing = await custodyWhere(prisma, viewer, filter, clocks, now);
  const known = isNow(clocks) ? [] : [knownPerson(viewer, clocks)];
  return { AND: [{ ...unmerged, ...conditions }, ...standing, ...aged, ...happened, ...lacking, ...known] };
}

/** What is asked of the custody of people, which their timelines tell: all of it in one reading. */
async function custodyWhere(prisma: Context["prisma"], viewer: Viewer, filter: Asked, clocks: Clocks, now: Context["now"]) {
  const { status, asOf, includeParts } = filter;
  const places = idsOfNamed(filter.heldIn, "Facility");
  const { placeKnown = null, charged = null, minDaysHeld = null, sentenceOver = null, rearrested = null } = filter;
  const held = { placeKnown, charged, minDaysHeld, sentenceOver, rearrested };
  if (status == null && places === null && Object.values(held).every((asked) => asked === null)) return [];
  const holding = places === null ? [] : await placesOf(prisma, viewer, places, { ...clocks, includeParts });
  const heldIn = places === null ? null : new Set(holding.flatMap(({ facilities }) => [...facilities]));
  return [
    await statusWhere(prisma, viewer, { statuses: status ?? null, heldIn, held, asOf: asOfMoment({ asOf, ...clocks }, now), ...clocks }),
  ];
}
