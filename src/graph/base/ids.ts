/** Global ids: opaque to clients, `Typename:uuid` in base64 inside. Mutations decode them here, so that a wrong one is reported where it stands. */
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
    throw new InvalidId(`Expected an id as the hub gives them, got ${JSON.stringify(globalId.slice(0, 100))}.`);
  return { typename, id };
}

/**
 * The database id in a global id of one of the given types.
 * @throws InvalidId when it is malformed or of another type
 */
export function idOf(globalId: string, ...typenames: readonly string[]): string {
  const { typename, id } = decodeId(globalId);
  if (!typenames.includes(typename)) throw new InvalidId(`Expected the id of a ${typenames.join(" or ")}, got one of a ${typename}.`);
  return id;
}

// A slug has no capitals, and an id begins with one.
export const slugged = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * How a situation is named, by its id or its slug.
 * @throws InvalidId when it is neither
 */
export function situationBy(named: string): SituationBy {
  return slugged.test(named) ? { slug: named } : { id: idOf(named, "Situation") };
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
      if (typenames.some((one) => one === "Situation" || one === "Indicator") && slugged.test(globalId)) return globalId;
      try {
        return idOf(globalId, ...typenames);
      } catch (error) {
        if (!(error instanceof InvalidId)) throw error;
        issues.push({
          path: `input.${field}`,
          expected: `the id of a ${typenames.join(" or ")}`,
          received: JSON.stringify(globalId.slice(0, 100)),
        });
        return globalId;
      }
    };
    return [field, Array.isArray(value) ? value.map(one) : one(value as string)];
  });
  if (issues.length > 0) throw new InvalidInput(issues);
  return Object.fromEntries(decoded) as Input;
}

/** The database ids in the named fields, as far as they are ids. */
export function idsIn(input: object, references: Readonly<Record<string, readonly string[]>>): string[] {
  const given = Object.entries(input).flatMap(([field, value]) =>
    field in references && value != null ? [value as string | string[]] : [],
  );
  return given.flat().flatMap((globalId) => {
    try {
      return [decodeId(globalId).id];
    } catch {
      return [];
    }
  });
}
