/** Rows for tests that speak to the database itself: the least that each table takes, and what the test says beyond it. Each has an id of its own. */
import type { Prisma } from "../../src/db/generated/prisma/client.ts";
import { newId } from "../../src/domain/identity.ts";

export const now = new Date("2026-01-12T12:00:00Z");
const caracas = "America/Caracas";

export const aSource = (said: Partial<Prisma.SourceCreateManyInput> = {}): Prisma.SourceCreateManyInput & { id: string } => {
  const id = said.id ?? newId();
  return { slug: id, name: "Foro Penal", sortName: "foro penal", kind: "NGO", timeZone: caracas, ...said, id };
};

export const aDocument = (said: Partial<Prisma.DocumentCreateManyInput> = {}): Prisma.DocumentCreateManyInput & { id: string } => {
  const id = said.id ?? newId();
  return { key: id, kind: "ARTICLE", publishedAtPrecision: "UNKNOWN", publishedAtTimeZone: caracas, publishedSortAt: now, ...said, id };
};

export const aFacility = (said: Partial<Prisma.FacilityCreateManyInput> = {}): Prisma.FacilityCreateManyInput & { id: string } => {
  const id = said.id ?? newId();
  return { slug: id, name: "El Helicoide", sortName: "el helicoide", kind: "INTELLIGENCE", country: "VE", ...said, id };
};

export const aDetainee = (said: Partial<Prisma.DetaineeCreateManyInput> = {}): Prisma.DetaineeCreateManyInput & { id: string } => {
  const id = said.id ?? newId();
  return { key: id, name: "Enrique Márquez", sortName: "enrique marquez", ...said, id };
};

export const anEvent = (
  said: Partial<Prisma.CustodyEventCreateManyInput> & Pick<Prisma.CustodyEventCreateManyInput, "detaineeId">,
): Prisma.CustodyEventCreateManyInput & { id: string } => {
  const id = said.id ?? newId();
  const release =
    said.type === undefined || said.type === "RELEASE" ? ({ type: "RELEASE", stage: "EFFECTED", outcome: "UNKNOWN" } as const) : {};
  const when = { whenPrecision: "UNKNOWN", whenTimeZone: caracas, whenSortAt: now } as const;
  return { key: id, type: "RELEASE", ...release, ...when, recordedAt: now, recordedBy: "key:test", ...said, id };
};

type Origin = Pick<Prisma.ClaimCreateManyInput, "assertedById" | "documentId">;
const asOf = { statement: "A claim.", asOfPrecision: "UNKNOWN", asOfTimeZone: caracas, asOfSortAt: now } as const;

export const aCountClaim = (said: Partial<Prisma.ClaimCreateManyInput> & Origin): Prisma.ClaimCreateManyInput & { id: string } => {
  const id = said.id ?? newId();
  const count = { kind: "COUNT", metric: "RELEASED", unit: "PERSONS", measure: "CUMULATIVE", qualifier: "UNQUANTIFIED" } as const;
  return { key: id, ...count, ...asOf, recordedAt: now, recordedBy: "key:test", ...said, id };
};

export const aRemark = (said: Partial<Prisma.ClaimCreateManyInput> & Origin): Prisma.ClaimCreateManyInput & { id: string } => {
  const id = said.id ?? newId();
  return { key: id, kind: "REMARK", ...asOf, recordedAt: now, recordedBy: "key:test", ...said, id };
};

export const anEventClaim = (
  said: Partial<Prisma.ClaimCreateManyInput> & Origin & Pick<Prisma.ClaimCreateManyInput, "eventId">,
): Prisma.ClaimCreateManyInput & { id: string } => {
  const id = said.id ?? newId();
  const event = { kind: "EVENT", stance: "SUPPORTS", connection: "ORGANISATION" } as const;
  return { key: id, ...event, ...asOf, recordedAt: now, recordedBy: "key:test", ...said, id };
};
