/**
 * Nodes of the graph as entities in the shape of FollowTheMoney (id, schema, properties as lists of strings), for Aleph and OpenSanctions' tools. Pure. Ids are the hub's global ids as far
 * as its rule lets them (letters and digits, dots and hyphens inside): without the padding. The ids of merged records are `referents`.
 *
 * FollowTheMoney knows no custody. What it has no word for is not forced into one: a custody event is an Event whose `keywords` carry type, stage, outcome and conditions and whose
 * `notes` carry the state of verification, the age, charges, case number and sentence; facilities are Organizations with an Address, homes an Address alone; a claim is a Documentation that links its document to its event, with
 * stance and connection as `role`, and what is given as the cause of a death as its `description`. Left out: counts and codebooks, decisions and rules, custody status, bounds of times finer than a day, languages (FollowTheMoney wants ISO 639-3), the
 * SHA-256 of captures (it wants SHA-1). Its people have names: of somebody whose name is not known the label stands there, and a note says so.
 */
import type { CustodyEventType, FacilityKind, SourceKind } from "../../db/generated/prisma/enums.ts";
import type { eventTypeNames } from "../../domain/records/custody-event.ts";

type Span = { readonly edtf: string; readonly verbatim?: string | null };
type Place = {
  readonly id: string;
  readonly name: string;
  readonly facilityKind: FacilityKind;
  readonly country: string;
  readonly admin1: string | null;
  readonly coordinates: { readonly latitude: number; readonly longitude: number } | null;
};
type SourceNode = {
  readonly __typename: "Source";
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly sourceKind: SourceKind;
  readonly merged: readonly string[];
};
type FacilityNode = Place & {
  readonly __typename: "Facility";
  readonly aliases: readonly string[];
  readonly operator: string | null;
  readonly partOf: Pick<Place, "id" | "facilityKind"> | null;
  readonly merged: readonly string[];
};
type DocumentNode = {
  readonly __typename: "Document";
  readonly id: string;
  readonly slug: string | null;
  readonly documentKind: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly archiveUrl: string | null;
  readonly authors: readonly string[];
  readonly publisher: { readonly name: string } | null;
  readonly publishedAt: Span;
  readonly retrievedAt: unknown;
};
type DetaineeNode = {
  readonly __typename: "Detainee";
  readonly id: string;
  readonly name: string;
  readonly named: boolean;
  readonly names: readonly { readonly text: string }[];
  readonly sex: string;
  readonly birth: Span | null;
  readonly nationalities: readonly string[];
  readonly occupations: readonly string[];
  readonly ethnicities: readonly string[];
  readonly merged: readonly string[];
};
type EventNode = {
  readonly __typename: (typeof eventTypeNames)[CustodyEventType];
  readonly id: string;
  readonly detainee: { readonly id: string; readonly name: string };
  readonly when: Span;
  readonly facility: Place | null;
  readonly place: string | null;
  readonly location: { readonly country: string | null; readonly admin1: string | null; readonly locality: string | null } | null;
  readonly state: string;
  readonly stage?: string;
  readonly outcome?: string;
  readonly conditions?: readonly string[];
  readonly age: number | null;
  readonly charges: readonly string[];
  readonly caseNumber: string | null;
  readonly sentence?: string | null;
  readonly sentenceLength?: string | null;
  readonly sentenceEnds?: Span | null;
};
type ClaimNode = {
  readonly __typename: "EventClaim";
  readonly id: string;
  readonly assertedBy: { readonly name: string };
  readonly document: { readonly id: string };
  readonly statement: string;
  readonly asOf: Span;
  readonly event: { readonly id: string };
  readonly stance: string;
  readonly connection: string;
  readonly cause: string | null;
};
export type Node = SourceNode | FacilityNode | DocumentNode | DetaineeNode | EventNode | ClaimNode;

