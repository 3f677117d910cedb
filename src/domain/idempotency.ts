/** Idempotency: the same call again, under the same key of the same caller, has one effect and one answer. */
import { createHash } from "node:crypto";
import type { Db } from "../db/database.ts";
import { Conflict, ExpectedError, refusal } from "../errors.ts";
import { requireStillVisible } from "./still-visible.ts";
import type { Viewer } from "./viewer.ts";

type Answer = { readonly id: string };
/** A call; null for a key when it is to run whatever was called before. */
export type Call = { readonly viewer: Viewer; readonly input: object; readonly key: string | null };
type Keyed = Call & { readonly key: string };

/**
 * Runs those of several calls of a verb that were not made before under their key, each with another one, and gives the others the first answer again. Returns for each its answer, in their order, or why it
 * is refused: what `run` says; Conflict when the key was used for another verb or input; NotFound when the caller may not see any more what the answer is about.
 */
export async function onceForAll<Given extends Answer>(
  db: Db,
  verb: string,
  calls: readonly Call[],
  run: (calls: readonly Call[]) => Promise<readonly (Given | ExpectedError)[]>,
): Promise<(Given | ExpectedError)[]> {
  const answers = new Map<Call, Given | ExpectedError>();
  const keyed = calls.filter((call): call is Keyed => call.key !== null);
  const isNew = await claimKeys(db, verb, keyed);
  for (const call of keyed) if (!isNew(call)) answers.set(call, await firstAnswer<Given>(db, verb, call).catch(refusal));
  const fresh = calls.filter((call) => !answers.has(call));
  if (fresh.length > 0) (await run(fresh)).forEach((answer, at) => answers.set(fresh[at]!, answer));
  const kept = keyed.filter(isNew);
  const refused = kept.filter((call) => answers.get(call) instanceof ExpectedError);
  await keepAnswers(
    db,
    kept.flatMap((call) => {
      const answer = answers.get(call)!;
      return answer instanceof ExpectedError ? [] : [{ ...call, answer }];
    }),
  );
  // Whoever was refused may call again with the key. Where everybody was, all is taken back.
  if (refused.length > 0 && refused.length < calls.length)
    await db.idempotentAnswer.deleteMany({ where: { OR: refused.map(({ viewer: { actor }, key }) => ({ actor, key })) } });
  return calls.map((call) => answers.get(call)!);
}

const fingerprintOf = (verb: string, input: object) =>
  createHash("sha256")
    .update(JSON.stringify([verb, input]))
    .digest("hex");

/** Notes the keys, and tells which were new. A second call with the same key waits here until the first has committed or failed: so they are noted in one order, and before the clock is taken. */
async function claimKeys(db: Db, verb: string, calls: readonly Keyed[]): Promise<(call: Keyed) => boolean> {
  if (calls.length === 0) return () => false;
  const nameOf = (actor: string, key: string) => JSON.stringify([actor, key]);
  const rows = calls.map(({ viewer: { actor }, key, input }) => ({ actor, key, verb, fingerprint: fingerprintOf(verb, input) }));
  const inOrder = rows.toSorted((a, b) => (nameOf(a.actor, a.key) < nameOf(b.actor, b.key) ? -1 : 1));
  const select = { actor: true, key: true } as const;
  const claimed = await db.idempotentAnswer.createManyAndReturn({ data: inOrder, skipDuplicates: true, select });
  const names = new Set(claimed.map(({ actor, key }) => nameOf(actor, key)));
  return ({ viewer: { actor }, key }) => names.has(nameOf(actor, key));
}

/** @throws Conflict, NotFound */
async function firstAnswer<Given>(db: Db, verb: string, { viewer, input, key }: Keyed): Promise<Given> {
  const first = await db.idempotentAnswer.findUniqueOrThrow({ where: { actor_key: { actor: viewer.actor, key } } });
  if (first.fingerprint !== fingerprintOf(verb, input))
    throw new Conflict(
      `The idempotency key ${JSON.stringify(key)} was used for another ${first.verb}; give each different input a key of its own.`,
    );
  const answer = first.answer as Given & Answer;
  // It may have been hidden since: rights are those of now.
  await requireStillVisible(db, viewer, answer.id);
  return answer;
}

/** Keeps what will be answered from now on; but a secret is told once and not kept. */
export async function keepAnswers(
  db: Db,
  given: readonly { readonly viewer: Viewer; readonly key: string; readonly answer: Answer }[],
): Promise<void> {
  if (given.length === 0) return;
  const rows = given.map(({ viewer: { actor }, key, answer }) => {
    const { secret: _, ...kept } = answer as Answer & { secret?: string };
    return { actor, key, answer: kept };
  });
  await db.$executeRaw`
    UPDATE "IdempotentAnswer" AS kept SET "answer" = given."answer" FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given ("actor" text, "key" text, "answer" jsonb)
    WHERE kept."actor" = given."actor" AND kept."key" = given."key"`;
}
