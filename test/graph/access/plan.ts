/** What the generated questions name, argument by argument. An argument of the SDL that names something and has no row here fails. */

/** Types and fields that show no records to a viewer, each for a reason. */
const elsewhere: Readonly<Record<string, string>> = {
  ApiKey: "keys are for ADMIN alone (access)",
  Webhook: "a key sees its own (feed/webhook.test.ts)",
  WebhookDelivery: "a key sees its own",
  AuditEntry: "the audit trail is for ADMIN and AUDITOR alone (access/audit.test.ts)",
  "Query.apiKeys": "keys are for ADMIN alone",
  "Query.auditEntries": "for ADMIN and AUDITOR alone",
  "Query.webhooks": "a key sees its own",
  "Query.policies": "a policy is public, and about nobody",
  "Query.readTime": "reads what is sent, and no record",
  "Query.readBounds": "reads what is sent, and no record",
  Indicator: "the codebook of indicators is public (reconciliation/indicators.test.ts)",
  "Query.indicator": "the same",
  "Query.indicators": "the same",
  Situation: "that there is a situation is public (situations/apart.test.ts)",
  "Query.situation": "the same",
  "Query.situations": "the same",
};
export const isElsewhere = (place: string) => place in elsewhere;

const [moment, later] = ['"2026-02-01T00:00:00Z"', '"2026-05-01T00:00:00Z"'];

/** Arguments that hold an id, and of which noun. */
const ids: Readonly<Record<string, readonly string[]>> = {
  "ChangeFilter.ids": ["Detainee", "Release", "CountClaim"],
  "ChangeFilter.facility": ["Facility"],
  "ChangeFilter.source": ["Source"],
  "ChangeFilter.detainee": ["Detainee"],
  "ClaimFilter.source": ["Source"],
  "ClaimFilter.document": ["Document"],
  "ClaimFilter.facility": ["Facility"],
  "ClaimFilter.aboutSource": ["Source"],
  "ClaimFilter.event": ["Release", "Arrest"],
  "ClaimFilter.detainee": ["Detainee"],
  "ClaimFilter.publisher": ["Source"],
  "ClaimFilter.definition": ["Definition"],
  "CustodyEventFilter.detainee": ["Detainee"],
  "CustodyEventFilter.facility": ["Facility"],
  "DetaineeFilter.facility": ["Facility"],
  "DetaineeFilter.heldIn": ["Facility"],
  "DocumentFilter.publisher": ["Source"],
  "FacilityFilter.partOf": ["Facility"],
  "FacilityBy.id": ["Facility"],
  "SourceBy.id": ["Source"],
  "ReleaseFilter.facility": ["Facility"],
  "Query.detainee.id": ["Detainee"],
  "Query.document.id": ["Document"],
  "Query.release.id": ["Release"],
  "Query.node.id": [
    "Source",
    "Document",
    "Definition",
    "Facility",
    "Detainee",
    "Release",
    "Arrest",
    "CountClaim",
    "EventClaim",
    "RemarkClaim",
    "Verification",
  ],
  "Query.nodes.ids": [
    "Source",
    "Document",
    "Definition",
    "Facility",
    "Detainee",
    "Release",
    "Arrest",
    "CountClaim",
    "EventClaim",
    "RemarkClaim",
    "Verification",
  ],
  "Query.hubCountSeries.facility": ["Facility"],
  "Query.reconciliation.facility": ["Facility"],
  "Query.series.facility": ["Facility"],
  "Query.series.source": ["Source"],
  "Query.tally.facility": ["Facility"],
  "Query.revolvingDoor.facility": ["Facility"],
  "Query.suggestDuplicates.detainee": ["Detainee"],
  "Query.suggestFacilityMatches.facility": ["Facility"],
  "Query.suggestMatches.detainee": ["Detainee"],
  "Query.suggestSourceMatches.source": ["Source"],
  "Source.countSeries.facility": ["Facility"],
  "Source.stockFlow.facility": ["Facility"],
};
/** Situations are public; that they are asked with tries what is found in them. */
const situations = ["first", "nowhere"].map((slug) => `"${slug}"`);
const texts: Readonly<Record<string, readonly string[]>> = {
  "FacilityBy.slug": ['"@slug:Facility"'],
  "SourceBy.slug": ['"@slug:Source"'],
  "Query.matchNames.names": ['["Open open-ana Rojas @words", "open"]'],
  "Query.searchStatements.text": ['"@words"', '"open"'],
  "ClaimFilter.textContains": ['"@words"'],
  "Query.search.text": ['"@words"', '"open"'],
  "DocumentFilter.contains": ['"@words"'],
  "FacilityFilter.nameContains": ['"@words"'],
  "SourceFilter.nameContains": ['"@words"'],
  "DetaineeFilter.nameContains": ['"@words"'],
  "DocumentFilter.language": ['"es"', '"qu"'],
  "DetaineeFilter.occupation": ['"journalist"', '"@words"'],
  "DetaineeFilter.ethnicity": ['"Wayuu"', '"@words"'],
  "ReleaseFilter.admin1": ['"Lima"', '"@words"'],
  "CustodyEventFilter.admin1": ['"Lima"', '"@words"'],
  "CustodyEventFilter.locality": ['"Callao"', '"@words"'],
  ...Object.fromEntries(["minAge", "maxAge", "minDaysHeld"].map((field) => [`DetaineeFilter.${field}`, ["1", "30"]])),
  ...Object.fromEntries(
    ["charged", "sentenceOver", "placeKnown", "rearrested"].map((field) => [`DetaineeFilter.${field}`, ["true", "false"]]),
  ),
  "CustodyEventFilter.acknowledged": ["true", "false"],
  "CustodyEventFilter.occupation": ['"journalist"', '"@words"'],
  "CustodyEventFilter.ethnicity": ['"Wayuu"', '"@words"'],
  "CustodyEventFilter.charge": ['"treason"', '"@words"'],
  "CustodyEventFilter.caseNumber": ['"12/345"', '"@words"'],
  "CustodyEventFilter.nationality": ['"VE"', '"PE"'],
  "CustodyEventFilter.country": ['"VE"', '"PE"'],
  "FacilityFilter.admin1": ['"Lima"', '"@words"'],
  "DetaineeFilter.nationality": ['"VE"', '"PE"'],
  "ReleaseFilter.nationality": ['"VE"', '"PE"'],
  "FacilityFilter.country": ['"VE"', '"PE"'],
  "ClaimFilter.indicator": ['"hunger-strikes"', '"nothing"'],
  "ChangeFilter.indicator": ['"hunger-strikes"', '"nothing"'],
  "Query.series.indicator": ['"hunger-strikes"'],
  "Query.hubCountSeries.timeZone": ['"America/Lima"'],
  "Query.tally.timeZone": ['"America/Lima"'],
};

