/** Detainees: people who are or were held. */
import {
  AgeGroup as ageGroupNames,
  CivilMilitary as civilMilitaryNames,
  NameKind as nameKindNames,
  Sex as sexNames,
} from "../../db/generated/prisma/enums.ts";
import type { PersonName as PersonNameRow } from "../../db/generated/prisma/client.ts";
import { recordDetainee } from "../../domain/records/detainee.ts";
import { knownPerson } from "../../domain/history/published-records.ts";
import { personSlug } from "../../domain/records/person-slug.ts";
import { spanOf } from "../../domain/time/span.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { connectionOf } from "../pages/connection.ts";
import { personId } from "../base/filter.ts";
import { clockArgs, knownAtArgs } from "../clocks/clock-arguments.ts";
import { foundBy } from "../base/nodes.ts";
import { pastEntries } from "../pages/past-related.ts";
import { Visibility } from "./visibility.ts";
import { findStandIn, standIn, withMerge } from "../base/stand-in.ts";
import { spanSelection, TimeSpan, TimeSpanInput } from "../base/time-span.ts";
import { ageGroups, civilMilitary, nameKinds, personFields, sexes } from "../words/person.ts";
import { recordFields, situationFields } from "../words/record.ts";

export const AgeGroup = builder.enumType(ageGroupNames, {
  name: "AgeGroup",
  description: "Whether a person was a minor at the arrest.",
  values: ageGroups,
});
export const Sex = builder.enumType(sexNames, { name: "Sex", description: "The sex of a person, as recorded.", values: sexes });
export const CivilMilitary = builder.enumType(civilMilitaryNames, {
  name: "CivilMilitary",
  description: "Whether a person was a civilian at the arrest.",
  values: civilMilitary,
});
const NameKind = builder.enumType(nameKindNames, { name: "NameKind", description: "What sort of name it is.", values: nameKinds });
type Name = Pick<PersonNameRow, "text" | "language" | "kind">;
const nameOrder = [{ kind: "asc" as const }, { text: "asc" as const }, { id: "asc" as const }];
const PersonName = builder.objectRef<Name>("PersonName").implement({
  description: "A name of a person, in one spelling.",
  fields: (t) => ({
    text: t.exposeString("text", { description: "The name as it is written." }),
    language: t.exposeString("language", { nullable: true, description: "The language of the spelling (ISO 639). Null when not stated." }),
    kind: t.expose("kind", { type: NameKind, description: "What sort of name it is." }),
  }),
});

export const Detainee = builder.prismaNode("Detainee", {
  description: "A person who is or was held.",
  id: { field: "id", description: recordFields.id },
  findUnique: findStandIn,
  nullable: true,
  select: withMerge,
  fields: (t) => ({
    slug: t.string({
      description:
        "A readable address of the person: the name and the beginning of the id, such as biagio-pilieri-4f2a9c01d7. `detainee` takes it; it goes on finding the person when the name is corrected.",
      select: { id: true, name: true },
      resolve: personSlug,
    }),
    name: t.exposeString("name", { description: personFields.name }),
    named: t.exposeBoolean("named", { description: personFields.named }),
    names: t.field({
      type: [PersonName],
      description: "All spellings on record, of every record that was judged to be this person.",
      args: knownAtArgs,
      select: ({ knownAt }) =>
        knownAt == null ? { names: { select: { text: true, language: true, kind: true }, orderBy: nameOrder } } : { id: true },
      resolve: (row, args, context, info) => {
        if (args.knownAt == null) return (row as unknown as { names: Name[] }).names;
        const list = { model: "Detainee", relation: "names", where: {}, order: nameOrder, columns: ["text", "language", "kind"] } as const;
        return pastEntries(context, info, args, list).load(row.id) as never;
      },
    }),
    sex: t.expose("sex", { type: Sex, description: "The person's sex, as recorded." }),
    ageGroup: t.expose("ageGroup", { type: AgeGroup, description: "Whether the person was a minor at the arrest." }),
    birth: t.field({
      type: TimeSpan,
      nullable: true,
      description: personFields.birth,
      select: spanSelection("birth"),
      resolve: (row) => spanOf("birth", row),
    }),
    nationalities: t.expose("nationalities", { type: ["CountryCode"], description: personFields.nationalities }),
    occupations: t.exposeStringList("occupations", { description: personFields.occupations }),
    ethnicities: t.exposeStringList("ethnicities", { description: personFields.ethnicities }),
    civilMilitary: t.expose("civilMilitary", { type: CivilMilitary, description: "Whether the person was a civilian at the arrest." }),
    externalIds: t.exposeStringList("externalIds", { description: personFields.externalIds }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: recordFields.recordedAt }),
  }),
});

