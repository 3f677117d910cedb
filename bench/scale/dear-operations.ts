/** Questions that take much for how little they seem to ask: other moments, rare filters, lists counted whole, fields of which each entry is reckoned. */

const knownAt = `knownAt: "2026-02-01T00:00:00Z"`;
const publishedUntil = `publishedUntil: "2026-02-01T00:00:00Z"`;
const firstOf: Readonly<Record<string, string>> = {
  detainees: "",
  facilities: "",
  releases: "",
  custodyEvents: "",
  claims: "",
  documents: "",
  sources: "",
  verificationQueue: "",
  decisionQueue: "type: ARREST",
  situations: "",
  indicators: "",
  feed: "",
  changes: "",
};
const withoutClocks = ["situations", "indicators", "feed", "changes"];
const withoutCount = ["feed", "changes"];

const filters: readonly (readonly [list: string, filter: string])[] = [
  ["detainees", "status: DETAINED"],
  ["detainees", "status: RELEASED"],
  ["detainees", "sex: FEMALE"],
  ["detainees", 'occupation: "nobody has this"'],
  ["detainees", "named: false"],
  ["detainees", "minAge: 60"],
  ["detainees", "minDaysHeld: 30, charged: false"],
  ["detainees", "rearrested: true"],
  ["detainees", "lacks: BIRTH"],
  ["detainees", "withEvent: { type: RELEASE }, withoutEvent: { type: CHARGE }"],
  ["custodyEvents", "type: RELEASE, failing: INDEPENDENCE"],
  ["custodyEvents", "type: RELEASE, sex: FEMALE"],
  ["claims", "sourceKind: GOVERNMENT, kind: COUNT"],
  ["releases", "acknowledged: true"],
  ["releases", 'admin1: "nowhere"'],
  ["releases", `since: "2025-03-01T00:00:00Z", until: "2025-04-01T00:00:00Z", includePossible: true`],
  ["custodyEvents", `since: "2025-03-01T00:00:00Z", until: "2025-04-01T00:00:00Z", includePossible: true`],
  ["facilities", "withoutReleases: true"],
  ["facilities", 'nameContains: "a"'],
  ["sources", 'nameContains: "a"'],
  ["documents", 'contains: "a"'],
  ["documents", 'contains: "zzyzx"'],
  ["claims", 'textContains: "a"'],
  ["claims", 'textContains: "zzyzx"'],
  ["claims", "namesPublished: true"],
  ["claims", `publishedSince: "2025-03-01T00:00:00Z", publishedUntil: "2025-04-01T00:00:00Z"`],
  ["claims", `status: ACTIVE, kind: COUNT, metric: HELD`],
];

const perEntry: Readonly<Record<string, readonly string[]>> = {
  detainees: [
    "status",
    "facility { name }",
    "detentions { ordinal }",
    "possibleStatuses",
    `status(${knownAt})`,
    "versions { recordedAt }",
    "judgements { decidedAt }",
    `names(${knownAt}) { text }`,
  ],
  releases: [
    "rearrest { id }",
    "mayBeSameAs { countedOnce }",
    "verification { roots { name } }",
    "verifications { ordinal }",
    `state(${knownAt})`,
    "claims(first: 20) { totalCount }",
    "versions { recordedAt }",
  ],
  facilities: [
    "detaineeCount",
    "releaseCount",
    `releaseCount(${knownAt})`,
    "heldNow(first: 20) { totalCount }",
    "detainees(first: 1) { totalCount }",
    "countClaims(first: 1) { totalCount }",
    "releases(first: 1) { totalCount }",
    "parts { name }",
    "versions { recordedAt }",
  ],
  sources: [
    "claims(first: 1) { totalCount }",
    "remarks(first: 1) { totalCount }",
    "documents(first: 1) { totalCount }",
    "countSeries(metric: RELEASED) { lower }",
    "stockFlow { __typename }",
    "versions { recordedAt }",
  ],
  claims: [
    "status",
    "... on EventClaim { root { explanation } }",
    "versions { recordedAt }",
    "... on CountClaim { parts { lower } partsExceedBy }",
  ],
  documents: ["claims(first: 1) { totalCount }", "derivedFrom { id }", "versions { recordedAt }"],
};

