/** The results, as a table for a README. */
import { cpus } from "node:os";
import { median } from "../../kit/median.ts";
import { size } from "../base/generate.ts";
import { connections, type Round } from "../base/load.ts";

export type Measured = {
  readonly title: string;
  /** Rounds in pairs: the n-th of the floor was run next to the n-th of the hub. */
  readonly floor: readonly Round[];
  readonly hub: readonly Round[];
  /** How many statements the hub sends to PostgreSQL for one request. */
  readonly statements: number;
  /** The length of the hub's answer to one request. */
  readonly bytes: number;
};

export function report(measured: readonly Measured[], postgres: string): string {
  const rate = (of: readonly Round[]) => Math.round(median(of.map((round) => round.rate))).toLocaleString("en");
  const latency = (of: readonly Round[]) => {
    const all = of.flatMap((round) => round.latencies).toSorted((a, b) => a - b);
    return [0.5, 0.99].map((share) => all[Math.ceil((all.length - 1) * share)]!.toFixed(1)).join(" / ");
  };
  const lines = measured.map(({ title, floor, hub, statements, bytes }) => {
    const ratios = hub.map((round, n) => round.rate / floor[n]!.rate);
    const [middle, min, max] = [median(ratios), Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(3));
    return `| ${title} | ${rate(floor)} | ${rate(hub)} | **${middle}** (${min}–${max}) | ${latency(floor)} | ${latency(hub)} | ${statements} | ${(bytes / 1024).toFixed(1)} |`;
  });
  const thousands = (count: number) => count.toLocaleString("en");
  return `
${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, PostgreSQL ${postgres}; ${thousands(size.detainees)} detainees, ${thousands(size.releases)} releases,
${thousands(size.countClaims)} count claims, ${size.facilities} facilities, ${size.sources} sources; uncached, ${connections} connections, ${[...new Set(measured.map(({ hub }) => hub.length))].join(" or ")} pairs of rounds. Medians; in brackets the least and the greatest pair.

| query | floor, requests/s | hub, requests/s | hub / floor | floor, ms p50 / p99 | hub, ms p50 / p99 | hub, SQL statements | answer, KB |
|---|---|---|---|---|---|---|---|
${lines.join("\n")}
`;
}
