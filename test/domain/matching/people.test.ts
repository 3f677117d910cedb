import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockingKeys } from "../../../src/domain/matching/blocking.ts";
import { certain, likely, possible, scorePeople, type PersonFacts } from "../../../src/domain/matching/people.ts";
import { parseName } from "../../../src/domain/matching/name-parts.ts";
import { born, nobody, readFacts, readLabelledPairs, type Label } from "../../../kit/labelled-pairs.ts";

const named = (...names: string[]): PersonFacts => ({ ...nobody, names });
const score = (a: string, b: string) => scorePeople(named(a), named(b)).score;

type Row = { readonly label: Label; readonly kind: string; readonly a: PersonFacts; readonly b: PersonFacts; readonly line: string };
const rows: readonly Row[] = readLabelledPairs().map((pair) => {
  const [a = "", b = ""] = pair.line.split(" = ");
  return { ...pair, a: readFacts(a), b: readFacts(b) };
});
const labelled = (label: Label) => rows.filter((row) => row.label === label);
const written = [...new Set(rows.flatMap(({ a, b }) => [...a.names, ...b.names]))];
const isWhole = (name: string) => {
  const { parts, readings } = parseName(name);
  return parts.length > 1 && parts.every(({ isInitial }) => !isInitial) && readings[0]!.given.length > 0 && readings[0]!.family.length > 0;
};
const wholeNames = written.filter(isWhole);
const anyName = fc.oneof(fc.constantFrom(...written), fc.string({ unit: "grapheme", maxLength: 60 }), fc.string({ maxLength: 400 }));
const instant = fc.option(fc.date({ noInvalidDate: false }));
const anyPerson: fc.Arbitrary<PersonFacts> = fc.record({
  names: fc.array(anyName, { maxLength: 5 }),
  sex: fc.constantFrom("FEMALE", "MALE", "OTHER", "UNKNOWN"),
  birth: fc.option(fc.record({ earliest: instant, latest: instant })),
  nationalities: fc.array(fc.constantFrom("VE", "ES", "CO"), { maxLength: 2 }),
  occupations: fc.array(fc.constantFrom("Abogado", "abogado", "journalist"), { maxLength: 2 }),
});

describe("two records of one person", () => {
  it.each(labelled("same"))("score as likely or more ($kind): $line", ({ a, b }) => {
    expect(scorePeople(a, b).score).toBeGreaterThanOrEqual(likely);
  });
});

describe("records of two people", () => {
  it.each(labelled("different"))("score as less than possible ($kind): $line", ({ a, b }) => {
    expect(scorePeople(a, b).score).toBeLessThan(possible);
  });
});

describe("what a careful person leaves open", () => {
  it.each(labelled("open"))("scores as possible and never as certain ($kind): $line", ({ a, b }) => {
    const { score } = scorePeople(a, b);
    expect(score).toBeGreaterThanOrEqual(possible);
    expect(score).toBeLessThan(0.8);
  });
});

describe("a threshold", () => {
  it.each([
    { name: "certain", threshold: certain, recall: 0.7 },
    { name: "likely", threshold: likely, recall: 0.98 },
    { name: "possible", threshold: possible, recall: 0.99 },
  ])("$name has precision 1 and recall of at least $recall over the labelled pairs", ({ threshold, recall }) => {
    const found = (label: Label) => labelled(label).filter(({ a, b }) => scorePeople(a, b).score >= threshold).length;
    expect(rows.length).toBeGreaterThan(400);
    expect(found("different")).toBe(0);
    expect(found("same") / labelled("same").length).toBeGreaterThanOrEqual(recall);
  });
});

describe("names that the specification gives", () => {
  it.each<[string, string, number, number]>([
    ["Fernando Pérez", "Fernando José Pérez Gil", possible, 0.7],
    ["Fernando José Pérez Gil", "PEREZ GIL, Fernando J.", certain, 1],
    ["Fernando José Pérez Gil", "Fernando Jose Perez-Gil", certain, 1],
    ["Enrique Márquez", "Alfredo Márquez", 0, 0.4],
    ["Enrique Márquez", "Enrique Marquez", 0.95, 1],
    ["Rocío San Miguel", "Rocio Sanmiguel", certain, 1],
    ["José Luis Pérez Gil", "José Manuel Pérez Gil", 0, 0.4],
    ["María Pérez", "Mario Pérez", 0, 0.4],
    ["Torres", "Edilson José Torres Fernández", 0, possible],
    ["Torres", "Torres", 0, possible],
  ])("%s and %s score from %d to %d", (a, b, least, most) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(least);
    expect(score(a, b)).toBeLessThanOrEqual(most);
  });

  it("says which parts are missing where one name is a short form of the other", () => {
    const { features } = scorePeople(named("Fernando Pérez"), named("Fernando José Pérez Gil"));
    const missing = features.filter(({ feature }) => feature === "missing parts").map(({ detail }) => detail);
    expect(missing).toEqual(["jose (given names) in one name only", "gil (family names) in one name only"]);
  });
});

