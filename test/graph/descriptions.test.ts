/** The words of the graph: generated from the schema, so that an element that is added without words fails. */
import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType } from "graphql";
import { describe, expect, it } from "vitest";
import { toSchema } from "../../src/graph/index.ts";

type Element = {
  readonly place: string;
  readonly description: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
};

function elements(): Element[] {
  const found: Element[] = [];
  const add = (place: string, { description, deprecationReason }: Omit<Element, "place">) =>
    found.push({ place, description, deprecationReason: deprecationReason ?? null });
  for (const type of Object.values(toSchema().getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    add(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) add(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) add(`${type.name}.${field.name}`, field);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      add(`${type.name}.${field.name}`, field);
      for (const argument of field.args) add(`${type.name}.${field.name}(${argument.name})`, argument);
    }
  }
  return found;
}

const all = elements();
const placesOf = (some: readonly Element[]) => some.map(({ place }) => place);
const wordsOf = (text: string | null | undefined) => (text ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];

describe("every type, field, argument, enum value and input field", () => {
  it("is looked at", () => {
    expect(placesOf(all)).toEqual(
      expect.arrayContaining(["CountMetric.HELD", "ClaimConnection.edges", "PageInfo", "Query.node(id)", "VerifyReleaseInput.release"]),
    );
    expect(all.length).toBeGreaterThan(1500);
  });

  it("has a description of at least three words", () => {
    expect(placesOf(all.filter(({ description }) => wordsOf(description).length < 3))).toEqual([]);
  });

  it("has a description that ends as a sentence does", () => {
    const scalars = new Set(["CountryCode", "JSONObject", "URL", "DateTime"]);
    expect(placesOf(all.filter(({ place, description }) => !scalars.has(place) && !/[.…)]$/u.test(description ?? "")))).toEqual([]);
  });

  it("says more than its own name", () => {
    const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
    const nameOf = (place: string) => place.split(/[.(]/).at(-1)!.replace(")", "");
    const echoes = all.filter(({ place, description }) =>
      [nameOf(place), `The ${nameOf(place)}`].some((name) => plain(name) === plain(description ?? "")),
    );
    expect(placesOf(echoes)).toEqual([]);
  });

  it("names its successor when it is deprecated", () => {
    const deprecated = all.filter(({ deprecationReason }) => deprecationReason !== null);
    const names = new Set(placesOf(all).flatMap((place) => place.split(/[.()]/)));
    const withoutSuccessor = deprecated.filter(({ deprecationReason }) => !wordsOf(deprecationReason).some((word) => names.has(word)));
    expect(placesOf(withoutSuccessor)).toEqual([]);
    expect(placesOf(deprecated)).toContain("Mutation.undoMerge");
  });
});
