/** Places that are no facility: where counts are counted. */
import { placeDraft, type Place as Where } from "../../domain/counting/place.ts";
import { check } from "../../domain/input.ts";
import { builder } from "../base/builder.ts";
import { Coordinates, type Coordinate } from "./coordinates.ts";

const words = {
  country: "The country (ISO 3166-1 alpha-2).",
  admin1: "A first-level area of a country, such as Zulia.",
  locality: "A town, a district or the like.",
  text: "The place in words, such as “the march in Caracas”.",
} as const;

type Placed = Where & { readonly coordinates?: Coordinate | null };

export const Place = builder.objectRef<Placed>("Place").implement({
  description: "A place that is no facility on record. At least one of its parts is told.",
  fields: (t) => ({
    country: t.expose("country", { type: "CountryCode", nullable: true, description: words.country }),
    admin1: t.exposeString("admin1", { nullable: true, description: words.admin1 }),
    locality: t.exposeString("locality", { nullable: true, description: words.locality }),
    text: t.exposeString("text", { nullable: true, description: words.text }),
    coordinates: t.field({
      type: Coordinates,
      nullable: true,
      description: "Where it lies. Null when that is not on record, and of a series.",
      resolve: ({ coordinates }) => coordinates ?? null,
    }),
  }),
});

export const PlaceInput = builder.inputType("PlaceInput", {
  description: "A place that is no facility on record, by what is known of it. Each text has 1 to 200 characters.",
  fields: (t) => ({
    country: t.field({ type: "CountryCode", description: words.country }),
    admin1: t.string({ description: words.admin1 }),
    locality: t.string({ description: words.locality }),
    text: t.string({ description: words.text }),
  }),
});

/**
 * A place that somebody asks for, as it is stored; empty for none.
 * @throws InvalidInput
 */
export const readPlace = (place: typeof PlaceInput.$inferInput | null | undefined, path: string): string[] =>
  check(placeDraft, place, path);