describe("agreement on names that many bear", () => {
  it("weighs less than agreement on rare ones, all else equal", () => {
    const short = (given: string, family: string) => score(`${given} ${family}`, `${given} Ramón ${family} Toro`);
    expect(short("José", "García")).toBeLessThan(short("Enrique", "Márquez"));
    expect(short("Enrique", "Márquez")).toBeLessThan(short("Edulfamid", "Parabavire"));
  });
});

describe("what is known besides the names", () => {
  const at = (text: string) => readFacts(`Asdrúbal Planchart Roa @ ${text}`);
  it.each<[string, string, number, number]>([
    ["1960-01-01", "1960-01-01", 1, 1],
    ["1960", "1960-03-05", 1, 1],
    ["1960", "1961", 0.75, 0.85],
    ["1960-01-01", "1961-01-01", 0, 0.4],
    ["1960", "1985", 0, 0.4],
    ["M", "M", 1, 1],
    ["M", "F", 0, 0.4],
    ["1960 M", "1985 F", 0, 0.15],
  ])("%s beside %s makes the same rare name score from %d to %d", (a, b, least, most) => {
    const { score } = scorePeople(at(a), at(b));
    expect(score).toBeGreaterThanOrEqual(least);
    expect(score).toBeLessThanOrEqual(most);
  });

  it("never makes one person of two whose names contradict each other", () => {
    const twin = { birth: born("1980-05-03"), sex: "MALE", nationalities: ["VE"], occupations: ["lawyer"] } as const;
    const { score } = scorePeople({ ...named("José Luis Pérez Gil"), ...twin }, { ...named("José Manuel Pérez Gil"), ...twin });
    expect(score).toBeLessThan(0.4);
  });

  it("lifts a possible match, by a day of birth more than by an occupation", () => {
    const [a, b] = [named("Fernando Pérez"), named("Fernando José Pérez Gil")];
    const plain = scorePeople(a, b).score;
    const trade = scorePeople({ ...a, occupations: ["Abogado"] }, { ...b, occupations: ["abogado"] }).score;
    const birth = scorePeople({ ...a, birth: born("1980-05-03") }, { ...b, birth: born("1980-05-03") }).score;
    expect([plain, trade, birth]).toEqual([plain, trade, birth].toSorted((x, y) => x - y));
    expect(birth).toBeGreaterThan(likely);
    expect(trade).toBeLessThan(likely);
  });

  it("takes an instant for a moment of the day that holds it, and a missing end of a span for no end", () => {
    const at = (earliest: string | null, latest: string | null) => ({
      ...named("Asdrúbal Planchart"),
      birth: { earliest: earliest === null ? null : new Date(earliest), latest: latest === null ? null : new Date(latest) },
    });
    expect(scorePeople(at("1980-05-03", "1980-05-03"), at("1980-05-03", "1980-05-04")).score).toBe(1);
    expect(scorePeople(at("1980-05-04", "1980-05-05"), at("1980-05-03", "1980-05-04")).score).toBeLessThan(0.4);
    expect(scorePeople(at("1980-05-03", null), at(null, "1985-01-01")).score).toBe(1);
    expect(scorePeople(at("1980-05-03", null), at(null, "1960-01-01")).score).toBeLessThan(0.4);
    expect(scorePeople(at(null, null), at("1980-05-03", "1980-05-04")).score).toBe(1);
  });

  it("counts against when no nationality is shared", () => {
    const [a, b] = [named("Asdrúbal Planchart"), named("Asdrúbal Planchart")];
    expect(scorePeople({ ...a, nationalities: ["VE"] }, { ...b, nationalities: ["CO"] }).score).toBeLessThan(certain);
    expect(scorePeople({ ...a, nationalities: ["VE", "CO"] }, { ...b, nationalities: ["CO"] }).score).toBe(1);
  });
});

