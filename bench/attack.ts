/**
 * `npm run bench:attack [-- --seconds 20 --people 50000 --keep]`: how long others wait while one address does its worst. On a hub with so many people on record one address (127.0.0.1) asks, all at once and over and
 * over, for what is dearest: reconciliations, the revolving door, searches, tallies, deep pages, and documents that are made up; another (127.0.0.2) asks for `{__typename}` and for a page of releases, some times
 * a second. Prints, without the attack and under it, the median and the 99th percentile of what the other waited, what the attackers were answered, and the hub's memory.
 *
 * Needs Linux and a PostgreSQL where it may create a database: BENCH_DATABASE_URL, by default postgres://postgres@127.0.0.1:5432/postgres. Nothing leaves this machine.
 */
import { parseArgs } from "node:util";
import { attacks } from "./attack/attacks.ts";
import { ask, type Answered } from "./attack/asker.ts";
import { filledDatabase } from "./base/filled.ts";
import { runBench } from "./base/program.ts";
import { startHub, type HubProcess } from "../kit/hub-process.ts";
import { residentKilobytes } from "../kit/process-cost.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "20" },
    people: { type: "string", default: "50000" },
    keep: { type: "boolean", default: false },
  },
});
const attackers = 40;
const innocent = {
  "{__typename}": "{ __typename }",
  "a page": "{ releases(first: 20) { edges { node { id detainee { name } facility { name } when { edtf } state } } } }",
};
const betweenMilliseconds = 50;

const mostMilliseconds = 900_000;
await runBench(mostMilliseconds, bench);

async function bench(admin: string, signal: AbortSignal): Promise<void> {
  await using things = new AsyncDisposableStack();
  const { url } = things.use(await filledDatabase(admin, { name: "scale", people: Number(values.people), keep: values.keep }, signal));
  const hub = await startHub({ environment: { DATABASE_URL: url, LOG_LEVEL: "fatal" } });
  things.defer(async () => void (await hub.end("SIGTERM")));
  const milliseconds = Number(values.seconds) * 1000;
  await during(hub, milliseconds / 4, 0, signal);
  const quiet = await during(hub, milliseconds, 0, signal);
  const attacked = await during(hub, milliseconds, attackers, signal);
  console.log(report({ quiet, attacked }));
}

type Found = {
  readonly waits: ReadonlyMap<string, readonly number[]>;
  readonly failures: number;
  readonly answers: ReadonlyMap<string, number>;
  readonly megabytes: number;
};

/** What the other waits meanwhile; how the attackers are answered. */
async function during(hub: HubProcess, milliseconds: number, many: number, signal: AbortSignal): Promise<Found> {
  const until = performance.now() + milliseconds;
  const answers = new Map<string, number>();
  const waits = new Map(Object.keys(innocent).map((name): [string, number[]] => [name, []]));
  let [failures, megabytes] = [0, 0];
  const on = () => performance.now() < until && !signal.aborted;
  const attack = async (nth: number) => {
    for (let turn = nth; on(); turn += 1) {
      const { code } = await ask(hub.port, "127.0.0.1", attacks(turn)).catch((error: NodeJS.ErrnoException): Answered => ({
        code: error.code ?? "?",
        took: 0,
      }));
      answers.set(code, (answers.get(code) ?? 0) + 1);
    }
  };
  const suffer = async (name: keyof typeof innocent) => {
    while (on()) {
      const { code, took } = await ask(hub.port, "127.0.0.2", innocent[name]);
      if (code === "OK") waits.get(name)!.push(took);
      else failures += 1;
      megabytes = Math.max(megabytes, residentKilobytes(hub.pid) / 1024);
      await new Promise((resolve) => setTimeout(resolve, betweenMilliseconds));
    }
  };
  await Promise.all([...Array.from({ length: many }, (_, nth) => attack(nth)), suffer("{__typename}"), suffer("a page")]);
  return { waits, failures, answers, megabytes };
}

function report(found: Readonly<Record<string, Found>>): string {
  const share = (all: readonly number[], part: number) =>
    all.toSorted((a, b) => a - b)[Math.ceil((all.length - 1) * part)]?.toFixed(0) ?? "";
  const lines = Object.entries(found).flatMap(([when, { waits, failures, megabytes }]) =>
    Array.from(
      waits,
      ([name, all]) =>
        `| ${when} | ${name} | ${all.length} | ${share(all, 0.5)} | ${share(all, 0.99)} | ${share(all, 1)} | ${failures} | ${megabytes.toFixed(0)} |`,
    ),
  );
  const answered = Array.from(found["attacked"]!.answers, ([code, times]) => `${times} ${code}`).join(", ");
  return `
| | of the other address | asked | p50, ms | p99, ms | longest, ms | failed | hub, MB |
|---|---|---|---|---|---|---|---|
${lines.join("\n")}

${attackers} connections of one address were answered: ${answered}.
`;
}
