import { expect, it } from "vitest";
import { namesPlace } from "../../src/domain/place.ts";

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
