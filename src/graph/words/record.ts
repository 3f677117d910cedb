/** The words of sources, documents and facilities, and of what every record has. */
import type {
  CoordinatePrecision,
  DocumentKind,
  FacilityKind,
  SourceKind,
  TimePrecision,
  Visibility,
} from "../../db/generated/prisma/enums.ts";
import { described } from "./described.ts";

export const recordFields = {
  id: "Opaque, unique in the whole hub, and lasting: it still resolves after the record was merged into another.",
  slug: "A readable name for addresses, unique for its type: lower-case letters, digits and single hyphens, at most 100 characters.",
  name: "The name by which it is known. 1 to 300 characters.",
  aliases: "Other names for the same thing. At most 200, of 1 to 300 characters each.",
  recordedAt: "When the hub recorded it.",
  visibility: "Who may see the record. PUBLIC when not given.",
  note: "Why, in a few words, for editors and the audit trail. 1 to 1,000 characters.",
  changeReason: "Why it is corrected. REDACTION removes what is replaced from all versions, and needs the scope EDITOR too.",
  basis: "The id of the claim that the corrected particulars rest on.",
  versions: "Every version of this record, the first recording first, each with what it changed. The record keeps its id.",
  nameContains: "Part of the name. Accents and case do not matter.",
} as const;

export const situationFields = {
  situation:
    "The situation to which it belongs, by its id or slug. When not given: that of the person or the place, or the only one of the hub; with several and nothing that tells, it is refused with INVALID_INPUT.",
  home: "The situation for which it is recorded, by its id or slug; the only one of the hub when not given. It belongs to others too once it occurs in them.",
  filter: "What belongs to one of these situations, by id or slug.",
  argument: "One situation, by its id or slug. All of them when not given.",
  description: "What the situation is, in a few sentences. 1 to 5,000 characters.",
  countries: "The countries of the situation (ISO 3166-1 alpha-2).",
  timeZone: "The IANA time zone in whose days the situation is told, such as America/Caracas.",
  custodian:
    "The source that is the state which holds the situation's people. When its events are verified, it and all sources of its `independenceGroup` are one origin, the state's; without a custodian, those of the policy's `custodianGroups`. A government with another group is a source like others.",
  licence: "The licence under which what the hub has of the situation may be used, such as CC0-1.0.",
  citation: "How to cite what the hub has of the situation.",
  startedAt: "When the situation began.",
} as const;

export const visibilities = described<Visibility>({
  PUBLIC: "Everyone, also without a key.",
  PARTNER: "Keys with the scope PARTNER or EDITOR.",
  RESTRICTED: "Keys with the scope EDITOR.",
});

export const timePrecisions = described<TimePrecision>({
  INSTANT: "A clock time: `earliest` and `latest` are the same.",
  HOUR: "Within one hour.",
  PART_OF_DAY: "Within a part of a day: morning, afternoon, evening or night.",
  DAY: "Within one day of the time zone.",
  WEEK: "Within one week (ISO 8601: from Monday).",
  MONTH: "Within one month.",
  YEAR: "Within one year.",
  UNKNOWN: "None of these: only the bounds are known, or nothing at all.",
});

export const sourceKinds = described<SourceKind>({
  GOVERNMENT: "A government or one of its organs: ministry, prosecutor, court, parliament, prison service.",
  NGO: "A non-governmental organisation.",
  INTERGOVERNMENTAL: "An organisation of states, such as the United Nations.",
  PARTY: "A political party or coalition.",
  MEDIA: "A newsroom, an agency or a reporter.",
  FAMILY: "Relatives of people who are or were held.",
  LAWYER: "A lawyer, or lawyers together.",
  DETAINEE: "A person who is or was held.",
  OTHER: "None of the others.",
});

export const documentKinds = described<DocumentKind>({
  ARTICLE: "A newspaper, agency or magazine article.",
  REPORT: "A report, as organisations publish it.",
  STATEMENT: "A statement or press release.",
  LIST: "A list of names or numbers.",
  POST: "A post on a social network or a blog.",
  BROADCAST: "Radio, television or another recording.",
});

export const facilityKinds = described<FacilityKind>({
  PENAL: "A prison or penitentiary.",
  POLICE: "A police station or its cells.",
  MILITARY: "A military prison or base.",
  INTELLIGENCE: "A place of custody of an intelligence service.",
  JUVENILE: "A place of custody for minors.",
  HOME: "A home: house arrest.",
  HOSPITAL: "A hospital in which people are held.",
  SECRET: "A place of custody that the state does not acknowledge.",
  UNKNOWN: "It is not known what sort of place it is.",
});

export const coordinatePrecisions = described<CoordinatePrecision>({
  EXACT: "The site itself.",
  LOCALITY: "Somewhere in the town or district.",
  REGION: "Somewhere in the state or province.",
});

export const documentFields = {
  publisher: "The id of the source that published it.",
  authors: "Who wrote it, as the document names them. At most 200, of 1 to 300 characters each.",
  title: "The title as published. 1 to 500 characters.",
  url: "Where it was published: an http or https address of at most 2,000 characters.",
  language: "The language it is written in, as a BCP 47 tag such as es.",
  kind: "What sort of document it is.",
  publishedAt: "When it was published, as precisely as is known.",
  retrievedAt: "When the capture was taken that the hub read. Null when there is none.",
  archiveUrl: "Where a lasting copy is kept: an http or https address of at most 2,000 characters.",
  sha256: "SHA-256 of the capture that the hub read, as 64 lower-case hexadecimal digits. One document for each.",
  derivedFrom: "The ids of the documents that this one repeats. Claims that go back to one page are one witness.",
} as const;

export const facilityFields = {
  kind: "What sort of place it is.",
  operator: "Who runs it, such as a ministry or a service. 1 to 300 characters.",
  country: "The country in which it lies, by ISO 3166-1 alpha-2.",
  admin1: "The state or province in which it lies. 1 to 200 characters.",
  latitude: "Degrees north of the equator (WGS 84), from -90 to 90.",
  longitude: "Degrees east of Greenwich (WGS 84), from -180 to 180.",
  coordinatePrecision: "How exactly the coordinates tell the place. Latitude, longitude and this stand together or not at all.",
} as const;

export const sourceFields = {
  kind: "What sort of source it is. It says nothing of reliability.",
  independenceGroup: "Sources with the same group share one origin and count as one witness. A slug; null when it stands alone.",
  timeZone: "The time zone in which the source tells days: an IANA name such as America/Caracas.",
} as const;

export const definitionFields = {
  text: "What is counted, in words. 1 to 1,000 characters.",
  includesHouseArrest: "Whether people under house arrest are counted. Null when the source does not say.",
  politicalOnly: "Whether only people held on political grounds are counted. Null when the source does not say.",
  excludesUnderHours: "Detentions shorter than this many hours are not counted. Null when the source does not say.",
} as const;