describe("a score", () => {
  it("is the same in both directions, to its reasons", () => {
    fc.assert(
      fc.property(anyPerson, anyPerson, (a, b) => {
        expect(scorePeople(a, b)).toEqual(scorePeople(b, a));
      }),
    );
  });

  it("lies between 0 and 1, whatever is compared", () => {
    fc.assert(
      fc.property(anyPerson, anyPerson, (a, b) => {
        const { score, features } = scorePeople(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        for (const feature of features) expect(feature.score >= 0 && feature.score <= 1).toBe(true);
      }),
    );
  });

  it.each(wholeNames)("is 1 for a whole name and itself: %s", (name) => {
    expect(score(name, name)).toBe(1);
  });

  it("is 0 where there is no name", () => {
    for (const empty of ["", "   ", "...", "?!", "123", "\u0301", "N.N.", "N. N.", "Desconocido", "Sin. identificar.", "SIN-IDENTIFICAR"]) {
      expect(score(empty, empty)).toBe(0);
      expect(score(empty, "Fernando Pérez")).toBe(0);
    }
    expect(scorePeople(nobody, nobody)).toEqual({ score: 0, features: [] });
  });

  const bare = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "");
  it.each<[string, (name: string) => string]>([
    ["accents", bare],
    ["how accents are composed", (name) => name.normalize("NFD")],
    ["upper case", (name) => name.toUpperCase()],
    ["lower case", (name) => name.toLowerCase()],
    ["spaces", (name) => `  ${name.replaceAll(" ", " \u00a0 ")} `],
    ["dots", (name) => name.replace(/(\p{L})(?=\s|$)/gu, "$1.")],
    ["hyphens", (name) => name.replaceAll(" ", "-")],
  ])("does not hang on %s", (_, change) => {
    const plain = written.filter((name) => !/["(]|alias|hijo|padre/.test(name));
    fc.assert(
      fc.property(fc.constantFrom(...plain), fc.constantFrom(...plain), (a, b) => {
        expect(score(change(a), b)).toBeCloseTo(score(a, b), 10);
      }),
    );
  });

  it("does not hang on whether the family names come first", () => {
    for (const name of wholeNames.filter((name) => !/["(,]|alias|hijo|padre|[SJ]r\./.test(name))) {
      const { given, family } = parseName(name).readings[0]!;
      const [first, last] = [given, family].map((parts) => parts.map(({ joined }) => joined).join(" "));
      expect({ name, score: score(`${last}, ${first}`, name) }).toEqual({ name, score: 1 });
      expect(score(`${last} ${first}`, name)).toBeGreaterThanOrEqual(certain);
    }
  });

  it("takes bounded time: a hundred names of three hundred letters on either side", () => {
    const long = (seed: number) =>
      Array.from({ length: 100 }, (_, at) =>
        Array.from({ length: 43 }, (_, word) => `na${(at * 43 + word + seed).toString(36)}me`.replace(/\d/g, "x")).join(" "),
      );
    const before = process.cpuUsage();
    scorePeople(named(...long(1)), named(...long(7)));
    // Of the processor's time, which others cannot take away.
    expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
  });
});

describe("blocking keys", () => {
  it("are shared by every labelled pair that is possible", () => {
    const found = rows.filter(({ a, b }) => scorePeople(a, b).score >= possible);
    const lost = found.filter(({ a, b }) => new Set(blockingKeys(a.names)).isDisjointFrom(new Set(blockingKeys(b.names))));
    expect(lost).toEqual([]);
  });

  it("are shared by any two people who score as possible", () => {
    fc.assert(
      fc.property(anyPerson, anyPerson, (a, b) => {
        const shared = !new Set(blockingKeys(a.names)).isDisjointFrom(new Set(blockingKeys(b.names)));
        expect(shared || scorePeople(a, b).score < possible).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("are few, sorted and none without a name", () => {
    expect(blockingKeys([])).toEqual([]);
    expect(blockingKeys(["", "?", "N.N."])).toEqual([]);
    expect(blockingKeys(["Fernando José Pérez Gil"])).toEqual(
      blockingKeys(["PEREZ GIL, Fernando José", "Fernando Jose Perez-Gil"]).toSorted(),
    );
    for (const name of written) expect(blockingKeys([name]).length).toBeLessThanOrEqual(40);
  });
});
