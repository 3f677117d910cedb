/** Adopting a policy: every event is looked at again under the new version. What changes is appended and told; the old decisions stay. */
import * as z from "zod";
import { ClaimConnectionKind } from "../../db/generated/prisma/enums.ts";
import { Conflict } from "../../errors.ts";
import { audit, type Outcome, type Verb } from "../change.ts";
import { check, key } from "../input.ts";
import { policyInForce } from "./policy-in-force.ts";
import { reevaluate } from "./verification.ts";

const whole = (least: number, most: number, of: string) =>
  z
    .int({ error: `a whole number of ${of}` })
    .min(least, { error: `at least ${least} ${of}` })
    .max(most, { error: `at most ${most} ${of}` });

export const policyDraft = z.object({
  version: key,
  widestHours: whole(1, 8784, "hours"),
  fewestRoots: whole(1, 20, "origins"),
  direct: z
    .array(z.enum(ClaimConnectionKind))
    .min(1, { error: "at least one connection" })
    .transform((values) => [...new Set(values)].toSorted()),
});

// So many events are looked at in one transaction, for which others wait: about a second.
const portion = 200;
const done = "applyPolicy";

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
    const draft = check(policyDraft, input);
    const known = await db.policy.findUnique({ where: { version: draft.version } });
    if (known) {
      const same =
        known.widestHours === draft.widestHours &&
        known.fewestRoots === draft.fewestRoots &&
        known.direct.toSorted().join() === draft.direct.join();
      if (!same) throw new Conflict(`There is already a policy ${draft.version}, with other content. A new policy needs a new version.`);
      if ((await policyInForce(db)).version !== draft.version)
        throw new Conflict(`The policy ${draft.version} was followed by another. Adopt it again under a new version.`);
      const applied =
        known.adoptedBy === "paradero" || (await db.auditEntry.count({ where: { action: done, entityId: draft.version } })) > 0;
      return { id: draft.version, version: draft.version, changed: false, moved: 0, after: applied ? null : beginning };
    }
    await db.policy.create({ data: { ...draft, adoptedAt: now, adoptedBy: viewer.actor } });
    await audit(db, viewer.actor, "adoptPolicy", "Policy", draft.version, draft);
    return { id: draft.version, version: draft.version, changed: true, moved: 0, after: beginning };
  },
  async next(db, viewer, { after, ...adopted }, now) {
    if (after === null) return null;
    // Another policy has come since: all events are looked at under that one.
    const overtaken = (await policyInForce(db)).version !== adopted.version;
    const events = overtaken
      ? []
      : await db.custodyEvent.findMany({ where: { id: { gt: after } }, select: { id: true }, orderBy: { id: "asc" }, take: portion });
    const ids = events.map(({ id }) => id);
    const moved = adopted.moved + (await reevaluate(db, ids, now));
    const last = ids.at(-1) ?? null;
    if (last === null) await audit(db, viewer.actor, done, "Policy", adopted.version, { moved });
    return { ...adopted, moved, after: last };
  },
};
