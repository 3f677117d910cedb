/** Global ids: opaque to clients, `Typename:uuid` in base64 inside. Mutations decode them here, so that a wrong one is reported where it stands. */
import { idOfKey } from "../../domain/identity.ts";
import { idsOfPersonSlug } from "../../domain/records/person-slug.ts";
import type { SituationBy } from "../../domain/situations/situation.ts";
import { InvalidId, InvalidInput, NotFound } from "../../errors.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

// The one table of nodes whose rows have numbers.
const numbered = "AuditEntry";
const wholeNumber = /^\d{1,18}$/;

export function encodeId(typename: string, id: string | number | bigint): string {
  return Buffer.from(`${typename}:${id}`).toString("base64");
}

/** @throws InvalidId when the text is no id of this hub's making */
export function decodeId(globalId: string): { typename: string; id: string } {
  const [typename, id, ...rest] = Buffer.from(globalId, "base64").toString("utf8").split(":");
  const rowId = typename === numbered ? wholeNumber : uuid;
  if (!typename || !id || rest.length > 0 || !/^[A-Z][A-Za-z]*$/.test(typename) || !rowId.test(id) || encodeId(typename, id) !== globalId)
    throw new InvalidId(`Expected an id as the hub gives them, in the field \`id\` of a record, got ${quoted(globalId)}.`);
  return { typename, id };
}

const quoted = (named: string) => JSON.stringify(named.slice(0, 100));

// A slug has no capitals, and every id of the hub's begins with one: in base64 the capital with which a type begins is another.
const slugged = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const isSlug = (text: string): boolean => slugged.test(text);
// Their ids follow from their slugs (`idOfKey`); a situation's need not, for one was there before it had a name.
const bySlug = ["Source", "Facility", "Document", "Indicator"] as const;
const slugOf = ([typename, ...others]: readonly string[]) => (others.length > 0 ? undefined : bySlug.find((noun) => noun === typename));

/** Where the ids and slugs of a noun stand. */
const lists: Readonly<Record<string, string>> = {
  ...{ Source: "sources", Facility: "facilities", Document: "documents", Detainee: "detainees", Release: "releases" },
  ...{ Situation: "situations", Indicator: "indicators", Webhook: "webhooks", ApiKey: "apiKeys" },
  ...{ CountClaim: "claims", EventClaim: "claims", RemarkClaim: "claims", Arrest: "custodyEvents" },
};
const listOf = (typenames: readonly string[]) => typenames.map((each) => lists[each]).find((list) => list !== undefined);
const hasSlug = (typenames: readonly string[]) =>
  slugOf(typenames) !== undefined || (typenames.length === 1 && ["Situation", "Detainee"].includes(typenames[0]!));
/** Of events of every type, and claims of every kind, the interface is told. */
const wordOf = (typenames: readonly string[]) =>
  typenames.length < 3 ? typenames.join(" or ") : typenames.includes("Arrest") ? "CustodyEvent" : "Claim";

/** What an argument takes that names a record of one of these types. */
export function expectedOf(typenames: readonly string[]): string {
  const word = wordOf(typenames);
  return `the id ${hasSlug(typenames) ? "or the slug " : ""}of ${/^[AEIOU]/.test(word) ? "an" : "a"} ${word}`;
}

const advice = (typenames: readonly string[]) => {
  const list = listOf(typenames);
  return list === undefined ? "" : ` \`${list}\` lists them.`;
};

// The nouns of `NotFound`, as they are called in the graph.
const typesOfNoun: Readonly<Record<string, readonly string[]>> = {
  ...{ facility: ["Facility"], source: ["Source"], document: ["Document"], detainee: ["Detainee"], situation: ["Situation"] },
  ...{ indicator: ["Indicator"], release: ["Release"], webhook: ["Webhook"], "API key": ["ApiKey"], definition: ["Definition"] },
  ...{ "custody event": ["Arrest", "Release", "CustodyEvent"], claim: ["CountClaim", "EventClaim", "RemarkClaim"] },
  "count claim": ["CountClaim"],
};

