/** Records things through the public door, as a user of the API would. */
import { decodeId } from "../../src/graph/base/ids.ts";
import type { Hub } from "./hub.ts";

/** The id that a global id has in the database. */
export const localId = (globalId: string): string => decodeId(globalId).id;

let counter = 0;
const fresh = (word: string) => `${word}-${process.pid}-${(counter += 1)}`;

async function record(hub: Hub, verb: string, input: object, field: string, key?: string): Promise<string> {
  const title = `${verb[0]!.toUpperCase()}${verb.slice(1)}`;
  const query = `mutation($input: ${title}Input!) { ${verb}(input: $input) { __typename ... on ${title}Payload { changed ${field} { id } } ... on Error { message } } }`;
  const { data, errors } = await hub.send(query, { input }, key);
  const result = data?.[verb];
  if (result?.__typename !== `${title}Payload`) throw new Error(`${verb}: ${JSON.stringify(errors ?? result)}`);
  return result[field].id as string;
}

export const day = (edtf: string) => ({ edtf, timeZone: "America/Caracas" });

export const recordSource = (hub: Hub, more: object = {}) =>
  record(
    hub,
    "recordSource",
    { slug: fresh("source"), name: fresh("Source"), kind: "NGO", timeZone: "America/Caracas", ...more },
    "source",
  );
export const recordDocument = (hub: Hub, more: object = {}) =>
  record(hub, "recordDocument", { kind: "ARTICLE", title: fresh("Document"), publishedAt: day("2026-01-20"), ...more }, "document");
export const recordDetainee = (hub: Hub, more: object = {}) =>
  record(hub, "recordDetainee", { name: fresh("Person"), ageGroup: "ADULT", ...more }, "detainee");
export const recordFacility = (hub: Hub, more: object = {}) =>
  record(hub, "recordFacility", { slug: fresh("facility"), name: fresh("Facility"), kind: "PENAL", country: "VE", ...more }, "facility");
export const recordEvent = (hub: Hub, detainee: string, more: object = {}, key?: string) =>
  record(
    hub,
    "recordEvent",
    { detainee, type: "RELEASE", stage: "EFFECTED", when: day("2026-01-20"), place: "Caracas", ...more },
    "event",
    key,
  );
export const recordEventClaim = (hub: Hub, event: string, source: string, document: string, more: object = {}, key?: string) =>
  record(
    hub,
    "recordEventClaim",
    {
      event,
      assertedBy: source,
      document,
      statement: fresh("It happened"),
      asOf: day("2026-01-20"),
      stance: "SUPPORTS",
      connection: "ORGANISATION",
      ...more,
    },
    "claim",
    key,
  );

/** A release that two independent organisations report: CORROBORATED, so that another key can verify it. */
export async function recordCorroborated(
  hub: Hub,
  person: object = {},
  release: object = {},
): Promise<{ detainee: string; release: string }> {
  const [one, other, document, detainee] = await Promise.all([
    recordSource(hub),
    recordSource(hub),
    recordDocument(hub),
    recordDetainee(hub, person),
  ]);
  const event = await recordEvent(hub, detainee, release);
  await recordEventClaim(hub, event, one, document);
  await recordEventClaim(hub, event, other, document);
  return { detainee, release: event };
}

export type Decision = {
  __typename: string;
  changed?: boolean;
  code?: string;
  message?: string;
  release?: { state: string };
  failedRules?: { rule: string; needed: string }[];
};

/** verifyRelease, contestRelease, refuteRelease or retractVerification. */
export async function decide(hub: Hub, verb: string, input: object, key: string): Promise<Decision> {
  const title = `${verb[0]!.toUpperCase()}${verb.slice(1)}`;
  const query = `mutation($input: ${title}Input!) { ${verb}(input: $input) {
    __typename ... on ${title}Payload { changed release { state } } ... on Error { code message } ... on PolicyNotSatisfied { failedRules { rule needed } } } }`;
  const { data, errors } = await hub.send(query, { input }, key);
  if (errors) throw new Error(JSON.stringify(errors));
  return data[verb] as Decision;
}

/** A release that was just verified, and whose person it is of. */
export async function recordVerified(
  hub: Hub,
  key: string,
  person: object = {},
  release: object = {},
): Promise<{ detainee: string; release: string }> {
  const recorded = await recordCorroborated(hub, person, release);
  const decision = await decide(hub, "verifyRelease", { release: recorded.release }, key);
  if (decision.changed !== true || decision.release?.state !== "VERIFIED") throw new Error(`verifyRelease: ${JSON.stringify(decision)}`);
  return recorded;
}

export type Judged = { __typename: string; changed?: boolean; judgement?: { id: string }; message?: string };

/** A merge, its undoing, or another judgement of which records are one. */
export async function judge(hub: Hub, verb: string, input: object, key?: string): Promise<Judged> {
  const title = verb[0]!.toUpperCase() + verb.slice(1);
  const { data, errors } = await hub.send(
    `mutation($i: ${title}Input!) { ${verb}(input: $i) { __typename ... on ${title}Payload { changed judgement { id } } ... on Error { message } } }`,
    { i: input },
    key,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[verb] as Judged;
}

export const recordRemark = (hub: Hub, source: string, document: string, more: object = {}, key?: string) =>
  record(
    hub,
    "recordRemark",
    { assertedBy: source, document, statement: fresh("It is said"), asOf: day("2026-01-20"), ...more },
    "claim",
    key,
  );

export const recordCountClaim = (hub: Hub, source: string, document: string, more: object = {}, key?: string) =>
  record(
    hub,
    "recordCountClaim",
    {
      assertedBy: source,
      document,
      statement: fresh("So many"),
      asOf: day("2026-01-20"),
      metric: "RELEASED",
      measure: "CUMULATIVE",
      ...("qualifier" in more ? {} : { qualifier: "EXACT", value: 3 }),
      ...more,
    },
    "claim",
    key,
  );
