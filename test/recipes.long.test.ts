/** docs/recipes.md, run as it stands there: what each tool shows is what the hub says. Libraries come from the npm registry into a directory of the test's own. */
import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startHub, type Hub } from "./kit/hub.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..");
const text = await readFile(join(root, "docs/recipes.md"), "utf8");
const minutes = 60_000;

let hub: Hub;
let home: string;
let directory: string;
beforeAll(async () => {
  hub = await startHub();
  home = new URL("/", hub.url).href.slice(0, -1);
  directory = await mkdtemp(join(tmpdir(), "recipes-"));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
  await hub[Symbol.asyncDispose]();
});

/** The blocks of a recipe, by language. */
function blocks(title: string, language: string): string[] {
  const recipe = text.split(/^## /m).find((part) => part.startsWith(`${title}\n`))!;
  return [...recipe.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, "g"))].map((block) => block[1]!);
}

/** The first of the programs that does it; CI must have one. */
function which(programs: readonly string[], ...args: string[]): string | undefined {
  const found = programs.find((program) => spawnSync(program, args).status === 0);
  if (found === undefined && inject("ci")) throw new Error(`${programs.join(" or ")} ${args.join(" ")} does not run here`);
  return found;
}

const python = which(["python3", "/usr/bin/python3"], "-c", "import pandas");
const rscript = which(["Rscript"], "--version");
const online = which(["npm"], "view", "graphql", "version") !== undefined;
const unless = (found: unknown) => (found ? "" : ": skipped, it is not installed here");