export type Entity = {
  readonly id: string;
  readonly schema: string;
  readonly referents?: readonly string[];
  readonly properties: Readonly<Record<string, readonly string[]>>;
};

/** A source of the other kinds may be a person as well as an organisation. */
const sourceSchemas: Partial<Record<SourceKind, string>> = {
  GOVERNMENT: "PublicBody",
  NGO: "Organization",
  INTERGOVERNMENTAL: "Organization",
  PARTY: "Organization",
  MEDIA: "Organization",
};
const sourceTopics: Partial<Record<SourceKind, string>> = { GOVERNMENT: "gov", INTERGOVERNMENTAL: "gov.igo", PARTY: "pol.party" };

/** The entities that a node becomes: one, and for a facility its address besides. */
export function toEntities(node: Node): Entity[] {
  switch (node.__typename) {
    case "Source":
      return [
        entity(
          node.id,
          sourceSchemas[node.sourceKind] ?? "LegalEntity",
          { name: node.name, alias: node.aliases, topics: sourceTopics[node.sourceKind] },
          node.merged,
        ),
      ];
    case "Facility":
      return facility(node);
    case "Document":
      return [document(node)];
    case "Detainee":
      return [person(node)];
    case "EventClaim":
      return [
        entity(node.id, "Documentation", {
          ...{ document: node.document.id, entity: node.event.id, role: `${node.stance} (${node.connection})` },
          ...{ summary: node.statement, publisher: node.assertedBy.name, ...dates(node.asOf) },
          description: node.cause && `Cause: ${node.cause}`,
        }),
      ];
    default:
      return [event(node)];
  }
}

function person({ id, name, named, names, sex, birth, nationalities, occupations, ethnicities, merged }: DetaineeNode): Entity {
  // Also the primary names of records that were merged into this one.
  const others = [...new Set(names.map(({ text }) => text))].filter((text) => text !== name);
  // A name of one word fits too many people to be matched by.
  const weak = (text: string) => !/\s/.test(text.trim());
  return entity(
    id,
    "Person",
    {
      ...{ name, alias: others.filter((text) => !weak(text)), weakAlias: others.filter(weak) },
      nationality: nationalities.map((code) => code.toLowerCase()),
      gender: sex === "UNKNOWN" ? null : sex.toLowerCase(),
      birthDate: birth && (dates(birth).date ?? null),
      position: occupations,
      ethnicity: ethnicities,
      notes: named ? null : "The name is not known: this is a label.",
    },
    merged,
  );
}

const isHome = ({ facilityKind }: Pick<Place, "facilityKind">) => facilityKind === "HOME";
const addressId = (place: Place) =>
  isHome(place) ? place.id : place.admin1 !== null || place.coordinates !== null ? `${plain(place.id)}.address` : null;
const addressOf = ({ name, admin1, country, coordinates }: Place) => ({
  ...{ full: [name, admin1].filter((part) => part !== null).join(", "), region: admin1, country: country.toLowerCase() },
  ...{ latitude: coordinates && String(coordinates.latitude), longitude: coordinates && String(coordinates.longitude) },
});

function facility(node: FacilityNode): Entity[] {
  const { id, name, aliases, facilityKind, operator, country, partOf, merged } = node;
  if (isHome(node)) return [entity(id, "Address", addressOf(node), merged)];
  const address = addressId(node);
  const organization = entity(
    id,
    "Organization",
    {
      ...{ name, alias: aliases, country: country.toLowerCase(), addressEntity: address, classification: facilityKind },
      ...{ parent: partOf && !isHome(partOf) ? partOf.id : null, notes: operator && `Operator: ${operator}` },
    },
    merged,
  );
  return address === null ? [organization] : [entity(address, "Address", addressOf(node)), organization];
}

