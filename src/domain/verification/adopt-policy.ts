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

// Evidence of so many events is held in memory at a time.
const portion = 2000;

/** Answers with how many events have another state now. The same version with the same content again changes nothing; with other content it is a Conflict. */
export const adoptPolicy: Verb<Outcome & { version: string; moved: number }> = {
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
      return { id: draft.version, version: draft.version, changed: false, moved: 0 };
    }
    await db.policy.create({ data: { ...draft, adoptedAt: now, adoptedBy: viewer.actor } });
    let moved = 0;
    for (let after: string | undefined; ;) {
      const events = await db.custodyEvent.findMany({
        ...(after === undefined ? {} : { where: { id: { gt: after } } }),
        select: { id: true },
        orderBy: { id: "asc" },
        take: portion,
      });
      if (events.length === 0) break;
      moved += await reevaluate(
        db,
        events.map(({ id }) => id),
        now,
      );
      after = events.at(-1)!.id;
    }
    await audit(db, viewer.actor, "adoptPolicy", "Policy", draft.version, { ...draft, moved });
    return { id: draft.version, version: draft.version, changed: true, moved };
  },
};
