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

// So many events are looked at in one transaction, for which others wait: about a second.
const portion = 200;
/** `after`: the event up to which all have been looked at; null when there are no more. */
type Adopted = Outcome & { readonly version: string; readonly moved: number; readonly after: string | null };
// Before the first of all ids.
const beginning = "00000000-0000-0000-0000-000000000000";

/**
 * Answers with how many events have another state now. The same version with the same content again changes nothing, unless it was interrupted: then it goes on. With other content it is a Conflict.
 * The policy is in force at once; the events follow in portions, so that verifiers get their turn: each decision names the policy that it followed.
 */
export const adoptPolicy: Verb<Adopted> = {
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
      return { id: draft.version, version: draft.version, changed: false, moved: 0, after: known.appliedAt === null ? beginning : null };
    }
    await db.policy.create({ data: { ...draft, adoptedAt: now, adoptedBy: viewer.actor } });
    await audit(db, viewer.actor, "adoptPolicy", "Policy", draft.version, draft);
    return { id: draft.version, version: draft.version, changed: true, moved: 0, after: beginning };
  },
  next: (db, viewer, adopted, now) => applyToPortion(db, viewer.actor, adopted, now),
};

/** Looks at the next events under the policy. After the last the policy is marked as applied. */
async function applyToPortion(db: Db, actor: string, { after, ...adopted }: Adopted, now: Date): Promise<Adopted | null> {
  if (after === null) return null;
  // Another policy has come since: all events are looked at under that one.
  const overtaken = (await policyInForce(db)).version !== adopted.version;
  const events = overtaken
    ? []
    : await db.custodyEvent.findMany({ where: { id: { gt: after } }, select: { id: true }, orderBy: { id: "asc" }, take: portion });
  const ids = events.map(({ id }) => id);
  const moved = adopted.moved + (await reevaluate(db, ids, now));
  const last = ids.at(-1) ?? null;
  if (last === null) {
    await db.policy.updateMany({ where: { version: adopted.version, appliedAt: null }, data: { appliedAt: now } });
    await audit(db, actor, "applyPolicy", "Policy", adopted.version, { moved });
  }
  return { ...adopted, moved, after: last };
}

/**
 * A policy that a migration adopted has looked at no event yet: rules are code, and a migration is not. Whoever migrates calls this afterwards; it applies the policy once, and tells the feed what changed.
 * It goes on, too, with one that was interrupted. Returns the version and how many events have another state now; null when there was nothing to do.
 */
export async function applyAdoptedPolicy(prisma: PrismaClient): Promise<{ version: string; moved: number } | null> {
  const { version, appliedAt, adoptedBy } = await prisma.policy.findFirstOrThrow({ orderBy: [{ adoptedAt: "desc" }, { version: "desc" }] });
  if (appliedAt !== null) return null;
  const next = (adopted: Adopted) =>
    prisma.$transaction(
      async (db) => {
        await takeTime(db);
        return applyToPortion(db, adoptedBy, adopted, await takeMoment(db, null));
      },
      { timeout: hour, maxWait: hour },
    );
  let adopted: Adopted = { id: version, version, changed: true, moved: 0, after: beginning };
  for (let after = await next(adopted); after !== null; after = await next(after)) adopted = after;
  return { version, moved: adopted.moved };
}

const hour = 3_600_000;