foundBy("Detainee", ({ prisma, viewer }, ids) =>
  prisma.detainee.findMany({ where: { id: { in: ids }, ...visibleWhere(viewer) }, select: { id: true, mergedIntoId: true } }),
);

export const DetaineeConnection = connectionOf("Detainee", Detainee);

builder.queryFields((t) => ({
  detainee: t.prismaField({
    type: Detainee,
    nullable: true,
    description: "A person by id or slug; null when there is none that you may see.",
    args: { id: t.arg.id({ required: true, description: "The id or the slug of the person." }), ...clockArgs },
    async resolve(query, _root, { id, ...clocks }, context) {
      const { prisma, viewer } = context;
      const load = (personId: string) =>
        prisma.detainee.findFirst({ ...query, where: { AND: [{ id: personId }, knownPerson(viewer, clocks), visibleWhere(viewer)] } });
      return standIn(context, "Detainee", await personId(context, id), load);
    },
  }),
}));

export const PersonNameInput = builder.inputType("PersonNameInput", {
  description: "A further name of a person, in one spelling.",
  fields: (t) => ({
    text: t.string({ required: true, description: "The name as it is written. 1 to 300 characters." }),
    language: t.string({ description: "The language of the spelling: an ISO 639 code such as es." }),
    kind: t.field({ type: NameKind, required: true, description: "ALIAS or VARIANT." }),
  }),
});

mutation(recordDetainee, {
  description:
    "Records a person. Every call makes a person of its own, since two people may share all that is known of them: use an idempotencyKey to repeat a call safely. A minor is RESTRICTED unless `visibility` says otherwise.",
  references: { situation: ["Situation"] },
  input: (t) => ({
    name: t.string({ required: true, description: personFields.name }),
    named: t.boolean({ description: `${personFields.named} True when not given.` }),
    names: t.field({
      description: "Further names and spellings, at most 100.",
      type: [PersonNameInput],
    }),
    sex: t.field({ type: Sex, description: personFields.sex }),
    ageGroup: t.field({ type: AgeGroup, description: personFields.ageGroup }),
    birth: t.field({ type: TimeSpanInput, description: personFields.birth }),
    nationalities: t.stringList({ description: personFields.nationalities }),
    occupations: t.stringList({ description: personFields.occupations }),
    ethnicities: t.stringList({ description: personFields.ethnicities }),
    civilMilitary: t.field({ type: CivilMilitary, description: personFields.civilMilitary }),
    visibility: t.field({ type: Visibility, description: "Who may see the person. PUBLIC when not given, of a minor RESTRICTED." }),
    externalIds: t.stringList({ description: personFields.externalIds }),
    situation: t.id({ description: situationFields.home }),
  }),
  payload: (t) => ({
    detainee: t.prismaField({
      type: Detainee,
      description: "The person who was recorded.",
      // An answer that is given again may be about a record that has been merged since.
      resolve: async (query, { id: recorded }, _args, context) =>
        (await standIn(context, "Detainee", recorded, (id) => context.prisma.detainee.findUnique({ ...query, where: { id } })))!,
    }),
  }),
});
