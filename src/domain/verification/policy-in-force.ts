/** Which version of the written policy is in force: the one adopted last. Policies are rows, so that a decision can always be read beside the policy that it followed. */
import type { Db } from "../../db/database.ts";
import type { Policy } from "./policy.ts";

export async function policyInForce(db: Db): Promise<Policy> {
  const { version, maxHours, minRoots, directConnections, custodianGroups } = await db.policy.findFirstOrThrow({
    orderBy: [{ adoptedAt: "desc" }, { version: "desc" }],
  });
  return { version, maxHours, minRoots, directConnections, custodianGroups };
}
