import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreNamed } from "../../../src/domain/matching/organisations.ts";
import { certain, likely, possible } from "../../../src/domain/matching/people.ts";

const score = (a: string, b: string) => scoreNamed(a.split("|"), b.split("|")).score;

const same: readonly (readonly [string, string])[] = [
  ["Foro Penal", "Penal Forum"],
  ["Foro Penal", "FORO PENAL"],
  ["Foro Penal", "Foro Penal Venezolano"],
  ["Amnistía Internacional", "Amnesty International"],
  ["Comité por la Libertad de los Presos Políticos", "Committee for the Freedom of Political Prisoners"],
  ["Committee of Relatives for the Freedom of Political Prisoners", "Committee for the Freedom of Political Prisoners"],
  ["Laboratorio de Paz", "Peace Laboratory"],
  ["Observatorio Venezolano de Prisiones", "Venezuelan Prison Observatory"],
  ["Plataforma Unitaria Democrática", "Democratic Unitary Platform"],
  ["Plataforma Unitaria Democrática", "PUD"],
  ["Democratic Unitary Platform|PUD", "PUD"],
  ["El Nacional", "el nacional"],
  ["17GEN4", "17gen4"],
  ["El Helicoide", "El Helicoide detention facility"],
  ["El Helicoide", "Helicoyde"],
  ["Rodeo I", "El Rodeo I prison"],
  ["Cárcel de Yare III", "Yare 3"],
  ["Ramo Verde", "Cárcel militar de Ramo Verde"],
  ["La Crisálida", "Cárcel de mujeres La Crisálida"],
  ["Tocorón", "Cárcel de Tocorón"],
  ["Centro Penitenciario Tocuyito", "Tocuyito Penitentiary Center"],
  ["Ministerio Público", "Public Ministry"],
  ["Naciones Unidas", "United Nations"],
];
const different: readonly (readonly [string, string])[] = [
  ["Rodeo I", "Rodeo II"],
  ["Yare II", "Yare III"],
  ["Zona 7", "Zona 9"],
  ["Cárcel de Tocorón", "Cárcel de Tocuyito"],
  ["Centro Penal de Oriente", "Centro Penal de Occidente"],
  ["Policía Nacional Bolivariana", "Guardia Nacional Bolivariana"],
  ["El Nacional", "El Universal"],
  ["CNN", "NPR"],
  ["Foro Penal", "Foro Social"],
  ["Laboratorio de Paz", "Observatorio de Paz"],
  ["Prison", "Cárcel"],
  ["Comité", "Committee"],
  ["Hospital Militar", "Hospital Vargas"],
  ["Ministerio Público", "Ministerio de Defensa"],
  ["", ""],
  ["???", "Foro Penal"],
];

describe("two names of one place or organisation", () => {
  it.each(same)("score as likely or more: %s, %s", (a, b) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(likely);
  });
});

describe("names of two places or organisations", () => {
  it.each(different)("score as less than possible: %s, %s", (a, b) => {
    expect(score(a, b)).toBeLessThan(possible);
  });

  it("score as possible where one may be a part of the other", () => {
    expect(score("El Rodeo", "Rodeo I")).toBeGreaterThanOrEqual(possible);
    expect(score("El Rodeo", "Rodeo I")).toBeLessThan(likely);
  });
});

describe("a score of names", () => {
  const anyNames = fc.array(
    fc.oneof(fc.constantFrom(...[...same, ...different].flat()), fc.string({ unit: "grapheme" }), fc.string({ maxLength: 400 })),
    { maxLength: 4 },
  );

  it("is the same in both directions, to its reasons, and lies between 0 and 1", () => {
    fc.assert(
      fc.property(anyNames, anyNames, (a, b) => {
        const match = scoreNamed(a, b);
        expect(match).toEqual(scoreNamed(b, a));
        expect(match.score >= 0 && match.score <= 1).toBe(true);
      }),
    );
  });

  it("is certain for a name and itself, unless it only says what kind of thing it is", () => {
    for (const name of same.flat().filter((name) => !name.includes("|"))) expect(score(name, name)).toBeGreaterThanOrEqual(certain);
    expect(score("Prison", "Prison")).toBeLessThan(possible);
  });

  it("says which words agreed, and which were translated", () => {
    expect(scoreNamed(["Foro Penal"], ["Penal Forum"]).features).toEqual([{ feature: "words", score: 1, detail: "foro / forum, penal" }]);
  });
});
