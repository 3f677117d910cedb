/** Corrections through the public door. */
import type { Hub } from "./hub.ts";

export type Amended = { __typename: string; changed?: boolean; message?: string; issues?: { path: string; expected: string }[] };

/** amendSource, amendEvent and so on. */
export async function amend(hub: Hub, noun: string, input: object, key?: string): Promise<Amended> {
  const title = `Amend${noun[0]!.toUpperCase()}${noun.slice(1)}`;
  const { data, errors } = await hub.send(
    `mutation($i: ${title}Input!) { amend${title.slice(5)}(input: $i) { __typename ... on ${title}Payload { changed ${noun} { id } } ... on Error { message } ... on InvalidInput { issues { path expected } } } }`,
    { i: input },
    key,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[`amend${title.slice(5)}`] as Amended;
}

export type Version = {
  recordedAt: string;
  recordedBy: string | null;
  changeReason: string | null;
  basis: { id: string } | null;
  changes: { field: string; before: string | null; after: string | null; redacted: boolean }[];
};

/** The versions of a record by its id, oldest first; with a key, or null for none. */
export async function versionsOf(hub: Hub, id: string, key?: string | null): Promise<Version[]> {
  const one = "versions { recordedAt recordedBy changeReason basis { id } changes { field before after redacted } }";
  const nouns = ["Source", "Document", "Definition", "Facility", "Detainee", "CustodyEvent", "Claim"];
  const { data, errors } = await hub.send(
    `query($id: ID!) { node(id: $id) { id ${nouns.map((noun) => `... on ${noun} { ${one} }`).join(" ")} } }`,
    { id },
    key,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.node.versions as Version[];
}
