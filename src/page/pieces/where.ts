/** Where an event was, in a line: the facility, or whatever is on record of the place. */
import { countryIn } from "../words/terms.ts";
import type { Language } from "../words/language.ts";

type Located = {
  readonly facility: { readonly name: string } | null;
  readonly place: string | null;
  readonly location: { readonly locality: string | null; readonly admin1: string | null; readonly country: string | null } | null;
};

export function placeInWords({ facility, place, location }: Located, language: Language): string | null {
  if (facility !== null) return facility.name;
  const country = location?.country == null ? null : countryIn(language, location.country);
  const parts = [place, location?.locality, location?.admin1, country].filter((part) => part != null);
  return parts.length === 0 ? null : [...new Set(parts)].join(", ");
}
