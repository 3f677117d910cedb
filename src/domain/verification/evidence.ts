/** Reads what the policy judges: for each event its live claims, each with the origin that it goes back to. */
import type { Db } from "../../db/database.ts";
import { liveClaim } from "../history/claim-status.ts";
import { ancestryOf } from "./ancestry.ts";
import type { Evidence, EvidenceClaim } from "./policy.ts";
import { rootOf, type Root } from "./roots.ts";

const asserter = { select: { id: true, independenceGroup: true, kind: true } } as const;

/** The evidence on each of the events, by id. Restricted claims count too: they decide, though the decision shows them to nobody who may not see them. */
export async function gatherEvidence(db: Db, eventIds: readonly string[]): Promise<Map<string, Evidence>> {
  const events = await db.custodyEvent.findMany({
    where: { id: { in: [...eventIds] } },
    select: { id: true, type: true, stage: true, whenEarliest: true, whenLatest: true, facilityId: true, place: true },
  });
  const claims = await db.claim.findMany({
    where: { eventId: { in: [...eventIds] }, ...liveClaim({}) },
    select: { id: true, eventId: true, stance: true, connection: true, recordedBy: true, documentId: true, assertedBy: asserter },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  const documents = await ancestryOf(
    db,
    claims.map(({ documentId }) => documentId),
  );

  // Who only repeats what the state says is the state speaking.
  const publishers = [...documents.values()].flatMap(({ publisher }) => publisher ?? []);
  const kinds = new Map([...claims.map(({ assertedBy }) => assertedBy), ...publishers].map(({ id, kind }) => [id, kind]));
  const rooted = (claim: (typeof claims)[number]) => {
    const root = rootOf(claim, documents);
    return { root, sourceKind: kinds.get(root.sourceId)! };
  };

  const byEvent = Map.groupBy(claims, ({ eventId }) => eventId);
  return new Map(
    events.map(({ id, type, stage, whenEarliest: earliest, whenLatest: latest, facilityId, place }) => [
      id,
      {
        event: { type, stage, earliest, latest, placed: facilityId !== null || place !== null },
        claims: (byEvent.get(id) ?? []).map((claim): EvidenceClaim => ({
          id: claim.id,
          stance: claim.stance!,
          connection: claim.connection!,
          recordedBy: claim.recordedBy,
          ...rooted(claim),
        })),
      },
    ]),
  );
}

/** The origin of each claim, in the order of the ids. */
export async function rootsOf(db: Db, claimIds: readonly string[]): Promise<Root[]> {
  const claims = await db.claim.findMany({
    where: { id: { in: [...claimIds] } },
    select: { id: true, documentId: true, assertedBy: asserter },
  });
  const documents = await ancestryOf(
    db,
    claims.map(({ documentId }) => documentId),
  );
  const byId = new Map(claims.map((claim) => [claim.id, rootOf(claim, documents)]));
  return claimIds.map((id) => byId.get(id)!);
}