/** Each as a title and a document. */
export const dearOperations: readonly (readonly [title: string, document: string])[] = [
  ...Object.entries(firstOf).flatMap(([list, args]) => {
    const given = (more: string) => [args, more].filter(Boolean).join(", ");
    return [
      [`${list}, one entry`, `{ ${list}(${given("first: 1")}) { pageInfo { endCursor } } }`] as const,
      ...(withoutCount.includes(list) ? [] : [[`${list}, totalCount`, `{ ${list}(${given("first: 1")}) { totalCount } }`] as const]),
      ...(withoutClocks.includes(list)
        ? []
        : [
            [`${list} knownAt`, `{ ${list}(${given(`first: 50, ${knownAt}`)}) { edges { node { id } } } }`] as const,
            [`${list} knownAt, totalCount`, `{ ${list}(${given(`first: 1, ${knownAt}`)}) { totalCount } }`] as const,
            [`${list} publishedUntil`, `{ ${list}(${given(`first: 50, ${publishedUntil}`)}) { edges { node { id } } } }`] as const,
          ]),
    ];
  }),
  ...filters.flatMap(([list, filter]) => [
    [`${list} { ${filter} }`, `{ ${list}(first: 50, filter: { ${filter} }) { edges { node { id } } } }`] as const,
    [`${list} { ${filter} }, totalCount`, `{ ${list}(first: 1, filter: { ${filter} }) { totalCount } }`] as const,
    [`${list} { ${filter} } knownAt`, `{ ${list}(first: 50, filter: { ${filter} }, ${knownAt}) { edges { node { id } } } }`] as const,
  ]),
  ...Object.entries(perEntry).flatMap(([list, fields]) =>
    fields.map((field) => [`${list} { ${field} }`, `{ ${list}(first: 100) { edges { node { ${field} } } } }`] as const),
  ),
  ["search knownAt", `{ search(text: "maria perez", first: 20, ${knownAt}) { matched } }`],
  ["searchStatements of a word of all", `{ searchStatements(text: "released", first: 20) { edges { node { statement } } } }`],
  ["searchStatements, totalCount", `{ searchStatements(text: "released", first: 1) { totalCount } }`],
  ["searchStatements of a word of none", `{ searchStatements(text: "zzyzx", first: 20) { edges { node { statement } } } }`],
  ["suggestDuplicates", `{ suggestDuplicates(first: 100) { same { id } } }`],
  ["matchNames of one", `{ matchNames(names: ["maria perez rojas"]) { name } }`],
  [
    "matchNames of 50",
    `{ matchNames(names: [${Array.from({ length: 50 }, (_, at) => `"maria perez rojas ${at}"`).join(", ")}]) { suggestions { score } } }`,
  ],
  ["matchNames of 1,000", `{ matchNames(names: [${Array.from({ length: 1000 }, (_, at) => `"maria perez ${at}"`).join(", ")}]) { name } }`],
  ["series of all", "{ series { source { name } points { claim { lower } } } }"],
  ["revolvingDoor knownAt", `{ revolvingDoor(${knownAt}) { released } }`],
  ["claims by when they were published", "{ claims(first: 50, orderBy: PUBLISHED, order: OLDEST_FIRST) { edges { node { id } } } }"],
  ["changes since", `{ changes(first: 50, since: "2999-01-01T00:00:00Z") { pageInfo { endCursor } } }`],
  ["statusTally", "{ statusTally(groupBy: [STATUS, SEX, ADMIN1]) { lower upper medianDaysHeld { lower } } }"],
  ["listOverlaps", "{ listOverlaps { lists count } }"],
  ["tally of three types", "{ tally(of: [ARREST, RELEASE, DEATH], groupBy: [MONTH, TYPE]) { verified } }"],
  ["tally by day and facility", "{ tally(of: RELEASE, groupBy: [DAY, FACILITY]) { verified } }"],
  ["tally of arrests by facility", "{ tally(of: ARREST, groupBy: [FACILITY]) { verified } }"],
  ["tally knownAt", `{ tally(of: RELEASE, groupBy: [MONTH], ${knownAt}) { verified } }`],
  ["tally, whose people", "{ tally(of: RELEASE, groupBy: [MONTH]) { people(first: 20) { totalCount } } }"],
  ["hubCountSeries HELD by day", '{ hubCountSeries(metric: HELD, every: DAY, since: "2025-01-01T00:00:00Z") { at } }'],
  ["hubCountSeries knownAt", `{ hubCountSeries(metric: HELD, every: MONTH, ${knownAt}) { at } }`],
  ["reconciliation HELD knownAt", `{ reconciliation(metric: HELD, ${knownAt}) { hub { lower } } }`],
  ["reconciliation ARRESTED", "{ reconciliation(metric: ARRESTED) { hub { lower } } }"],
  ["reconciliation with sums", "{ reconciliation(metric: HELD) { sums { __typename } } }"],
  ["reconciliation by name", "{ reconciliation(metric: HELD) { rows { named { theirsOnly(first: 10) { totalCount } } } } }"],
  ["policies", "{ policies { version } }"],
];
