/** Adopting a policy: every event is looked at again under the new version. What changes is appended and told; the old decisions stay. */
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import type { PrismaClient } from "../../db/generated/prisma/client.ts";
import { ClaimConnectionKind } from "../../db/generated/prisma/enums.ts";
import { takeTime } from "../../db/session.ts";
import { Conflict } from "../../errors.ts";
import { audit, type Outcome, type Verb } from "../change.ts";
import { check, key, text } from "../input.ts";
import { takeMoment } from "../recording-clock.ts";
import { policyInForce } from "./policy-in-force.ts";
import { reevaluate } from "./verification.ts";

const whole = (least: number, most: number, of: string) =>
  z
    .int({ error: `a whole number of ${of}` })
    .min(least, { error: `at least ${least} ${of}` })
    .max(most, { error: `at most ${most} ${of}` });

export const policyDraft = z.object({
  version: key,
  maxHours: whole(1, 8784, "hours"),
  minRoots: whole(1, 20, "origins"),
  directConnections: z
    .array(z.enum(ClaimConnectionKind))
    .min(1, { error: "at least one connection" })
    .transform((values) => [...new Set(values)].toSorted()),
  /** Those of the policy in force, when not given. */
  custodianGroups: z
    .array(text(100))
    .nullish()
    .transform((values) => values && [...new Set(values)].toSorted()),
});

// Evidence of so many events is held in memory at a time.
const portion = 2000;

/** Answers with how many events have another state now. The same version with the same content again changes nothing; with other content it is a Conflict. */
export const adoptPolicy: Verb<Outcome & { version: string; moved: number }> = {
  name: "adoptPolicy",
  scope: "ADMIN",
  async run(db, viewer, input, now) {
    const given = check(policyDraft, input);
    const inForce = await policyInForce(db);
    const known = await db.policy.findUnique({ where: { version: given.version } });
    const draft = { ...given, custodianGroups: given.custodianGroups ?? [...(known ?? inForce).custodianGroups] };
    if (known) {
      const same =
        known.maxHours === draft.maxHours &&
        known.minRoots === draft.minRoots &&
        known.directConnections.toSorted().join() === draft.directConnections.join() &&
        known.custodianGroups.toSorted().join() === draft.custodianGroups.join();
      if (!same) throw new Conflict(`There is already a policy ${draft.version}, with other content. A new policy needs a new version.`);
      if (inForce.version !== draft.version)
        throw new Conflict(`The policy ${draft.version} was followed by another. Adopt it again under a new version.`);
      return { id: draft.version, version: draft.version, changed: false, moved: 0 };
    }
    await db.policy.create({ data: { ...draft, adoptedAt: now, adoptedBy: viewer.actor, appliedAt: now } });
    const moved = await reevaluateAll(db, now);
    await audit(db, viewer.actor, "adoptPolicy", "Policy", draft.version, { ...draft, moved });
    return { id: draft.version, version: draft.version, changed: true, moved };
  },
};

/**
 * A policy that a migration adopted has looked at no event yet: rules are code, and a migration is not. Whoever migrates calls this afterwards. It does so once, and tells the feed what changed.
 * Returns the version and how many events have another state now; null when there was nothing to do.
 */
export async function applyAdoptedPolicy(prisma: PrismaClient): Promise<{ version: string; moved: number } | null> {
  if ((await newest(prisma)).appliedAt !== null) return null;
  return prisma.$transaction(
    async (db) => {
      await takeTime(db);
      const now = await takeMoment(db, null);
      const { version, appliedAt } = await newest(db);
      // Another process was faster.
      if (appliedAt !== null) return null;
      const moved = await reevaluateAll(db, now);
      await db.policy.updateMany({ where: { appliedAt: null }, data: { appliedAt: now } });
      await audit(db, "migration", "adoptPolicy", "Policy", version, { moved });
      return { version, moved };
    },
    { timeout: hour, maxWait: hour },
  );
}

const hour = 3_600_000;

const newest = (db: Db | PrismaClient) => db.policy.findFirstOrThrow({ orderBy: [{ adoptedAt: "desc" }, { version: "desc" }] });

async function reevaluateAll(db: Db, now: Date): Promise<number> {
  let moved = 0;
  for (let after: string | undefined; ;) {
    const events = await db.custodyEvent.findMany({
      ...(after === undefined ? {} : { where: { id: { gt: after } } }),
      select: { id: true },
      orderBy: { id: "asc" },
      take: portion,
    });
    if (events.length === 0) return moved;
    moved += await reevaluate(
      db,
      events.map(({ id }) => id),
      now,
    );
    after = events.at(-1)!.id;
  }
}
