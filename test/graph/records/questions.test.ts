/** What a reporter, a lawyer and a statistician ask of the sample: each question is one operation, and its answer was reckoned by hand from the files of prisma/data. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

const total = (data: any) => (Object.values(data)[0] as { totalCount: number }).totalCount;
const nodes = (data: any): any[] => (Object.values(data)[0] as { edges: { node: unknown }[] }).edges.map(({ node }) => node);
const names = (data: any) => nodes(data).map(({ name }) => name as string);
const people = (data: any) =>
  nodes(data)
    .map(({ detainee }) => detainee.name as string)
    .toSorted();
const values = (data: any) =>
  nodes(data)
    .map(({ value }) => value as number)
    .toSorted((one, other) => one - other);
const named = "{ totalCount edges { node { name } } }";
const ofPeople = "{ totalCount edges { node { detainee { name } } } }";
const counted = "{ totalCount edges { node { ... on CountClaim { value } } } }";
const spoken = "{ totalCount edges { node { assertedBy { slug } locator } } }";
const where = (data: any) =>
  nodes(data)
    .map(({ assertedBy, locator }) => `${assertedBy.slug} ${locator}`)
    .toSorted();

const pilieri = "Biagio Pilieri";
const torres = "Edilson José Torres Fernández";
const marquez = "Enrique Márquez";
const diaz = "Luis Carlos Díaz";
const tudares = "Rafael Tudares";
const sanMiguel = "Rocío San Miguel";
const station = "Police station in Caracas (not named)";

const questions: [who: string, question: string, operation: string, read: (data: any) => unknown, answer: unknown][] = [
  // A reporter
  [
    "reporter",
    "How many numbers does CNN's page of 12 January give?",
    `claims(filter: { document: "cnn-2026-01-12", kind: COUNT }) ${counted}`,
    total,
    12,
  ],
  [
    "reporter",
    "Who has published the names behind a number?",
    `claims(filter: { namesPublished: true }) ${spoken}`,
    where,
    ["monitoreamos ¶9"],
  ],
  [
    ...["reporter", "Who gives a number and says that the names are not published?", `claims(filter: { namesPublished: false }) ${spoken}`],
    ...([where, ["venezuelan-government ¶10", "venezuelan-government ¶4"]] as const),
  ] as never,
  [
    "reporter",
    "Which statements speak of torture?",
    `searchStatements(text: "TORTURE") ${spoken}`,
    where,
    ["17gen4 ¶16", "foro-penal ¶18", "lisseth-boon ¶18"],
  ],
  [
    "reporter",
    "Where does the phrase revolving door stand?",
    `claims(filter: { textContains: "revolving door" }) ${spoken}`,
    where,
    ["foro-penal ¶33", "lisseth-boon ¶22"],
  ],
  [
    "reporter",
    "What is said of the siblings Rodriguez, however it is spelled?",
    `searchStatements(text: "siblings rodriguez") ${spoken}`,
    where,
    ["venezuelan-government ¶10"],
  ],
  [
    "reporter",
    "What calls for an amnesty?",
    `searchStatements(text: "amnesty", filter: { kind: REMARK }) ${spoken}`,
    where,
    ["human-rights-organizations ¶25"],
  ],
  ["reporter", "How many statements name El Helicoide?", `claims(filter: { textContains: "el helicoide" }) ${spoken}`, total, 10],
  [
    "reporter",
    "Which numbers were out by the end of 9 January?",
    `claims(filter: { kind: COUNT, publishedUntil: "2026-01-10T04:00:00Z" }) ${counted}`,
    total,
    18,
  ],
  [
    "reporter",
    "Which numbers came after 20 January, for certain?",
    `claims(filter: { kind: COUNT, publishedSince: "2026-01-20T00:00:00Z" }) ${counted}`,
    total,
    15,
  ],
  [
    ...[
      "reporter",
      "And which may have?",
      `claims(filter: { kind: COUNT, publishedSince: "2026-01-20T00:00:00Z", includePossible: true }) ${counted}`,
    ],
    ...([total, 29] as const),
  ] as never,
  ["reporter", "Which journalists are on record?", `detainees(filter: { occupation: "journalist" }) ${named}`, names, [diaz]],
  [
    "reporter",
    "Which lawyers and journalists?",
    `detainees(filter: { occupation: ["journalist", "lawyer"] }) ${named}`,
    names,
    [diaz, sanMiguel],
  ],
  ["reporter", "Which Italians and Spaniards?", `detainees(filter: { nationality: ["IT", "ES"] }) ${named}`, names, [pilieri, sanMiguel]],
  [
    "reporter",
    "Which places have let nobody out?",
    `facilities(filter: { withoutReleases: true }) ${named}`,
    names,
    ["El Rodeo", station, "Rodeo I"],
  ],
  ["reporter", "Which places have?", `facilities(filter: { withoutReleases: false }) ${named}`, names, ["El Helicoide"]],
  ["reporter", "Which prisons lie in Miranda?", `facilities(filter: { admin1: "Miranda" }) ${named}`, names, ["El Rodeo", "Rodeo I"]],
  ["reporter", "What do CNN and NPR have on record?", `documents(filter: { publisher: ["cnn", "npr"] }) { totalCount }`, total, 2],
  [
    ...[
      "reporter",
      "Which governments and international bodies speak?",
      `sources(filter: { kind: [GOVERNMENT, INTERGOVERNMENTAL] }) ${named}`,
    ],
    ...([total, 7] as const),
  ] as never,
  [
    "reporter",
    "What is remarked on the government?",
    `claims(filter: { kind: REMARK, aboutSource: "venezuelan-government" }) ${spoken}`,
    total,
    22,
  ],
  // A lawyer
  [
    ...[
      "lawyer",
      "Who was in El Helicoide when 8 January began?",
      `facility(by: { slug: "el-helicoide" }) { heldNow(asOf: "2026-01-08T04:00:00Z") ${named} }`,
    ],
    ...([(data: any) => names(data.facility), [pilieri, marquez]] as const),
  ] as never,
  [
    ...[
      "lawyer",
      "And who at the end of January?",
      `facility(by: { slug: "el-helicoide" }) { heldNow(asOf: "2026-02-01T00:00:00Z") ${named} }`,
    ],
    ...([(data: any) => names(data.facility), []] as const),
  ] as never,
  [
    ...[
      "lawyer",
      "Who was held in El Helicoide or at the police station?",
      `detainees(filter: { heldIn: ["el-helicoide", "caracas-police-station"], asOf: "2026-01-08T04:00:00Z" }) ${named}`,
    ],
    ...([names, [pilieri, marquez]] as const),
  ] as never,
  [
    "lawyer",
    "Who is free under a gag order or with charges kept?",
    `releases(filter: { condition: [GAG_ORDER, CHARGES_KEPT] }) ${ofPeople}`,
    people,
    [marquez],
  ],
  [
    "lawyer",
    "Who was charged or sentenced?",
    `custodyEvents(filter: { type: [CHARGE, SENTENCE] }) ${ofPeople}`,
    people,
    [marquez, tudares],
  ],
  [
    ...[
      "lawyer",
      "Who died or vanished?",
      `detainees(filter: { status: [DIED_IN_CUSTODY, WHEREABOUTS_UNKNOWN], asOf: "2026-02-01T00:00:00Z" }) ${named}`,
    ],
    ...([names, [torres]] as const),
  ] as never,
  [
    "lawyer",
    "Which officers of the police or the army?",
    `detainees(filter: { civilMilitary: [POLICE, MILITARY] }) ${named}`,
    names,
    [torres],
  ],
  [
    ...["lawyer", "Which deaths since the new year?", `custodyEvents(filter: { type: DEATH, since: "2026-01-01T00:00:00Z" }) ${ofPeople}`],
    ...([people, [torres]] as const),
  ] as never,
  [
    ...[
      "lawyer",
      "Who came out on 22 January?",
      `releases(filter: { since: "2026-01-22T04:00:00Z", until: "2026-01-23T04:00:00Z" }) ${ofPeople}`,
    ],
    ...([people, [tudares]] as const),
  ] as never,
  [
    ...[
      "lawyer",
      "Who may have been free by noon of 8 January?",
      `releases(filter: { until: "2026-01-08T16:00:00Z", includePossible: true }) ${ofPeople}`,
    ],
    ...([people, [pilieri, marquez, diaz, sanMiguel]] as const),
  ] as never,
  ["lawyer", "Which claims deny an event?", `claims(filter: { stance: DISPUTES }) ${spoken}`, where, []],
  ["lawyer", "What is part of El Rodeo?", `facilities(filter: { partOf: "el-rodeo" }) ${named}`, names, ["Rodeo I"]],
  // A statistician
  [
    ...[
      "statistician",
      "Which exact numbers of releases do Foro Penal and the coalition give?",
      `claims(filter: { source: ["foro-penal", "democratic-unitary-platform"], metric: RELEASED, qualifier: EXACT }) ${counted}`,
    ],
    ...([values, [11, 41, 49, 170]] as const),
  ] as never,
  [
    ...[
      "statistician",
      "Which exact numbers does the state announce?",
      `claims(filter: { source: "venezuelan-government", metric: [ANNOUNCED, ORDERED], qualifier: EXACT }) ${counted}`,
    ],
    ...([values, [116, 116, 116]] as const),
  ] as never,
  ["statistician", "How many numbers count no people?", `claims(filter: { unit: [FAMILIES, FACILITIES, PERCENT] }) ${counted}`, total, 7],
  [
    "statistician",
    "How many are levels or additions?",
    `claims(filter: { kind: COUNT, measure: [STOCK, INCREMENT] }) ${counted}`,
    total,
    31,
  ],
  [
    "statistician",
    "How many have one bound or two?",
    `claims(filter: { qualifier: [MORE_THAN, FEWER_THAN, AT_LEAST, RANGE] }) ${counted}`,
    total,
    13,
  ],
  [
    "statistician",
    "What is counted at El Rodeo, its parts included?",
    `claims(filter: { kind: COUNT, facility: "el-rodeo" }) ${counted}`,
    values,
    [0, null],
  ],
  [
    "statistician",
    "And of itself alone?",
    `claims(filter: { kind: COUNT, facility: "el-rodeo", includeParts: false }) ${counted}`,
    values,
    [],
  ],
  ["statistician", "What was corrected or withdrawn?", `claims(filter: { status: [SUPERSEDED, RETRACTED] }) ${counted}`, total, 0],
  [
    "statistician",
    "Which numbers of two documents are there?",
    `claims(filter: { kind: COUNT, document: ["npr-2026-01-12", "17gen4-2026-01"] }) ${counted}`,
    total,
    24,
  ],
  [
    ...[
      "statistician",
      "How many releases of each nationality are told?",
      `tally(of: RELEASE, groupBy: [NATIONALITY], situation: "venezuela-2026-01") { keys { value } reported corroborated }`,
    ],
    ...([
      (data: any) =>
        data.tally
          .flatMap(({ keys }: any) => keys.map(({ value }: any) => value))
          .filter(Boolean)
          .toSorted(),
      ["ES", "IT", "VE"],
    ] as const),
  ] as never,
];

test("there are forty of them", () => {
  expect(questions.length).toBeGreaterThanOrEqual(40);
  expect(new Set(questions.map(([, question]) => question)).size).toBe(questions.length);
});

test.each(questions)("%s: %s", async (_who, _question, operation, read, answer) => {
  const { data, errors } = await hub.send(`{ ${operation} }`, {}, null);
  expect(errors).toBeUndefined();
  expect(read(data)).toEqual(answer);
});
