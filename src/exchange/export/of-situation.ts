/** What an export of one situation holds: what is asserted and happens in it, and all that those rows need. Conditions on each noun; none where the hub has no other situation. */
import type { Prisma } from "../../db/generated/prisma/client.ts";

/** The id of the situation, or null for everything. */
export type Within = string | null;

export const claimsOf = (within: Within): Prisma.ClaimWhereInput => (within === null ? {} : { situationId: within });
export const eventsOf = (within: Within): Prisma.CustodyEventWhereInput => (within === null ? {} : { situationId: within });

export function documentsOf(within: Within): Prisma.DocumentWhereInput {
  if (within === null) return {};
  const cited = { claims: { some: claimsOf(within) } };
  return { OR: [cited, { derivatives: { some: cited } }] };
}

export const definitionsOf = (within: Within): Prisma.DefinitionWhereInput =>
  within === null ? {} : { claims: { some: claimsOf(within) } };

export function sourcesOf(within: Within): Prisma.SourceWhereInput {
  if (within === null) return {};
  const [claims, documents, definitions] = [{ some: claimsOf(within) }, { some: documentsOf(within) }, { some: definitionsOf(within) }];
  return {
    OR: [
      ...[{ situationId: within }, { custodianOf: { some: { id: within } } }],
      ...[{ statedClaims: claims }, { statedRemarks: claims }, { statedDocuments: documents }, { statedDefinitions: definitions }],
    ],
  };
}

export function facilitiesOf(within: Within): Prisma.FacilityWhereInput {
  if (within === null) return {};
  return { OR: [{ situationId: within }, { statedEvents: { some: eventsOf(within) } }, { statedClaims: { some: claimsOf(within) } }] };
}

export const detaineesOf = (within: Within): Prisma.DetaineeWhereInput =>
  within === null ? {} : { OR: [{ situationId: within }, { statedEvents: { some: eventsOf(within) } }] };