function document(node: DocumentNode): Entity {
  const { id, slug, documentKind, title, url, archiveUrl, authors, publisher, publishedAt, retrievedAt } = node;
  // An Article has one day of publishing.
  const { date, endDate } = dates(publishedAt);
  return entity(id, documentKind === "ARTICLE" ? "Article" : "Document", {
    // A Document has to have a file name, by which it is shown too.
    ...{
      name: title ?? url ?? slug ?? id,
      fileName: title ?? url ?? slug ?? id,
      title,
      author: authors,
      sourceUrl: [url, archiveUrl].filter((link) => link !== null),
    },
    ...{ publisher: publisher?.name, publishedAt: date ?? endDate, retrievedAt: retrievedAt === null ? null : written(retrievedAt) },
  });
}

function event(node: EventNode): Entity {
  const { __typename, id, detainee, when, facility: place, state, stage, outcome, conditions } = node;
  const parts = [node.place, node.location?.locality, node.location?.admin1].filter((part) => part != null);
  const town = parts.length === 0 ? null : [...new Set(parts)].join(", ");
  const country = place?.country ?? node.location?.country;
  return entity(id, "Event", {
    name: `${words(__typename)}: ${detainee.name}`,
    summary: [words(__typename), stage?.toLowerCase(), place?.name ?? town, when.verbatim ?? (when.edtf === unknown ? null : when.edtf)]
      .filter((part) => part != null)
      .join(", "),
    involved: [detainee.id, ...(place && !isHome(place) ? [place.id] : [])],
    location: [place?.name, town].filter((part) => part != null),
    addressEntity: place && addressId(place),
    country: country?.toLowerCase(),
    keywords: [__typename, stage, outcome, ...(conditions ?? [])].filter((word) => word != null),
    notes: [`Verification: ${state}`, ...details(node)],
    ...dates(when),
  });
}

function details({ age, charges, caseNumber, sentence, sentenceLength, sentenceEnds }: EventNode): string[] {
  const until = sentenceEnds && `until ${sentenceEnds.edtf}`;
  const term = [sentence, sentenceLength, until].filter((part) => part != null).join(" ");
  return [
    ...(age === null ? [] : [`Age: ${age}`]),
    ...charges.map((charge) => `Charge: ${charge}`),
    ...(caseNumber === null ? [] : [`Case number: ${caseNumber}`]),
    ...(term === "" ? [] : [`Sentence: ${term}`]),
  ];
}

/** `CustodyChange` becomes "Custody change". */
const words = (name: string) => name[0]! + name.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const unknown = "XXXX-XX-XX";
const day = /^\d{4}(-\d\d){0,2}/;

/** A span in days, months or years: `date` when it lies in one, otherwise where it begins and ends, as far as that is known. */
function dates({ edtf }: Span): { date?: string; startDate?: string; endDate?: string } {
  const [from, to] = edtf.split("/");
  const [startDate, endDate] = [day.exec(from ?? "")?.[0], day.exec(to ?? "")?.[0]];
  if (startDate !== undefined && (to === undefined || startDate === endDate)) return { date: startDate };
  return { ...(startDate === undefined ? {} : { startDate }), ...(endDate === undefined ? {} : { endDate }) };
}

const written = (moment: unknown) => (moment instanceof Date ? moment.toISOString() : String(moment)).slice(0, 19);

type Properties = Readonly<Record<string, string | readonly string[] | null | undefined>>;

const references = new Set(["document", "entity", "involved", "addressEntity", "parent"]);
const plain = (id: string) => id.replace(/=+$/, "");

/** Properties that have no value are left out. */
function entity(id: string, schema: string, properties: Properties, referents: readonly string[] = []): Entity {
  const lists = Object.entries(properties).map(([name, value]) => {
    const values = value == null ? [] : typeof value === "string" ? [value] : value;
    return [name, references.has(name) ? values.map(plain) : values] as const;
  });
  return {
    ...{ id: plain(id), schema },
    ...(referents.length > 0 ? { referents: referents.map(plain) } : {}),
    properties: Object.fromEntries(lists.filter(([, values]) => values.length > 0)),
  };
}
