/** Ids. What has a name of its own (a slug, a curator's key, its very content) has an id that follows from it, the same on every hub. */
import { randomUUID } from "node:crypto";
import { v5, validate } from "uuid";

const namespace = "6f1b3e0a-5f0e-4c0b-9a53-7d1f2a1c9e42";

export type Noun =
  | "Situation"
  | "Indicator"
  | "Source"
  | "Document"
  | "Definition"
  | "Facility"
  | "Detainee"
  | "PersonName"
  | "CustodyEvent"
  | "Claim";

/** The id of a row with a slug or key. A key that is a UUID is the id itself: such rows were made here, and keep their id when they are exported. */
export function idOfKey(noun: Noun, key: string): string {
  return validate(key) ? key.toLowerCase() : v5(`${noun}:${key}`, namespace);
}

/** The id of a row that is the same row when it says the same: a claim or an event recorded twice is recorded once. */
export function idOfContent(noun: Noun, content: unknown): string {
  return v5(`${noun}=${JSON.stringify(content)}`, namespace);
}

/** An id for what can only be told apart by whoever records it: two people may share a name and all else that is known of them. */
export function newId(): string {
  return randomUUID();
}
