/**
 * Pins a version of the hub for test/db/landed.test.ts: makes the history of landed-story.ts on a hub of that version, asks it everything that its own SDL has, and prints the answers.
 *
 *   (in a checkout of that version)  DATABASE_URL=… PARADERO_KEY=… WEBHOOK_ALLOW_PRIVATE=true npm start
 *   (here)                           node test/db/record-landed.ts http://127.0.0.1:4000/graphql <that key> <that checkout>/schema/schema.graphql > test/db/landed-<day>.jsonl
 *                                    pg_dump --inserts --no-owner --no-privileges <database> | grep -vE '^(SET|COMMENT|SELECT pg_catalog.set_config|\\|--|$)' > test/db/landed-<day>.sql
 *
 * Stop the hub before the dump. The keys that it makes open nothing but that copy.
 */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { buildSchema, isObjectType } from "graphql";
import { sendTo } from "../kit/send.ts";
import { joint, ofRecords, type Question } from "./landed-questions.ts";
import { makeHistory } from "./landed-story.ts";

/** The ids in an answer, by type. */
function recordsIn(answer: unknown, found: Map<string, Set<string>>): void {
  if (typeof answer !== "object" || answer === null) return;
  const { __typename, id } = answer as { __typename?: string; id?: string };
  if (__typename !== undefined && id !== undefined) found.set(__typename, (found.get(__typename) ?? new Set()).add(id));
  for (const inside of Object.values(answer)) recordsIn(inside, found);
}

const [url, admin, sdl] = process.argv.slice(2);
if (url === undefined || admin === undefined || sdl === undefined)
  throw new Error("Expected the address of a hub, a key with every scope, and the file of its SDL.");
const send = sendTo(url, admin);
const schema = buildSchema(readFileSync(sdl, "utf8"));
const history = await makeHistory(send, admin);
const keys: Record<string, string | null> = { nobody: null, ...history.keys };
const asked: (Question & { answer: unknown })[] = [];
const answerTo = async (question: Question) => {
  const { data, errors } = await send(question.query, question.variables, keys[question.key]);
  if (errors !== undefined) throw new Error(`${question.name}: ${JSON.stringify(errors)}\n${question.query}`);
  return data;
};
const ask = async (question: Question) => {
  const answer = await answerTo(question);
  asked.push({ ...question, answer });
  return answer;
};

for (const question of joint(schema, "everything", history.moments, history.cursor)) await ask(question);
for (const key of ["nobody", "partner"])
  for (const question of joint(schema, key, history.moments.slice(-2), history.cursor)) await ask(question);
// What hangs on the records of the lists, as decisions and definitions, has a place in no list: found in the first round.
const done = new Set<string>();
for (const round of [1, 2, 3]) {
  const found = new Map<string, Set<string>>();
  recordsIn(
    asked.map(({ answer }) => answer),
    found,
  );
  for (const [typeName, ids] of found) {
    const type = schema.getType(typeName);
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === "Node")) continue;
    const missing = [...ids].filter((id) => !done.has(id)).toSorted();
    for (let from = 0; from < missing.length; from += 20) {
      const some = missing.slice(from, from + 20);
      for (const id of some) done.add(id);
      const all = await ask(ofRecords(schema, typeName, some, "everything"));
      const nobody = await answerTo(ofRecords(schema, typeName, some, "nobody"));
      const different = some.filter((_, index) => !isDeepStrictEqual(all["nodes"][index], nobody["nodes"][index]));
      if (different.length > 0) await ask(ofRecords(schema, typeName, different, "nobody"));
    }
  }
  process.stderr.write(`round ${round}: ${done.size} records\n`);
}
for (const line of [keys, ...asked]) process.stdout.write(`${JSON.stringify(line)}\n`);
