/**
 * A readable address of a person: the name, and behind it the first ten digits of the id, by which alone the person is found. So it stays good when a name is corrected, and tells nothing about
 * whether somebody else of that name is on record.
 */
import { foldName } from "../fold-name.ts";

const longestName = 60;

/** Such as biagio-pilieri-4f2a9c01d7. */
export function personSlug({ id, name }: { readonly id: string; readonly name: string }): string {
  const words = foldName(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const readable = words.reduce((text, word) => (text.length + word.length < longestName ? `${text}${word}-` : text), "");
  return `${readable}${id.replace("-", "").slice(0, 10)}`;
}

/** The ids among which that of a slug is; null for what is no slug of a person. */
export function idsOfPersonSlug(slug: string): { readonly gte: string; readonly lte: string } | null {
  const [, first, then] = /(?:^|-)([0-9a-f]{8})([0-9a-f]{2})$/.exec(slug) ?? [];
  return first === undefined
    ? null
    : { gte: `${first}-${then}00-0000-0000-000000000000`, lte: `${first}-${then}ff-ffff-ffff-ffffffffffff` };
}
