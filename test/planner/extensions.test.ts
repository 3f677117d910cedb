/** What the planner reads of the schema are names of Pothos 4 and of our own: a version that leaves others would plan nothing, and nobody would notice. */
import { isInterfaceType, isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { toSchema } from "../../src/graph/index.ts";
import { tableOf } from "../../src/planner/sql/tables.ts";

const schema = toSchema();
const typeOf = (name: string) => {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${name} has no fields`);
  return type;
};
const extensionsOf = (type: string, field: string) => typeOf(type).getFields()[field]!.extensions;

describe("what the planner reads of the schema", () => {
  it("is there: the model of a type, and what is selected for its rows", () => {
    expect(typeOf("Release").extensions).toMatchObject({ pothosPrismaModel: "CustodyEvent", pothosPrismaSelect: { id: true, type: true } });
    expect(typeOf("Claim").extensions).toMatchObject({ pothosPrismaModel: "Claim", pothosPrismaSelect: { id: true, kind: true } });
    expect(typeOf("Detainee").extensions["pothosPrismaSelect"]).toEqual({ id: true, mergedIntoId: true });
    expect(typeOf("TimeSpan").extensions["pothosPrismaModel"]).toBeUndefined();
    expect(typeOf("TimeSpan").extensions["pothosOptions"]).toBeDefined();
  });

  it("is there: the column of a field, what a field selects, its own resolver, and a list's plan", () => {
    expect(extensionsOf("Detainee", "name")["pothosExposedField"]).toBe("name");
    expect(Object.keys(extensionsOf("Release", "when")["pothosPrismaSelect"] as object)).toContain("whenEarliest");
    expect(extensionsOf("Release", "facility")["pothosPrismaSelect"]).toBeInstanceOf(Function);
    expect(extensionsOf("Detainee", "slug")["pothosOriginalResolve"]).toBeInstanceOf(Function);
    expect(extensionsOf("Detainee", "releases")["plannedList"]).toMatchObject({ relation: "events", through: null });
    expect(extensionsOf("Facility", "releases")["plannedList"]).toMatchObject({
      relation: "events",
      through: { list: "inside", to: "part" },
    });
  });

  it("is there: what a verb's own SQL finds", () => {
    for (const field of ["detaineeCount", "releaseCount"])
      expect(extensionsOf("Facility", field)["plannedValue"], field).toMatchObject({ sql: expect.any(Function) as unknown });
  });

  it("is there: where the keys of relations stand", () => {
    const key = (model: string, relation: string) => tableOf(model).relations.get(relation)!.key;
    expect(key("CustodyEvent", "detainee")).toEqual({ here: "detaineeId" });
    expect(key("CustodyEvent", "statedFacility")).toEqual({ here: "statedFacilityId" });
    expect(key("Detainee", "events")).toEqual({ there: "detaineeId" });
    expect(key("Detainee", "statedEvents")).toEqual({ there: "statedDetaineeId" });
    expect(key("Detainee", "merged")).toEqual({ there: "mergedIntoId" });
    expect(key("Claim", "supersededBy")).toEqual({ there: "supersedesId" });
    expect(key("Verification", "claims")).toEqual({ between: "_VerificationClaims", from: "B", to: "A" });
  });
});
