/** The results as a table: one line for each fault, over all its runs. */
import { cpus, loadavg } from "node:os";
import type { Fault, Finding } from "./test-bed/fault.ts";
import { sum } from "./test-bed/ledger.ts";

export type Row = {
  readonly name: string;
  readonly seed: number;
  readonly milliseconds: number;
  readonly finding?: Finding;
  /** Why there is no finding. */
  readonly failure?: string;
};

export function report(faults: readonly Fault[], rows: readonly Row[]): string {
  const lines = faults.flatMap(({ name, law }) => {
    const own = rows.filter((row) => row.name === name);
    if (own.length === 0) return [];
    const findings = own.flatMap(({ finding }) => finding ?? []);
    const { delivered, lost, repeated, misordered, invented, again } = sum(findings.map(({ verdict }) => verdict));
    const failed = own.filter(({ failure }) => failure !== undefined).map(({ seed }) => seed);
    const seconds = own.reduce((total, { milliseconds }) => total + milliseconds, 0) / own.length / 1000;
    const notes = [failed.length > 0 ? `**failed with seed ${failed.join(", ")}**` : "", findings.at(-1)?.note ?? ""]
      .filter(Boolean)
      .join("; ");
    return [
      `| ${name}: ${law} | ${own.length} | ${delivered.toLocaleString("en")} | ${lost} | ${repeated} | ${misordered} | ${invented} | ${again} | ${seconds.toFixed(1)} | ${notes} |`,
    ];
  });
  const redis = "| redis, absent or restarted | – | – | – | – | – | – | – | – | not used by the hub: there is nothing to take away |";
  return `
${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, load ${loadavg()[0]!.toFixed(1)} at the end.
"Delivered" counts each event once for each client; "again" are repeats after a reconnect, which the promise allows.

| fault | runs | delivered | lost | repeated | misordered | invented | again | seconds | |
|---|---|---|---|---|---|---|---|---|---|
${[...lines, redis].join("\n")}
`;
}
