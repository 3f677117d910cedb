/** Evidence for tests of the policy: origins and claims that are just enough for the event below. */
import type { Evidence, EvidenceClaim } from "../../../src/domain/verification/policy.ts";
import type { Origin } from "../../../src/domain/origins/roots.ts";

export const origin = (key: string, more: Partial<Origin> = {}): Origin => {
  return { key, sourceId: key, slug: key, groups: [], government: false, ...more };
};
export const root = (key: string, sourceId = key) => ({ origins: [origin(key, { sourceId })], sourceId, slug: sourceId, isRoot: true });
export const unknown = { earliest: null, latest: null };
export const now = new Date("2026-02-01T00:00:00Z");

// Two independent origins, one of which published the name: with the event below, just enough.
export const foroPenal: EvidenceClaim = {
  id: "foro-penal",
  stance: "SUPPORTS",
  connection: "ORGANISATION",
  holder: "ana",
  asOf: unknown,
  published: unknown,
  root: root("foro-penal"),
};
export const party: EvidenceClaim = {
  ...foroPenal,
  id: "party",
  connection: "UNKNOWN",
  holder: "ben",
  root: root("party"),
};
export const official = (id: string, groups: string[]): EvidenceClaim => {
  return { ...party, id, connection: "OFFICIAL", root: { ...root(id), origins: [origin(id, { groups, government: true })] } };
};
export const [ministry, prosecutor] = [official("ministry", ["venezuelan-state"]), official("prosecutor", ["venezuelan-state"])];
export const denial: EvidenceClaim = { ...party, id: "denial", stance: "DISPUTES", root: root("denial") };

export const event: Evidence["event"] & { readonly earliest: Date; readonly latest: Date } = {
  type: "RELEASE",
  stage: "EFFECTED",
  earliest: new Date("2026-01-12T04:00:00Z"),
  latest: new Date("2026-01-13T04:00:00Z"),
  facility: false,
  place: "Caracas",
};
