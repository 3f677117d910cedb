/**
 * `npm run bench:import [-- --sizes 10000,100000,400000 --most 600]`: a data set of so many counts (facility-days, as a monitor of prisons publishes them) into a new database by the command that everybody uses:
 * rows a second, CPU of the process, and the most memory that it ever had. Fails above `--most` megabytes.
 *
 * Needs a PostgreSQL where it may create databases: BENCH_DATABASE_URL, by default postgres://postgres@127.0.0.1:5432/postgres; and /proc, which knows the memory.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { cpuMilliseconds, peakKilobytes } from "../kit/process-cost.ts";
import { createDatabase } from "./base/database.ts";
import { runBench } from "./base/program.ts";

// As the script `paradero` of package.json has them.
const asEverybodyRuns = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=16"];
const mostMilliseconds = 7_200_000;
const lookEvery = 100;
const facilities = 400;
const day = 86_400_000;
const begin = Date.UTC(2020, 0, 1);

const { values } = parseArgs({
  options: { sizes: { type: "string", default: "10000,100000,400000" }, most: { type: "string", default: "600" } },
});

await runBench(mostMilliseconds, async (admin, signal) => {
  for (const size of values.sizes.split(",").map(Number)) {
    const { seconds, cpu, megabytes } = await importing(admin, size, signal);
    console.log(
      [
        `${size} counts: ${seconds.toFixed(1)} s, ${Math.round(size / seconds)} rows a second`,
        `${cpu.toFixed(1)} s of CPU in Node, at most ${Math.round(megabytes)} MB`,
      ].join(", "),
    );
    if (megabytes > Number(values.most)) throw new Error(`Expected at most ${values.most} MB.`);
  }
});

async function importing(admin: string, size: number, signal: AbortSignal) {
  await using things = new AsyncDisposableStack();
  const { url, drop } = await createDatabase(admin, `paradero_import_${size}_${process.pid}`);
  things.defer(drop);
  const directory = await mkdtemp(join(tmpdir(), "paradero-import-"));
  things.defer(() => rm(directory, { recursive: true }));
  await writeDataset(directory, size);
  const began = performance.now();
  const child = spawn(process.execPath, [...asEverybodyRuns, "src/main.ts", "import", directory], {
    cwd: join(import.meta.dirname, ".."),
    env: { PATH: process.env["PATH"], DATABASE_URL: url },
    stdio: ["ignore", "inherit", "inherit"],
    signal,
    killSignal: "SIGKILL",
  });
  let [megabytes, cpu] = [0, 0];
  const looking = setInterval(() => {
    megabytes = Math.max(megabytes, peakKilobytes(child.pid!) / 1024);
    cpu = cpuMilliseconds(child.pid!) / 1000;
  }, lookEvery);
  const [code] = (await once(child, "exit")) as [number | null];
  clearInterval(looking);
  if (code !== 0) throw new Error(`The import ended with ${code}.`);
  return { seconds: (performance.now() - began) / 1000, cpu, megabytes };
}

async function writeDataset(directory: string, size: number): Promise<void> {
  const slugs = Array.from({ length: facilities }, (_, n) => `prison-${n}`);
  const dataset = {
    name: "facility-days",
    title: "Facility-days",
    timeZone: "UTC",
    situation: { slug: "facility-days", name: "Facility-days" },
  };
  await writeFile(join(directory, "dataset.json"), JSON.stringify(dataset));
  await writeFile(
    join(directory, "sources.csv"),
    "slug,name,aliases,kind,independence_group,time_zone,visibility\nmonitor,Monitor,,NGO,,,\n",
  );
  const ofFacilities = slugs.map((slug) => `${slug},${slug},,PENAL,,,VE,Miranda,,,,\n`).join("");
  await writeFile(
    join(directory, "facilities.csv"),
    `slug,name,aliases,kind,operator,part_of,country,admin1,latitude,longitude,coordinate_precision,visibility\n${ofFacilities}`,
  );
  const days = Array.from({ length: Math.ceil(size / facilities) }, (_, n) => new Date(begin + n * day).toISOString().slice(0, 10));
  const documents = days.map((date) => `sheet-${date},monitor,,Daily sheet of ${date},,,REPORT,${date},,,,,,,\n`).join("");
  await writeFile(
    join(directory, "documents.csv"),
    `key,publisher,authors,title,url,language,kind,published_at,published_at_verbatim,time_zone,retrieved_at,archive_url,sha256,derived_from,visibility\n${documents}`,
  );
  await pipeline(countRows(slugs, days, size), createWriteStream(join(directory, "counts.csv")));
}

function* countRows(slugs: readonly string[], days: readonly string[], size: number): Generator<string> {
  yield "key,asserted_by,document,locator,statement,quote,as_of,as_of_verbatim,time_zone,metric,unit,measure,qualifier,lower,upper,period_start,definition,facility,part_of,breakdown,names_published,visibility,supersedes,change_reason\n";
  for (let n = 0; n < size; n += 1) {
    const [date, slug] = [days[Math.floor(n / slugs.length)]!, slugs[n % slugs.length]!];
    const held = 300 + ((n * 7919) % 700);
    yield `${slug}-${date},monitor,sheet-${date},,Held in ${slug} on ${date}: ${held}.,,${date},,,HELD,PERSONS,STOCK,EXACT,${held},${held},,,${slug},,,,,,\n`;
  }
}