/**
 * The same failure as whoever asked can read it. Inside, a record that was named by its slug or its global id has another id, which says nothing to them: they are told what they gave, and what to give instead.
 */
export function asAsked(error: unknown, given: unknown): unknown {
  if (!(error instanceof NotFound)) return error;
  const asked = textsIn(given).find((text) => names(text, error.id));
  const types = typesOfNoun[error.noun];
  if (asked === undefined || types === undefined) return error;
  return new NotFound(error.noun, asked, ` Expected ${expectedOf(types)}.${advice(types)}`);
}

const textsIn = (given: unknown): string[] =>
  typeof given === "string" ? [given] : given === null || typeof given !== "object" ? [] : Object.values(given).flatMap(textsIn);

function names(text: string, id: string): boolean {
  const between = idsOfPersonSlug(text);
  if (text === id || bySlug.some((noun) => isSlug(text) && idOfKey(noun, text) === id)) return true;
  if (between !== null && between.gte <= id && id <= between.lte) return true;
  return Buffer.from(text, "base64").toString("utf8").endsWith(`:${id}`);
}

/**
 * The database id of the record of one of the given types that is named: by its global id, and a source, a facility or a document also by its slug.
 * @throws InvalidId when it is malformed or of another type
 */
export function idOf(named: string, ...typenames: readonly string[]): string {
  const noun = slugOf(typenames);
  if (noun !== undefined && isSlug(named)) return idOfKey(noun, named);
  const { typename, id } = decodedAs(named, typenames);
  if (!typenames.includes(typename))
    throw new InvalidId(`Expected ${expectedOf(typenames)}, got the id of a ${typename}: ${quoted(named)}.${advice(typenames)}`);
  return id;
}

function decodedAs(named: string, typenames: readonly string[]) {
  try {
    return decodeId(named);
  } catch {
    throw new InvalidId(`Expected ${expectedOf(typenames)}, as the hub gives them, got ${quoted(named)}.${advice(typenames)}`);
  }
}

/**
 * How a situation is named, by its id or its slug.
 * @throws InvalidId when it is neither
 */
export function situationBy(named: string): SituationBy {
  return isSlug(named) ? { slug: named } : { id: idOf(named, "Situation") };
}

/**
 * An input with the global ids in the named fields replaced by database ids.
 * @throws InvalidInput naming every field whose id is malformed or of another type
 */
export function withIds<Input extends object>(input: Input, references: Readonly<Record<string, readonly string[]>>): Input {
  const issues: { path: string; expected: string; received: string }[] = [];
  const decoded = Object.entries(input).map(([field, value]) => {
    const typenames = references[field];
    if (typenames === undefined || value == null) return [field, value];
    const one = (globalId: string) => {
      if (typenames.includes("Situation") && isSlug(globalId)) return globalId;
      try {
        return idOf(globalId, ...typenames);
      } catch (error) {
        if (!(error instanceof InvalidId)) throw error;
        issues.push({
          path: `input.${field}`,
          expected: expectedOf(typenames),
          received: quoted(globalId),
        });
        return globalId;
      }
    };
    return [field, Array.isArray(value) ? value.map(one) : one(value as string)];
  });
  if (issues.length > 0) throw new InvalidInput(issues);
  return Object.fromEntries(decoded) as Input;
}

/** The database ids in the named fields, as far as they name a record. */
export function idsIn(input: object, references: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(input).flatMap(([field, value]) => {
    const typenames = references[field];
    if (typenames === undefined || value == null) return [];
    return [value as string | string[]].flat().flatMap((named) => {
      try {
        return [isSlug(named) ? idOf(named, ...typenames) : decodeId(named).id];
      } catch {
        return [];
      }
    });
  });
}
