/**
 * Where a count is counted, as far as that is no facility: a country, an area, a town, or words such as "the march in Caracas". Stored as a list of `KIND=value` from the widest to the narrowest, so that two counts
 * are about the same place exactly where their lists are equal.
 */
import * as z from "zod";
import { country, orNull, text } from "../input.ts";

export const placeParts = ["country", "admin1", "locality", "text"] as const;
export type Place = Readonly<Record<(typeof placeParts)[number], string | null>>;

const said = z
  .object({ country: orNull(country), admin1: orNull(text(200)), locality: orNull(text(200)), text: orNull(text(200)) })
  .transform((place): string[] => encodePlace(place));

/** A place as it is given, or as it is stored. Empty: everywhere, or in a facility. */
export const placeDraft = z
  .union([z.array(z.string()), said], { error: "a place: a country, an admin1, a locality or words" })
  .nullish()
  .transform((place) => place ?? []);

export function encodePlace(place: Place): string[] {
  return placeParts.flatMap((part) => (place[part] === null ? [] : [`${part.toUpperCase()}=${place[part]}`]));
}

/** The place that is stored so; null for none. */
export function decodePlace(stored: readonly string[]): Place | null {
  if (stored.length === 0) return null;
  const part = (name: string) => stored.find((entry) => entry.startsWith(`${name.toUpperCase()}=`))?.slice(name.length + 1) ?? null;
  return { country: part("country"), admin1: part("admin1"), locality: part("locality"), text: part("text") };
}

/** Who is counted there, as an entry beside those of a breakdown, whose names are never empty. */
export const peopleThere = (place: readonly string[]): string[] => place.map((entry) => `=${entry}`);