/** Inputs that are nothing without all that they require, as they are asked with. */
export const whole: Readonly<Record<string, readonly string[]>> = {
  BreakdownInput: ['{ dimension: SEX, value: "FEMALE" }', '{ dimension: OTHER, name: "group", value: "@words" }'],
  PlaceInput: ['{ country: "VE", admin1: "Lima" }', '{ admin1: "Zulia" }', '{ text: "@words" }'],
};

/** The literals that an argument is asked with. */
export function values(place: string, type: string): readonly string[] {
  if (type === "DateTime")
    return place.endsWith("asOf") || place.endsWith("until") ? [moment] : place.endsWith("knownAt") ? [later] : ['"2025-01-01T00:00:00Z"'];
  const named = ids[place]?.map((noun) => (place.endsWith(".ids") ? `["@${noun}"]` : `"@${noun}"`));
  const given = named ?? texts[place] ?? (place.endsWith(".situation") ? situations : undefined);
  if (given === undefined && (type === "ID" || type === "String" || type === "CountryCode"))
    throw new Error(`${place} names something: say what in test/graph/access/plan.ts.`);
  return given ?? [];
}

/** Edges at which nothing hidden can stand, each for a reason. */
export const neverHidden: Readonly<Record<string, string>> = {
  "ReleaseAmended.release → CustodyEvent":
    "made by the same function as ReleaseVerified.release and ReleaseRetracted.release, which are tried",
  "Change.record → Verification": "a decision is a change of its event",
  "Change.other → Verification": "the same",
  "Change.other → Document": "pages are neither merged nor superseded",
};
