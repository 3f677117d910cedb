import { expect, it } from "vitest";
import { namesArea, namesPlace } from "../../src/domain/place.ts";

it.each([
  ...[
    null,
    "",
    " ",
    "-",
    "?",
    "n/a",
    "unknown",
    "Unknown",
    "UNKNOWN location",
    "place not known",
    "Not specified",
    "unspecified prison",
    "undisclosed",
  ],
  ...[
    "medical centre (not named)",
    "desconocido",
    "lugar desconocido",
    "sin especificar",
    "no se sabe",
    "Desconhecido",
    "local não informado",
  ],
  ...["inconnu", "lieu non précisé", "quelque part", "in a hospital", "a prison"],
])("%j is no place", (text) => {
  expect(namesPlace(text)).toBe(false);
});

it.each([
  ...[
    "Caracas",
    "Trujillo",
    "Spain (arrival)",
    "Venezuela, Miranda",
    "São Paulo",
    "the prison of Tocorón",
    "El Helicoide",
    "Perú",
    "莫斯科市",
  ],
  "unknown street in Maracaibo",
])("%j is one", (text) => {
  expect(namesPlace(text)).toBe(true);
});

it.each([
  ...[
    null,
    "unknown",
    "Venezuela",
    "venezuela",
    "Perú",
    "in Spain",
    "Spain (arrival)",
    "España (llegada)",
    "a prison in Venezuela",
    "Estados Unidos",
  ],
  ...["the United Kingdom", "República Dominicana", "Brasil", "Côte d’Ivoire", "Colombia or Venezuela", "somewhere in the USA", "EE. UU."],
])("%j is no area of a country", (text) => {
  expect(namesArea(text)).toBe(false);
});

it.each([
  ...[
    "Caracas",
    "Venezuela, Miranda",
    "Trujillo, Perú",
    "Mexico City",
    "Ciudad de México",
    "Estado de México",
    "Panama City",
    "New Mexico",
  ],
  ...[
    "Singapore",
    "Puerto Rico",
    "Madrid, Spain",
    "El Helicoide",
    "莫斯科市",
    "Santo Domingo, República Dominicana",
    "the airport of Maiquetía",
  ],
])("%j is one, or lies in one", (text) => {
  expect(namesArea(text)).toBe(true);
});
