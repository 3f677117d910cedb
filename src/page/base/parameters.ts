/** The parameters of an address, read with what was expected in the message. */
import { Misunderstood, type Asked } from "./route.ts";

/** A moment in RFC 3339, or a day; null when not given. */
export function momentOf({ query }: Asked, name: string): string | null {
  const text = query.get(name)?.trim();
  if (!text) return null;
  const moment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment)) throw new Misunderstood(`${name}=${text}: expected a day or a moment, as 2026-01-12 or 2026-01-12T16:00:00Z.`);
  return new Date(moment).toISOString();
}

/** One of several words; null when not given. */
export function oneOf<Value extends string>({ query }: Asked, name: string, values: readonly Value[]): Value | null {
  const text = query.get(name)?.trim();
  if (!text) return null;
  const found = values.find((value) => value === text);
  if (found === undefined) throw new Misunderstood(`${name}=${text}: expected one of ${values.join(", ")}.`);
  return found;
}

/** A text of bounded length; null when not given. */
export function textOf({ query }: Asked, name: string, most = 200): string | null {
  const text = query.get(name)?.trim();
  if (!text) return null;
  if (text.length > most) throw new Misunderstood(`${name}: expected at most ${most} characters.`);
  return text;
}
