/** Idempotency: the same call again, under the same key of the same caller, has one effect and one answer. */
import { createHash } from "node:crypto";
import type { Db } from "../db/database.ts";
import { Conflict } from "../errors.ts";
import { requireStillVisible } from "./still-visible.ts";
import type { Viewer } from "./viewer.ts";

type Answer = { readonly id: string };

/**
 * Runs once for a key; after that gives the first answer again.
 * @throws Conflict when the key was used for another verb or input
 * @throws NotFound when the caller may not see any more what the answer is about
 */
export async function onceFor<Given extends Answer>(
  db: Db,
  viewer: Viewer,
  { verb, input, key }: { readonly verb: string; readonly input: object; readonly key: string },
  run: () => Promise<Given>,
): Promise<Given> {
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([verb, input]))
    .digest("hex");
  // A second call with the same key waits here until the first has committed or failed.
  const { count } = await db.idempotentAnswer.createMany({
    data: [{ actor: viewer.actor, key, verb, fingerprint }],
    skipDuplicates: true,
  });
  if (count === 0) {
    const first = await db.idempotentAnswer.findUniqueOrThrow({ where: { actor_key: { actor: viewer.actor, key } } });
    if (first.fingerprint !== fingerprint)
      throw new Conflict(
        `The idempotency key ${JSON.stringify(key)} was used for another ${first.verb}; give each different input a key of its own.`,
      );
    const answer = first.answer as Given;
    // It may have been hidden since: rights are those of now.
    await requireStillVisible(db, viewer, answer.id);
    return answer;
  }
  const answer = await run();
  await keepAnswer(db, viewer, key, answer);
  return answer;
}

/** Keeps what will be answered from now on; but a secret is told once and not kept. */
export async function keepAnswer(db: Db, viewer: Viewer, key: string, answer: Answer): Promise<void> {
  const { secret: _, ...kept } = answer as Answer & { secret?: string };
  await db.idempotentAnswer.update({
    where: { actor_key: { actor: viewer.actor, key } },
    data: { answer: kept },
  });
}
