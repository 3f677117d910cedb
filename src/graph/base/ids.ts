/** Global ids: opaque to clients, `Typename:uuid` in base64 inside. Mutations decode them here, so that a wrong one is reported where it stands. */
import { idOfKey } from "../../domain/identity.ts";
import type { SituationBy } from "../../domain/situations/situation.ts";
import { InvalidId, InvalidInput } from "../../errors.ts";

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

/** What an argument takes that names a record of one of these types. */
export function expectedOf(typenames: readonly string[]): string {
  const hasSlug = slugOf(typenames) !== undefined || (typenames.length === 1 && ["Situation", "Detainee"].includes(typenames[0]!));
  return `the id ${hasSlug ? "or the slug " : ""}of a ${typenames.join(" or ")}`;
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
    throw new InvalidId(`Expected ${expectedOf(typenames)}, got the id of a ${typename}: ${quoted(named)}.`);
  return id;
}

function decodedAs(named: string, typenames: readonly string[]) {
  try {
    return decodeId(named);
  } catch {
    throw new InvalidId(`Expected ${expectedOf(typenames)}, as the hub gives them, got ${quoted(named)}.`);
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
