/** The words of people. */
import type { AgeGroup, CivilMilitary, NameKind, Sex } from "../../db/generated/prisma/enums.ts";
import { described } from "./described.ts";

export const ageGroups = described<AgeGroup>({
  ADULT: "18 years or older at the arrest.",
  MINOR: "Under 18 at the arrest (Convention on the Rights of the Child, article 1). Recorded as RESTRICTED unless decided otherwise.",
  UNKNOWN: "Not on record.",
});

export const sexes = described<Sex>({
  FEMALE: "The person is recorded as female.",
  MALE: "The person is recorded as male.",
  OTHER: "Neither female nor male, as the sources say.",
  UNKNOWN: "Not on record.",
});

export const civilMilitary = described<CivilMilitary>({
  CIVILIAN: "A civilian at the arrest.",
  MILITARY: "A member of the armed forces at the arrest.",
  POLICE: "A member of the police at the arrest.",
  UNKNOWN: "Not on record.",
});

const details = [
  "AGE_GROUP",
  "BIRTH",
  "CIVIL_MILITARY",
  "ETHNICITIES",
  "EXTERNAL_IDS",
  "NAME",
  "NATIONALITIES",
  "OCCUPATIONS",
  "SEX",
] as const;
export const personDetails = described<(typeof details)[number]>({
  AGE_GROUP: "Whether the person was a minor at the arrest.",
  BIRTH: "When the person was born.",
  CIVIL_MILITARY: "Whether the person was a civilian at the arrest.",
  ETHNICITIES: "Race or ethnicity, in the category of a source.",
  EXTERNAL_IDS: "An id of the person in another data set.",
  NAME: "The person's name.",
  NATIONALITIES: "Of which country the person is.",
  OCCUPATIONS: "What the person does or did.",
  SEX: "The person's sex.",
});

export const nameKinds = described<NameKind>({
  PRIMARY: "The name under which the person is listed. None when the name is not known.",
  ALIAS: "Another name of the person.",
  VARIANT: "Another spelling of the same name.",
});

export const personFields = {
  name: "What the person is listed as: the primary name, or of somebody whose name is not known a label such as “Man of about 40, cell 12” (see `named`). 1 to 300 characters.",
  named:
    "Whether the name is known. If not, `name` is a label: it is in no `names`, and nobody is found, matched or proposed as the same by it.",
  sex: "The person's sex, as recorded. UNKNOWN when not given.",
  ageGroup: "Whether the person was a minor at the arrest. UNKNOWN when not given.",
  birth: "When the person was born, as far as it is known. Null when nothing is known.",
  nationalities: "The person's nationalities, by ISO 3166-1 alpha-2. Empty when none is on record.",
  occupations: "What the person does or did, in the sources' words. At most 200, of 1 to 200 characters each.",
  ethnicities:
    "Race or ethnicity, each in the category of its source, which is not the hub's. Empty when none is on record. At most 200, of 1 to 200 characters each.",
  civilMilitary: "Whether the person was a civilian at the arrest. UNKNOWN when not given.",
  externalIds: "Ids of the person in other data sets. National identity numbers are not stored. At most 200, of 1 to 200 characters each.",
} as const;