/** A directory with what the recipe installs. */
async function kitchen(name: string, installed: readonly string[]): Promise<string> {
  const place = join(directory, name);
  await mkdir(place, { recursive: true });
  await writeFile(join(place, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  for (const line of installed) {
    const [program, ...args] = line.trim().split(" ");
    await run(program!, [...args, "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: place });
  }
  return place;
}

/** A program that is told the hub's address, and more. */
const cook = (program: string, args: readonly string[], cwd = directory, ...more: readonly string[]) =>
  run("env", [`HUB=${home}`, ...more, program, ...args], { cwd, maxBuffer: 1e8 });
const ask = async (query: string) => (await hub.send(query, {}, null)).data;

async function countBy(column: string): Promise<Record<string, number>> {
  const rows = (await (await fetch(`${home}/export/releases.jsonl`)).text()).trim().split("\n");
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const value = (JSON.parse(row) as Record<string, string>)[column]!;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

test.skipIf(python === undefined)(`Python (pandas)${unless(python)}`, { timeout: minutes }, async () => {
  const { stdout } = await cook(python!, ["-c", blocks("Python (pandas)", "python")[0]!]);
  const [states, rows] = stdout.trim().split("\n");
  expect(JSON.parse(states!)).toEqual(await countBy("state"));
  const { reconciliation } = await ask("{ reconciliation(metric: RELEASED) { rows { source { name } verdict hub { lower upper } } } }");
  expect(JSON.parse(rows!)).toEqual(
    reconciliation.rows.map(({ source, verdict, hub: own }: Record<string, any>) => ({
      ...{ "source.name": source["name"], verdict, "hub.lower": own["lower"], "hub.upper": own["upper"] },
    })),
  );
});

test.skipIf(rscript === undefined)(`R${unless(rscript)}`, { timeout: minutes }, async () => {
  const { stdout } = await cook(rscript!, ["-e", blocks("R", "r")[0]!]);
  const told = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" "));
  expect(Object.fromEntries(told.map(([state, count]) => [state, Number(count)]))).toEqual(await countBy("state"));
});

test.skipIf(!online)(`DuckDB${unless(online)}`, { timeout: 3 * minutes }, async () => {
  const place = await kitchen("duckdb", ["npm install @duckdb/node-api@1.5.6-r.1"]);
  await writeFile(join(place, "claims.parquet"), Buffer.from(await (await fetch(`${home}/export/claims.parquet`)).arrayBuffer()));
  const program = `import { DuckDBInstance } from "@duckdb/node-api";
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const read = await connection.runAndReadAll(${JSON.stringify(blocks("DuckDB", "sql")[0]!)});
    console.log(JSON.stringify(read.getRowObjectsJson()));`;
  await writeFile(join(place, "recipe.mjs"), program);
  const { stdout } = await run(process.execPath, ["recipe.mjs"], { cwd: place });
  const { claims } = await ask(
    "{ claims(first: 100, filter: { kind: COUNT, metric: RELEASED, qualifier: EXACT, status: ACTIVE }) { edges { node { assertedBy { name } ... on CountClaim { upper } } } } }",
  );
  const most = new Map<string, number>();
  for (const { node } of claims.edges) most.set(node.assertedBy.name, Math.max(most.get(node.assertedBy.name) ?? 0, node.upper));
  expect(most.size).toBeGreaterThan(1);
  const rows = JSON.parse(stdout) as { source: string; most: number }[];
  expect(new Map(rows.map((row) => [row.source, Number(row.most)]))).toEqual(most);
  expect(Number(rows[0]!.most)).toBe(Math.max(...most.values()));
});

test("Google Sheets, Excel and OpenRefine: the addresses answer", async () => {
  const addresses = [...text.matchAll(/https:\/\/your\.hub(\/export\/[^"`]*)/g)].map((found) => found[1]!);
  expect(addresses.length).toBeGreaterThan(1);
  for (const address of addresses) {
    const response = await fetch(`${home}${address}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
  }
  const [, query] = /escape\('([^']*)', "url"\) \+ "&variables="/.exec(blocks("OpenRefine", "grel")[0]!)!;
  const { detainees } = await ask("{ detainees(first: 1) { edges { node { id name } } } }");
  const [{ node }] = detainees.edges;
  const asked = new URLSearchParams({ query: query!, variables: JSON.stringify({ name: node.name }) });
  const { data } = await (await fetch(`${home}/graphql?${asked}`)).json();
  expect(data.matchNames[0].suggestions[0].record).toEqual(node);
});

describe.skipIf(!online)(`libraries from the registry${unless(online)}`, () => {
  test.each(["Apollo Client", "urql with Graphcache"])("%s reads all pages", { timeout: 3 * minutes }, async (title) => {
    const place = await kitchen(title.split(" ")[0]!, blocks(title, "sh"));
    await writeFile(join(place, "recipe.mjs"), blocks(title, "js")[0]!);
    const { stdout, stderr } = await cook(process.execPath, ["recipe.mjs"], place);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toBe((await ask("{ claims { totalCount } }")).claims.totalCount);
  });

  test("Relay's compiler takes the hub's schema", { timeout: 3 * minutes }, async () => {
    const place = await kitchen("relay", blocks("Relay", "sh"));
    await writeFile(join(place, "relay.config.json"), blocks("Relay", "json")[0]!);
    await writeFile(join(place, "schema.graphql"), await (await fetch(`${home}/schema.graphql`)).text());
    await mkdir(join(place, "src"));
    const [query, fragment] = blocks("Relay", "graphql")[0]!.split(/(?=^fragment )/m);
    await writeFile(join(place, "src/Releases.js"), `export const asked = graphql\`${query!}\`;\n`);
    await writeFile(join(place, "src/ReleasesState.js"), `export const told = graphql\`${fragment!}\`;\n`);
    await run(process.execPath, ["node_modules/relay-compiler/cli.js"], { cwd: place });
    const compiled = await readFile(join(place, "src/__generated__/ReleasesQuery.graphql.js"), "utf8");
    const [, operation] = /"text": ("(?:[^"\\]|\\.)*")/.exec(compiled)!;
    const { data, errors } = await hub.send(JSON.parse(operation!) as string, {}, null);
    expect(errors).toBeUndefined();
    expect(data["releases"].edges.length).toBeGreaterThan(0);
  });

  test("every question of schema/operations is a tool, and answers as the hub does", { timeout: 3 * minutes }, async () => {
    const title = "Tools for a language model";
    const place = await kitchen("tools", blocks(title, "sh"));
    await writeFile(join(place, "recipe.mjs"), blocks(title, "js")[0]!);
    const client = `import { Client } from "@modelcontextprotocol/sdk/client/index.js";
      import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
      const client = new Client({ name: "test", version: "1" });
      await client.connect(new StdioClientTransport({ command: process.execPath, args: ["recipe.mjs"], env: process.env }));
      const { tools } = await client.listTools();
      const answers = {};
      for (const { name, inputSchema } of tools)
        if ((inputSchema.required ?? []).length === 0) answers[name] = await client.callTool({ name, arguments: {} });
      console.log(JSON.stringify({ tools, answers }));
      await client.close();`;
    await writeFile(join(place, "client.mjs"), client);
    const { stdout } = await cook(process.execPath, ["client.mjs"], place, `OPERATIONS=${join(root, "schema/operations")}`);
    const { tools, answers } = JSON.parse(stdout) as {
      tools: { name: string; description: string; inputSchema: object }[];
      answers: Record<string, { isError: boolean; content: { text: string }[] }>;
    };
    expect(tools.length).toBeGreaterThan(8);
    expect(tools.filter(({ description }) => description === "")).toEqual([]);
    expect(Object.keys(answers).length).toBeGreaterThan(5);
    expect(Object.entries(answers).filter(([, { isError }]) => isError)).toEqual([]);
  });
});
