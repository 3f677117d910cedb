/** Every list of the graph that has pages: where it hangs, and how to get to it. `ARGS` and `PAGE` stand for the arguments of a page and for what is asked of it. */
import type { AppOptions } from "../../../src/app.ts";
import { authenticate, keyOf } from "../../../src/domain/access/key-viewer.ts";
import { newId } from "../../../src/domain/identity.ts";
import { startHub, type Hub } from "../hub.ts";
import { now } from "../given.ts";
import { verifyTheCorroborated } from "../reconciling.ts";
import { recordCorroborated } from "../records.ts";

export type Edge = { cursor: string; node: { __typename: string; id: string } };
export type Page = {
  totalCount: number;
  edges: Edge[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
};
export type List = {
  /** The type and field. */
  readonly field: string;
  readonly query: string;
  readonly read: (data: any) => Page;
  /** Arguments besides those of a page. */
  readonly more?: string;
  /** Other such arguments, with which it is another list. */
  readonly others?: readonly string[];
};

const ofSituation = (field: string): List => ({
  field: `Situation.${field}`,
  query: `situation(by: { slug: "venezuela-2026-01" }) { ${field}(ARGS) PAGE }`,
  read: (data) => data.situation[field] as Page,
});

const person = 'detainees(filter: { nameContains: "enrique" }, first: 1) { edges { node { LIST } } }';
const ofPerson = (field: string) => person.replace("LIST", `${field}(ARGS) PAGE`);
const readPerson = (field: string) => (data: any) => data.detainees.edges[0].node[field] as Page;
const named = (field: string): List => ({
  field: `NamedComparison.${field}`,
  query: `reconciliation(metric: RELEASED, asOf: "2026-01-25T04:00:00Z") { rows { named { ${field}(ARGS) PAGE } } }`,
  read: (data) =>
    data.reconciliation.rows
      .flatMap((row: any) => (row.named === null ? [] : [row.named[field] as Page]))
      .toSorted((one: Page, other: Page) => other.totalCount - one.totalCount)[0],
});

export const lists: readonly List[] = [
  { field: "Query.sources", query: "sources(ARGS) PAGE", read: (data) => data.sources, others: ["filter: { kind: MEDIA }"] },
  { field: "Query.indicators", query: "indicators(ARGS) PAGE", read: (data) => data.indicators },
  { field: "Query.situations", query: "situations(ARGS) PAGE", read: (data) => data.situations },
  {
    field: "Query.documents",
    query: "documents(ARGS) PAGE",
    read: (data) => data.documents,
    others: ['filter: { language: "es" }', 'filter: { contains: "releas" }'],
  },
  {
    ...{ field: "Query.facilities", query: "facilities(ARGS) PAGE", read: (data) => data.facilities },
    others: ["order: NAME_DESCENDING", 'filter: { country: "VE" }', 'filter: { nameContains: "a" }'],
  },
  { field: "Query.detainees", query: "detainees(ARGS) PAGE", read: (data) => data.detainees, others: ["order: NAME_DESCENDING"] },
  {
    ...{ field: "Query.detainees", query: "detainees(ARGS) PAGE", read: (data) => data.detainees, more: "order: NAME_DESCENDING" },
    others: ["", 'order: NAME_DESCENDING, filter: { nationality: "VE" }'],
  },
  {
    ...{ field: "Query.claims", query: "claims(ARGS) PAGE", read: (data) => data.claims, more: "filter: { kind: EVENT }" },
    others: ["", "filter: { kind: COUNT }", 'filter: { kind: EVENT }, knownAt: "2026-01-25T12:00:00Z"'],
  },
  { field: "Query.claims", query: "claims(ARGS) PAGE", read: (data) => data.claims, more: "filter: { kind: COUNT }, order: OLDEST_FIRST" },
  {
    ...{ field: "Query.searchStatements", query: "searchStatements(ARGS) PAGE", read: (data) => data.searchStatements },
    ...{ more: 'text: "prisoners", filter: { kind: COUNT }', others: ['text: "released"', 'text: "prisoners"'] },
  },
  { field: "Query.releases", query: "releases(ARGS) PAGE", read: (data) => data.releases, others: ["order: OLDEST_FIRST"] },
  {
    ...{ field: "Query.custodyEvents", query: "custodyEvents(ARGS) PAGE", read: (data) => data.custodyEvents },
    others: ["filter: { type: ARREST }"],
  },
  { field: "Query.verificationQueue", query: "verificationQueue(ARGS) PAGE", read: (data) => data.verificationQueue },
  {
    ...{ field: "Query.decisionQueue", query: "decisionQueue(ARGS) PAGE", read: (data) => data.decisionQueue, more: "type: ARREST" },
    others: ["type: RELEASE"],
  },
  { field: "Source.claims", query: 'source(by: { slug: "foro-penal" }) { claims(ARGS) PAGE }', read: (data) => data.source.claims },
  { field: "Source.documents", query: 'source(by: { slug: "cnn" }) { documents(ARGS) PAGE }', read: (data) => data.source.documents },
  {
    ...{ field: "Document.claims", query: "documents(first: 1) { edges { node { claims(ARGS) PAGE } } }" },
    read: (data) => data.documents.edges[0].node.claims,
  },
  {
    ...{ field: "Facility.detainees", query: 'facility(by: { slug: "el-helicoide" }) { detainees(ARGS) PAGE }' },
    read: (data) => data.facility.detainees,
  },
  {
    ...{
      field: "Facility.heldNow",
      query: 'facility(by: { slug: "el-helicoide" }) { heldNow(ARGS) PAGE }',
      read: (data) => data.facility.heldNow,
    },
    ...{ more: 'asOf: "2026-01-08T04:00:00Z"', others: ['asOf: "2026-01-08T03:59:00Z"'] },
  },
  {
    ...{ field: "Facility.releases", query: 'facility(by: { slug: "el-helicoide" }) { releases(ARGS) PAGE }' },
    ...{ read: (data) => data.facility.releases, others: ["order: OLDEST_FIRST", "filter: { state: VERIFIED }"] },
  },
  {
    ...{ field: "Facility.countClaims", query: 'facility(by: { slug: "rodeo-i" }) { countClaims(ARGS) PAGE }' },
    read: (data) => data.facility.countClaims,
  },
  {
    ...{ field: "Facility.remarks", query: 'facility(by: { slug: "rodeo-i" }) { remarks(ARGS) PAGE }' },
    read: (data) => data.facility.remarks,
  },
  {
    ...{ field: "Source.remarks", query: 'source(by: { slug: "venezuelan-government" }) { remarks(ARGS) PAGE }' },
    read: (data) => data.source.remarks,
  },
  ...["sources", "documents", "facilities", "detainees", "custodyEvents", "releases"].map(ofSituation),
  { ...ofSituation("claims"), more: 'publishedUntil: "2026-01-13T12:00:00Z"' },
  { field: "Detainee.timeline", query: ofPerson("timeline"), read: readPerson("timeline") },
  { field: "Detainee.claims", query: ofPerson("claims"), read: readPerson("claims") },
  { field: "Detainee.releases", query: ofPerson("releases"), read: readPerson("releases") },
  {
    ...{ field: "CustodyEvent.claims", query: "releases(first: 1) { edges { node { claims(ARGS) PAGE } } }" },
    read: (data) => data.releases.edges[0].node.claims,
  },
  named("both"),
  named("theirsOnly"),
  named("oursOnly"),
  {
    ...{ field: "TallyRow.people", query: "tally(of: RELEASE, groupBy: [NATIONALITY]) { people(ARGS) PAGE }" },
    read: (data) => data.tally.map((row: any) => row.people).toSorted((one: Page, other: Page) => other.totalCount - one.totalCount)[0],
  },
  {
    ...{ field: "StatusTallyRow.people", query: "statusTally(groupBy: [SEX]) { people(ARGS) PAGE }" },
    read: (data) =>
      data.statusTally.map((row: any) => row.people).toSorted((one: Page, other: Page) => other.totalCount - one.totalCount)[0],
  },
  {
    ...{ field: "ListOverlap.people", query: "listOverlaps(event: ARREST) { people(ARGS) PAGE }" },
    read: (data) =>
      data.listOverlaps.map((row: any) => row.people).toSorted((one: Page, other: Page) => other.totalCount - one.totalCount)[0],
  },
  {
    ...{ field: "Webhook.deliveries", query: "webhooks { deliveries(ARGS) PAGE }", read: (data) => data.webhooks[0].deliveries },
    others: ["state: DEAD"],
  },
  {
    ...{ field: "Query.auditEntries", query: "auditEntries(ARGS) PAGE", read: (data) => data.auditEntries },
    // The trail grows while it is read.
    ...{ more: 'filter: { action: "recordEventClaim" }', others: ['filter: { action: "recordDocument" }'] },
  },
];

const everything = "{ totalCount edges { cursor node { __typename id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";

/** A page of a list, with whatever went wrong. */
export async function askFor(hub: Hub, { query, read, more }: List, args: string, key?: string | null) {
  const given = [more, args].filter(Boolean).join(", ");
  const { data, errors } = await hub.send(`{ ${query.replace("PAGE", everything).replace("ARGS", given)} }`, {}, key);
  return { page: errors ? undefined : read(data), codes: [...new Set(errors?.map(({ extensions }) => extensions["code"] as string))] };
}

/** A page of a list that must be there. */
export async function pageOf(hub: Hub, list: List, args: string, key?: string | null): Promise<Page> {
  const { page, codes } = await askFor(hub, list, args, key);
  if (page === undefined) throw new Error(`${list.field}(${args}): ${codes.join()}`);
  return page;
}

export const idsOf = ({ edges }: Page) => edges.map(({ node }) => node.id);

/** A hub in which every list has entries. */
export async function startHubWithLists(options: Partial<AppOptions> = {}): Promise<Hub> {
  const hub = await startHub("venezuela", options);
  await verifyTheCorroborated(hub);
  for (let left = 4; left > 0; left -= 1) await recordCorroborated(hub);
  const { prisma } = hub.database;
  const keyId = keyOf(await authenticate(prisma, `Bearer ${hub.key}`, new Date()))!;
  const webhookId = newId();
  await prisma.webhook.create({
    data: { id: webhookId, keyId, url: "https://newsroom.example/", secret: Buffer.alloc(32), position: 0n, stop: "GONE" },
  });
  // Some died at one moment.
  await prisma.webhookDelivery.createMany({
    data: Array.from({ length: 9 }, (_, at) => ({
      ...{ id: newId(), webhookId, seq: BigInt(at), eventId: newId(), attempts: 10, failure: "500" },
      diedAt: new Date(now.getTime() + Math.floor(at / 4) * 1000),
    })),
  });
  return hub;
}
